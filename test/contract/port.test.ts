import { afterAll, beforeAll, describe } from 'vitest';

import { tableMishaps } from '../../infra/local/runtime/injected-faults.ts';
import { createRandom } from '../../infra/local/scenario/town/random.ts';
import { fakeStores } from '../fake/stores.ts';
import type { Stores } from '../fake/stores.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import { actLogContract } from './suite/act-log.ts';
import { approvalStoreContract } from './suite/approval-store.ts';
import { attemptStoreContract } from './suite/attempt-store.ts';
import { auditStoreContract } from './suite/audit-store.ts';
import { caseStoreContract } from './suite/case-store.ts';
import { centerCallStoreContract } from './suite/center-call-store.ts';
import { claimStoreContract } from './suite/claim-store.ts';
import { contestStoreContract } from './suite/contest-store.ts';
import { dayRecordsContract } from './suite/day-records.ts';
import { differenceStoreContract } from './suite/difference-store.ts';
import { dueIndexContract } from './suite/due-index.ts';
import { entryStoreContract } from './suite/entry-store.ts';
import { evidenceStoreContract } from './suite/evidence-store.ts';
import { figureStoreContract } from './suite/figure-store.ts';
import { integratorStoreContract } from './suite/integrator-store.ts';
import { issuerStoreContract } from './suite/issuer-store.ts';
import { keptCallbackStoreContract } from './suite/kept-callback-store.ts';
import { keyRingContract } from './suite/key-ring.ts';
import { messageStoreContract } from './suite/message-store.ts';
import { noticeStoreContract } from './suite/notice-store.ts';
import { padStoreContract } from './suite/pad-store.ts';
import { periodKeysContract } from './suite/period-keys.ts';
import { periodStoreContract } from './suite/period-store.ts';
import { placesContract } from './suite/places.ts';
import { pressStoreContract } from './suite/press-store.ts';
import { ratingStoreContract } from './suite/rating-store.ts';
import { registerStoreContract } from './suite/register-store.ts';
import { replayGuardContract } from './suite/replay-guard.ts';
import { reportStoreContract } from './suite/report-store.ts';
import { ruleStoresContract } from './suite/rule-stores.ts';
import { friday } from './suite/sample.ts';
import { ticketSaveContract } from './suite/ticket-save.ts';
import { ticketStoreContract } from './suite/ticket-store.ts';
import { watchStoreContract } from './suite/watch-store.ts';
import { webhookStoreContract } from './suite/webhook-store.ts';

const chance = createRandom('contention');
/**
 * Every fourth write conflicts with another transaction, every third key of a batch is unprocessed.
 */
const mishaps = tableMishaps({ conflict: 0.25, leftOver: 0.33 }, () => chance.below(1000) / 1000);

interface Started {
  readonly stores: Stores;
  stop(): Promise<void>;
}

const implementations: readonly (readonly [string, () => Promise<Started>])[] = [
  ['the fakes', async () => ({ stores: fakeStores(), stop: async () => undefined })],
  ['the stores over the embedded engine', () => startEngineStores(Date.parse(friday))],
  ['the stores under contention', () => startEngineStores(Date.parse(friday), { mishaps })],
];

describe.each(implementations)('%s keep the promises of their ports', (_name, start) => {
  let started: Started | undefined;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started?.stop());

  const given = (): Stores => {
    if (started === undefined) throw new Error('the stores have not started');
    return started.stores;
  };
  caseStoreContract(given);
  ratingStoreContract(given);
  attemptStoreContract(given);
  contestStoreContract(given);
  ticketStoreContract(given);
  ticketSaveContract(given);
  padStoreContract(given);
  pressStoreContract(given);
  claimStoreContract(given);
  entryStoreContract(given);
  evidenceStoreContract(given);
  integratorStoreContract(given);
  issuerStoreContract(given);
  approvalStoreContract(given);
  actLogContract(given);
  centerCallStoreContract(given);
  keptCallbackStoreContract(given);
  periodStoreContract(given);
  periodKeysContract(given);
  auditStoreContract(given);
  differenceStoreContract(given);
  figureStoreContract(given);
  dayRecordsContract(given);
  noticeStoreContract(given);
  messageStoreContract(given);
  webhookStoreContract(given);
  dueIndexContract(given);
  watchStoreContract(given);
  placesContract(given);
  registerStoreContract(given);
  reportStoreContract(given);
  replayGuardContract(given);
  ruleStoresContract(given);
  keyRingContract(given);
});
