/** The metrics of the exchange with the provincial center and their alarms. */
import { Duration } from 'aws-cdk-lib';

import { WARNINGS } from '../../warnings.table.ts';
import type { FlowFunction } from '../flow-function.ts';
import { countedBy } from './counted-by.ts';
import type { OnCall } from './on-call.ts';

/** Shorter outages are handled by the back-off. */
const SILENT_TOO_LONG = Duration.hours(1);

/** Adds the alarms on the counts of `exchange/resume`, published every five minutes. */
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
  onCall.alarm(resume, 'CallbacksOpen', {
    metric: countedBy(resume, 'CallbacksOpen'),
    reaches: 1,
    ...WARNINGS.callbacksOpen,
  });
};

/**
 * Adds the alarms on the counts of `reconciliation/nightly`, published every night. The target of
 * both is 0.
 */
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
