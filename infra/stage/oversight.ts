/**
 * Oversight: promised cases by light, steps by their terms, pads by their heartbeats, the coverage of ratings, and every
 * night the audit chains of tickets.
 */
import { addAuditAlarm } from '../construct/alarm/audit-alarm.ts';
import { runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addOversight = (flow: LoopBase): void => {
  const { table, claims, onCall, scheduleFailures: failures } = flow;
  const items = table.may('GetItem', 'PutItem', 'Query');
  flow.add('oversight/staff', items, table.query('list'), claims);
  const verify = flow.add('oversight/verify', items, table.query('list'), failures.receive());
  runOnSchedule(verify, { dailyAt: '03:30', failures });
  addAuditAlarm(verify, onCall);
};
