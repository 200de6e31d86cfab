/**
 * Receives case events from self-built systems, by call or as an import file, and erases identity and
 * words when their period is over.
 */
import { addRetentionAlarm } from '../construct/alarm/retention-alarm.ts';
import { runOnSchedule } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addCases = (flow: LoopBase): void => {
  const { table, keys, onCall, evidence, scheduleFailures: failures } = flow;
  // A case event may bind what was pressed at its window without a token.
  const items = table.may('GetItem', 'PutItem', 'DeleteItem', 'Query');
  flow.add('case/receive', items, ...keys);
  flow.add('case/integrator', items, ...keys);
  flow.add('case/public');
  const erasing = table.may(
    'BatchGetItem',
    'DeleteItem',
    'GetItem',
    'PutItem',
    'Query',
    'UpdateItem',
  );
  const files = [evidence.remove(), failures.receive()];
  const retention = flow.add('case/retention', erasing, table.query('list'), ...files);
  runOnSchedule(retention, { dailyAt: '04:10', failures });
  addRetentionAlarm(retention, onCall);
};
