/** What is counted of the exchange with the provincial center, and when it is worth a call. */
import { Duration } from 'aws-cdk-lib';

import { WARNINGS } from '../warnings.table.ts';
import { countedBy } from './counted-by.ts';
import type { FlowFunction } from './flow-function.ts';
import type { OnCall } from './on-call.ts';

/** Shorter silences are what back-off is for. */
const SILENT_TOO_LONG = Duration.hours(1);

/** What `exchange/resume` counts every five minutes. */
export const addExchangeAlarms = (resume: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(resume, 'ReportsStuck', {
    metric: countedBy(resume, 'ReportsStuck'),
    reaches: 1,
    ...WARNINGS.reportsStuck,
  });
  onCall.alarm(resume, 'CenterSilent', {
    metric: countedBy(resume, 'CenterSilentMinutes'),
    reaches: SILENT_TOO_LONG.toMinutes(),
    ...WARNINGS.centerSilent,
  });
};

/** What `reconciliation/nightly` counts every night; both are meant to be 0. */
export const addReconciliationAlarms = (daily: FlowFunction, onCall: OnCall): void => {
  onCall.alarm(daily, 'DifferencesOpen', {
    metric: countedBy(daily, 'DifferencesOpen'),
    reaches: 1,
    ...WARNINGS.differencesOpen,
  });
  onCall.alarm(daily, 'PeriodsUnanswered', {
    metric: countedBy(daily, 'PeriodsUnanswered'),
    reaches: 1,
    ...WARNINGS.periodsUnanswered,
  });
};
