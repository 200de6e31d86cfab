import { now } from '../../../shared/clock.ts';
import type { Env } from '../../../shared/env.ts';
import { actLog } from '../../../shared/store/access/act-log.ts';
import { eraser } from '../../../shared/store/case/eraser.ts';
import { caseStore } from '../../../shared/store/case/store.ts';
import { createTable } from '../../../shared/store/clients.ts';
import { createBucket } from '../../../shared/store/evidence/bucket.ts';
import { createPlaces } from '../../../shared/store/oversight/places.ts';
import { createRulebook } from '../../../shared/store/policy/rulebook.ts';
import { contestStore } from '../../../shared/store/rating/contest-store.ts';
import { dayRecords } from '../../../shared/store/reconciliation/day-records.ts';
import { ticketStore } from '../../../shared/store/ticket/store.ts';
import type { envs } from '../env.ts';

export const createRetentionDeps = (config: Env<typeof envs.retention>) => {
  const table = createTable(config);
  return {
    now,
    acts: actLog(table),
    cases: caseStore(table),
    contests: contestStore(table),
    eraser: eraser(table, createBucket(config)),
    places: createPlaces(table, now),
    records: dayRecords(table),
    rulebook: createRulebook(table, now),
    tickets: ticketStore(table),
  };
};
