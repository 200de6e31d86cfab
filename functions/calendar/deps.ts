import { now } from '../../shared/clock.ts';
import type { Env, TableEnv } from '../../shared/env.ts';
import { createRecountPublisher } from '../../shared/queue/recount-publisher.ts';
import { createQueueTarget } from '../../shared/queue/send-batch.ts';
import { calendarStore } from '../../shared/store/calendar/store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createTable } from '../../shared/store/clients.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import type { Table } from '../../shared/store/table.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { createProposeDeps } from '../access/propose-deps.ts';
import type { envs } from './env.ts';
import type { RecountDeps } from './recount.ts';
import type { SpreadDeps } from './spread.ts';

type SpreadConfig = Env<typeof envs.resume>;

const spreadOver = (table: Table, { RECOUNT_QUEUE_URL }: SpreadConfig): SpreadDeps => ({
  now,
  calendars: calendarStore(table),
  tickets: ticketStore(table),
  cases: caseStore(table),
  places: createPlaces(table, now),
  recounts: createRecountPublisher(createQueueTarget(RECOUNT_QUEUE_URL)),
});

/** Builds the dependencies that put open tickets on the recount queue. */
export const createSpreadDeps = (config: SpreadConfig): SpreadDeps =>
  spreadOver(createTable(config), config);

export const createCalendarDeps = (config: Env<typeof envs.staff>) => {
  const table = createTable(config);
  return {
    ...spreadOver(table, config),
    ...createProposeDeps(table),
    allowAssumed: config.ASSUMED_CALENDARS === 'on',
  };
};

export const createRecountDeps = (config: Env<typeof TableEnv>): RecountDeps => {
  const table = createTable(config);
  return {
    now,
    tickets: ticketStore(table),
    cases: caseStore(table),
    rulebook: createRulebook(table, now),
  };
};
