import type { ReportCall, ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import { copyOf } from './memory.ts';

export interface FakeReportPublisher extends ReportPublisher {
  /** Everything taken so far, in order; a repeat within the group's five minutes is there again. */
  readonly taken: readonly ReportCall[];
  /** Calls for these cases are not taken. */
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
