import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';

import { frozenClock } from '../../infra/local/engine/clock.ts';
import type { SteerableClock } from '../../infra/local/engine/clock.ts';
import { openDatabase } from '../../infra/local/engine/database.ts';
import { serveEngine } from '../../infra/local/engine/http.ts';
import { createKmsEngine } from '../../infra/local/engine/kms/kms-engine.ts';
import type { ChangeStream, TableDefinition } from '../../infra/local/engine/model.ts';
import { createObjectEndpoint } from '../../infra/local/engine/object/object-endpoint.ts';
import { createObjectEngine } from '../../infra/local/engine/object/object-engine.ts';
import type {
  ObjectEngine,
  ObjectEngineOptions,
} from '../../infra/local/engine/object/object-engine.ts';
import { createTableEngine } from '../../infra/local/engine/table/table-engine.ts';
import type {
  EmbeddedTableEngine,
  TableEngineOptions,
} from '../../infra/local/engine/table/table-engine.ts';
import { readSystem } from '../../infra/local/runtime/read-system.ts';
import { LOCAL_PLACE } from '../../infra/local/runtime/template/place.ts';
import { ensureAssembly } from '../../infra/local/system/assembly.ts';
import { now } from '../../shared/clock.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { actLog } from '../../shared/store/access/act-log.ts';
import { approvalStore } from '../../shared/store/access/approval-store.ts';
import { integratorStore } from '../../shared/store/access/integrator-store.ts';
import { issuerStore } from '../../shared/store/access/issuer-store.ts';
import { replayGuard } from '../../shared/store/access/replay-guard.ts';
import { calendarStore } from '../../shared/store/calendar/store.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { dueIndex } from '../../shared/store/escalation/due-index.ts';
import { watchStore } from '../../shared/store/escalation/watch-store.ts';
import { createBucket } from '../../shared/store/evidence/bucket.ts';
import type { Bucket } from '../../shared/store/evidence/bucket.ts';
import { evidenceStore } from '../../shared/store/evidence/store.ts';
import { centerCallStore } from '../../shared/store/exchange/callback-store.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { keptCallbackStore } from '../../shared/store/exchange/kept-callback-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { keyRing } from '../../shared/store/key-ring.ts';
import { messageStore } from '../../shared/store/message/store.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { webhookStore } from '../../shared/store/notice/webhook-store.ts';
import { auditStore } from '../../shared/store/oversight/audit-store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { registerStore } from '../../shared/store/oversight/register-store.ts';
import { claimStore } from '../../shared/store/pad/claim-store.ts';
import { pressStore } from '../../shared/store/pad/press-store.ts';
import { padStore } from '../../shared/store/pad/store.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { attemptStore } from '../../shared/store/rating/attempt-store.ts';
import { contestStore } from '../../shared/store/rating/contest-store.ts';
import { entryStore } from '../../shared/store/rating/entry-store.ts';
import { invitationStore } from '../../shared/store/rating/invitation-store.ts';
import { periodKeys } from '../../shared/store/rating/period-keys.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { tryCounter } from '../../shared/store/rating/try-counter.ts';
import { dayRecords } from '../../shared/store/reconciliation/day-records.ts';
import { differenceStore } from '../../shared/store/reconciliation/difference-store.ts';
import type { Table } from '../../shared/store/table.ts';
import { stepLedger } from '../../shared/store/ticket/step-ledger.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import { fakeCenterGateway } from '../fake/center-gateway.ts';
import { fakeRecountPublisher } from '../fake/rulebook.ts';
import type { Stores } from '../fake/stores.ts';
import { directHandler, unsigned } from './direct-handler.ts';

const nowhere = 'http://127.0.0.1';

/** The only table as the template declares it; it is declared nowhere else. */
const tableOfTemplate = async (): Promise<TableDefinition> => {
  const system = readSystem(
    await ensureAssembly(),
    { PublicUrl: nowhere, OidcIssuer: nowhere, OidcAudience: 'haochaping' },
    { ...LOCAL_PLACE, apiUrl: nowhere, engineUrl: nowhere },
  );
  const [table] = system.tables;
  if (table === undefined || system.tables.length > 1) throw new Error('expected one table');
  return table;
};

export interface EngineStores {
  readonly stores: Stores;
  readonly table: Table;
  readonly bucket: Bucket;
  readonly clock: SteerableClock;
  /** Number of items of a kind in the table. */
  count(kind: string): Promise<number>;
  /** The changes of the table. */
  readonly stream: ChangeStream;
  /** Read units billed so far, of the table and its indexes. */
  readUnits(): number;
  stop(): Promise<void>;
}

const counting =
  (table: Table) =>
  async (kind: string): Promise<number> => {
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    return Items.filter((item) => item['kind']?.S === kind).length;
  };

const keysOn = (table: Table, kms: KMSClient): KeyRing =>
  keyRing(table, {
    kms,
    keyArn: 'arn:aws-cn:kms:cn-north-1:000000000000:key/6c3f0a9b-e2d1-4775-a1c0-8be4470f9d52',
    mayMake: true,
  });

const storesOn = (table: Table, keys: KeyRing, bucket: Bucket): Stores => ({
  cases: caseStore(table),
  ratings: ratingStore(table),
  attempts: attemptStore(table),
  contests: contestStore(table),
  tries: tryCounter(table),
  tickets: ticketStore(table),
  pads: padStore(table),
  presses: pressStore(table),
  claims: claimStore(table),
  entries: entryStore(table),
  evidence: evidenceStore(table, bucket),
  integrators: integratorStore(table),
  issuers: issuerStore(table),
  approvals: approvalStore(table),
  acts: actLog(table),
  centerCalls: centerCallStore(table),
  kept: keptCallbackStore(table),
  replay: replayGuard(table),
  reports: reportStore(table),
  center: centerStore(table),
  gateway: fakeCenterGateway(),
  notices: noticeStore(table),
  messages: messageStore(table),
  webhooks: webhookStore(table),
  due: dueIndex(table),
  results: watchStore(table),
  calendars: calendarStore(table),
  policies: policyStore(table),
  registers: registerStore(table),
  places: createPlaces(table, now),
  audits: auditStore(table),
  rulebookBy: (now) => createRulebook(table, now),
  // A queue is not part of the table.
  recounts: fakeRecountPublisher(),
  figures: figureStore(table),
  invitations: invitationStore(table),
  records: dayRecords(table),
  stepLedger: stepLedger(table),
  periods: periodStore(table),
  differences: differenceStore(table),
  keys,
  periodKeys: periodKeys(table, keys),
});

const bucketName = 'evidence-of-tests';

/** An object store with one bucket that every caller with the test's key may use. */
const objectsIn = (
  options: Pick<ObjectEngineOptions, 'clock' | 'database' | 'directory'>,
): ObjectEngine => {
  const engine = createObjectEngine({ ...options, region: LOCAL_PLACE.region });
  engine.define({ name: bucketName, arn: `arn:aws-cn:s3:::${bucketName}`, cors: [] });
  engine.admit({ secretOf: () => 'test', refusal: () => undefined });
  return engine;
};

const readUnitsOf = (billed: ReturnType<EmbeddedTableEngine['billed']>): number =>
  Object.values(billed)
    .flatMap((table) => [table, ...Object.values(table.indexes)])
    .reduce((sum, { read }) => sum + read, 0);

/** The real stores, through unmodified SDK clients, over the embedded engine. */
export const startEngineStores = async (
  at: number,
  more: Pick<TableEngineOptions, 'mishaps' | 'shards'> = {},
): Promise<EngineStores> => {
  const definition = await tableOfTemplate();
  const directory = mkdtempSync(join(tmpdir(), 'stores-'));
  const database = openDatabase(':memory:');
  const clock = frozenClock(at);
  const tables = createTableEngine({ database, clock, ...more });
  tables.define(definition);
  const keys = createKmsEngine({ keyFile: join(directory, 'keys') });
  const objects = objectsIn({ database, clock, directory: join(directory, 'objects') });
  const endpoint = await serveEngine({
    services: [tables, keys],
    clock,
    rest: createObjectEndpoint(objects),
  });
  const aws = {
    endpoint: endpoint.url,
    region: LOCAL_PLACE.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const direct = { ...aws, requestHandler: directHandler(endpoint.endpoint), signer: unsigned };
  const table = { client: new DynamoDBClient(direct), name: definition.name };
  const kms = new KMSClient(direct);
  const bucket = createBucket({ EVIDENCE_BUCKET: bucketName }, aws);
  return {
    stores: storesOn(table, keysOn(table, kms), bucket),
    clock,
    table,
    bucket,
    count: counting(table),
    stream: tables.stream,
    readUnits: () => readUnitsOf(tables.billed()),
    async stop() {
      table.client.destroy();
      kms.destroy();
      bucket.client.destroy();
      await endpoint.stop();
      clock.stop();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
