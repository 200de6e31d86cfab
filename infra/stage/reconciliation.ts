/**
 * Compares the records of both sides for a day, every night and on request, and tracks the
 * differences.
 */
import { addReconciliationAlarms } from '../construct/alarm/exchange-alarms.ts';
import { runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addReconciliation = (flow: LoopBase): void => {
  const { table, keys, claims, center, onCall, scheduleFailures: failures } = flow;
  const items = table.may('BatchGetItem', 'GetItem', 'PutItem', 'Query');
  const both = [items, table.query('list'), ...keys, center];
  flow.add('reconciliation/staff', ...both, claims);
  const nightly = flow.add('reconciliation/nightly', ...both, failures.receive());
  runOnSchedule(nightly, { dailyAt: '02:30', failures });
  addReconciliationAlarms(nightly, onCall);
};
