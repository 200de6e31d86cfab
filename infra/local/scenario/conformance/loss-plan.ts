import type { RecordedCall } from './recording.ts';

type Call = Pick<RecordedCall, 'method' | 'path'>;

/** What goes wrong on purpose: every client meets it one day, and must come again. */
export interface LossPlan {
  /** Before the call is passed on. */
  next(call: Call): 'busy' | undefined;
  /** After it was answered with `status`: whether the answer is lost on its way. */
  after(call: Call, status: number): boolean;
}

const isReport = ({ method, path }: Call): boolean => method === 'POST' && path === '/v1/cases';

/** Of the reports of cases, the second meets a busy service, and the fourth never hears its answer. */
export const lossesOfReports = (): LossPlan => {
  let reports = 0;
  return {
    next: (call) => {
      if (!isReport(call)) return undefined;
      reports += 1;
      return reports === 2 ? 'busy' : undefined;
    },
    after: (call, status) => isReport(call) && reports === 4 && status === 200,
  };
};
