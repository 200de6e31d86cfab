import type { ReportPublisher } from '../port/exchange/publisher.ts';
import { sendEach } from './send-batch.ts';
import type { Target } from './send-batch.ts';

/**
 * Publishes calls to the FIFO queue: one group per case, so that a case is never reported twice at
 * once.
 */
export const createReportPublisher = (target: Target): ReportPublisher => ({
  call: (calls) =>
    sendEach(target, calls, ({ projectNo, mark }) => ({
      body: { projectNo },
      group: projectNo,
      mark,
    })),
});
