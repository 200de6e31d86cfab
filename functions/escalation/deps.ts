import { now } from '../../shared/clock.ts';
import type { Env, TableEnv } from '../../shared/env.ts';
import { createDuePublisher } from '../../shared/queue/due-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { createTable } from '../../shared/store/clients.ts';
import { dueIndex } from '../../shared/store/escalation/due-index.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { publish } from '../../shared/telemetry.ts';
import type { envs } from './env.ts';
import type { RaiseDeps } from './raise.ts';
import type { SweepDeps } from './sweep.ts';
import type { WatchDeps } from './watch.ts';

const escalationsTo = (url: string) =>
  createDuePublisher({ ...createQueueTarget(url), now, member: 'ticketId' });

export const createRaiseDeps = (config: Env<typeof TableEnv>): RaiseDeps => {
  const table = createTable(config);
  return { now, tickets: ticketStore(table), rulebook: createRulebook(table, now) };
};

export const createSweepDeps = (config: Env<typeof envs.sweep>): SweepDeps => ({
  now,
  publish,
  due: dueIndex(createTable(config)),
  escalations: escalationsTo(config.ESCALATION_QUEUE_URL),
  notices: createDuePublisher({
    ...createQueueTarget(config.NOTICE_QUEUE_URL),
    now,
    member: 'noticeId',
  }),
  messageCalls: createDuePublisher({
    ...createQueueTarget(config.MESSAGE_QUEUE_URL),
    now,
    member: 'messageId',
  }),
});

export const createWatchDeps = (config: Env<typeof envs.watch>): WatchDeps => {
  const table = createTable(config);
  return {
    now,
    publish,
    due: dueIndex(table),
    tickets: ticketStore(table),
    rulebook: createRulebook(table, now),
    results: watchStore(table),
    places: createPlaces(table, now),
    escalations: escalationsTo(config.ESCALATION_QUEUE_URL),
  };
};
