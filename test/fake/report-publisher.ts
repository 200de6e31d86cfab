import type { ReportCall, ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { copyOf } from './memory.ts';

export interface FakeReportPublisher extends ReportPublisher {
  /**
   * All accepted messages, in order; a duplicate within the deduplication interval of five minutes
   * is included.
   */
  readonly taken: readonly ReportCall[];
  /** Messages for these cases are not accepted. */
  readonly refused: Set<string>;
}

export const fakeReportPublisher = (): FakeReportPublisher => {
  const taken: ReportCall[] = [];
  const refused = new Set<string>();
  return {
    taken,
    refused,
    async call(calls) {
      taken.push(...calls.filter(({ projectNo }) => !refused.has(projectNo)).map(copyOf));
      return calls.filter(({ projectNo }) => refused.has(projectNo));
    },
  };
};
