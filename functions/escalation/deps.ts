import { now } from '../../shared/clock.ts';
import type { Env, TableEnv } from '../../shared/env.ts';
import { dueOutlet } from '../../shared/queue/due-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import { openTable } from '../../shared/store/clients.ts';
import { dueIndex } from '../../shared/store/escalation/due-index.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { envs } from './env.ts';
import type { RaiseDeps } from './raise.ts';
import type { SweepDeps } from './sweep.ts';
import type { WatchDeps } from './watch.ts';

const escalationsTo = (url: string) => dueOutlet({ ...openTarget(url), now, member: 'ticketId' });

export const createRaiseDeps = (config: Env<typeof TableEnv>): RaiseDeps => {
  const table = openTable(config);
  return { now, tickets: ticketStore(table), rulebook: rulebook(table, now) };
};

export const createSweepDeps = (config: Env<typeof envs.sweep>): SweepDeps => ({
  now,
  publish,
  due: dueIndex(openTable(config)),
  escalations: escalationsTo(config.ESCALATION_QUEUE_URL),
  notices: dueOutlet({ ...openTarget(config.NOTICE_QUEUE_URL), now, member: 'noticeId' }),
});

export const createWatchDeps = (config: Env<typeof envs.watch>): WatchDeps => {
  const table = openTable(config);
  return {
    now,
    publish,
    due: dueIndex(table),
    tickets: ticketStore(table),
    rulebook: rulebook(table, now),
    results: watchStore(table),
    escalations: escalationsTo(config.ESCALATION_QUEUE_URL),
  };
};
