import { isCallOf } from '../player/steps.table.ts';
import type { RecordedCall } from './recording.ts';

type Call = Pick<RecordedCall, 'method' | 'path'>;

/** Deliberate disturbances, after which a client must repeat its call. */
export interface LossPlan {
  /** Called before the call is forwarded. */
  next(call: Call): 'busy' | undefined;
  /** Called after the service answered with `status`. True: the answer is lost. */
  losesAnswer(call: Call, status: number): boolean;
}

const isReport = isCallOf('reportEvents');

/** The second report of cases meets a busy service, and the answer to the fourth is lost. */
export const createLossPlan = (): LossPlan => {
  let reports = 0;
  return {
    next: (call) => {
      if (!isReport(call)) return undefined;
      reports += 1;
      return reports === 2 ? 'busy' : undefined;
    },
    losesAnswer: (call, status) => isReport(call) && reports === 4 && status === 200,
  };
};
