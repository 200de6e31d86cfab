import '../../support/silent-logs.ts';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { eraseNightly } from '../../../functions/case/retention.ts';
import type { RetentionDeps } from '../../../functions/case/retention.ts';
import { buildRecord } from '../../../functions/exchange/record/build-record.ts';
import { caseDossier } from '../../../functions/exchange/record/case-dossier.ts';
import type { RecordRef } from '../../../shared/domain/exchange/case-report.ts';
import { newRecord } from '../../../shared/domain/exchange/record-state.ts';
import { erasedWords } from '../../../shared/domain/text/erased.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { eraser } from '../../../shared/store/case/eraser.ts';
import { sampleEvidence } from '../../contract/suite/evidence-store.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { startEngineStores } from '../../support/engine-stores.ts';
import type { EngineStores } from '../../support/engine-stores.ts';
import { pageOf } from '../../support/page-ref.ts';
import { sampleFiles } from '../../support/sample-file.ts';
import type { Key } from '../request.ts';
import { closeIt, deskOf } from '../ticket/desk.ts';
import type { Desk } from '../ticket/desk.ts';
import { bodyOf, fridayMorning, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

/** What the applicant of every sample case is called, and what the residents of this test write. */
const personal = ['测试甲', '13800000001', '33060219900101', '王老五', '等了九天'];

const masked = ['测**', '138****0001'];

const words = { level: 'very_dissatisfied', text: '等了九天，王老五不理我', contactConsent: true };

const dayMs = 24 * 60 * 60_000;
const periodMs = 2 * 365 * dayMs;

interface Recorded extends KeyRing {
  /** Encrypted texts of which the plain text has something personal. */
  readonly personal: Set<string>;
}

const recordingKeys = (keys: KeyRing): Recorded => {
  const sealed = new Set<string>();
  return {
    personal: sealed,
    decrypt: (text, place) => keys.decrypt(text, place),
    key: (purpose) => keys.key(purpose),
    async encrypt(plain, place) {
      const text = await keys.encrypt(plain, place);
      if (personal.some((part) => plain.includes(part))) sealed.add(text);
      return text;
    },
  };
};

let engine: EngineStores;
let keys: Recorded;
let world: World;
let by: Key;
let counts: Record<string, number>;
let faults: unknown[];

beforeEach(async () => {
  engine = await startEngineStores(Date.parse(fridayMorning));
  keys = recordingKeys(engine.stores.keys);
  world = worldOver({ ...engine.stores, keys });
  by = await world.integrator();
  counts = {};
  faults = [];
});
afterEach(() => engine.stop());

const run = (more: Partial<RetentionDeps> = {}): Promise<void> =>
  eraseNightly({
    ...engine.stores,
    now: world.clock.now,
    eraser: eraser(engine.table, engine.bucket),
    rulebook: engine.stores.rulebookBy(world.clock.now),
    publish: (published) => Object.assign(counts, published),
    raise: (fault) => faults.push(fault),
    ...more,
  })();

const items = async () =>
  (await engine.table.client.send(new ScanCommand({ TableName: engine.table.name }))).Items ?? [];

/** Items that hold something personal of a case, in plain text or encrypted. */
const holding = async (projectNo: string): Promise<readonly string[]> => {
  const all = (await items()).filter((item) => JSON.stringify(item).includes(projectNo));
  return all
    .filter((item) => {
      const text = JSON.stringify(item);
      return [...personal, ...masked, ...keys.personal].some((part) => text.includes(part));
    })
    .map((item) => `${item['kind']?.S}`)
    .toSorted();
};

const finish = async (projectNo: string): Promise<void> => {
  const event = {
    eventId: `${projectNo}-finished`,
    type: 'finished',
    projectNo,
    at: world.clock.now(),
    result: { outcome: 'granted', note: '王老五已领取' },
  };
  await world.call('POST /v1/cases', { by, body: { events: [event] } });
};

const rate = async (projectNo: string, body: object, page?: string) => {
  const token = await world.token(by, projectNo);
  const clientRef = page === undefined ? undefined : pageOf(page);
  const sent = { token, ...body, ...(clientRef && { clientRef }) };
  return bodyOf<{ receipt: string }>(await world.call('POST /v1/ratings', { body: sent })).receipt;
};

const upload = async (ticketId: string): Promise<string> => {
  const sealedName = await keys.encrypt('王老五.pdf', 'name');
  const offered = sampleEvidence({ ticketId, sealedName });
  await engine.stores.evidence.offer(offered);
  const { url, headers } = await engine.stores.evidence.upload(offered, world.clock.now());
  const { 'content-length': _length, ...others } = headers;
  const put = { method: 'PUT', headers: others, body: new Uint8Array(sampleFiles.pdf) };
  expect((await fetch(url, put)).status).toBe(200);
  return offered.id;
};

interface Closed {
  readonly projectNo: string;
  readonly evidenceId: string;
  readonly desk: Desk;
}

/** A case with everything that it can hold: rated, contradicted, worked on, closed, followed up. */
const closedCase = async (): Promise<Closed> => {
  const projectNo = await world.acceptedCase(by);
  await finish(projectNo);
  const receipt = await rate(projectNo, words);
  await rate(projectNo, { ...words, level: 'satisfied' }, 'another page');
  const desk = deskOf(
    { ...world, stores: engine.stores as FakeStores },
    { id: `${projectNo}-1`, receipt },
  );
  const evidenceId = await upload(desk.id);
  await desk.done(people.handler, {
    type: 'recordContact',
    way: 'phone',
    outcome: 'no_answer',
    note: '王老五未接',
  });
  await closeIt(desk);
  expect(outcomeOf(await desk.append({ level: 'satisfied', text: '王老五改了' }))).toBe('201');
  return { projectNo, evidenceId, desk };
};

const audit = async (desk: Desk) =>
  bodyOf<{ readonly audit: { readonly intact: boolean } }>(await desk.file(people.handler)).audit;

const recountOf = async () =>
  (
    await world.call('GET /v1/figures/recount', {
      as: { ...people.supervisor, area: '330600' },
      query: { from: '2026-11-01', to: '2026-11-30' },
    })
  ).body as { readonly read: object; readonly differences: readonly object[] };

/** What a run does not write itself. */
const everything = async () =>
  (await items()).filter(({ kind }) => !['act', 'retention_progress'].includes(kind?.S ?? ''));

describe('the nightly run', () => {
  it('leaves nothing personal of a case after its period, and changes no figure', async () => {
    const { projectNo, desk, evidenceId } = await closedCase();
    const before = await recountOf();
    expect(await holding(projectNo)).toEqual([
      'case',
      'evidence',
      'rating',
      'rating',
      'rating_attempt',
      'step',
    ]);
    world.clock.advance(periodMs + 3 * dayMs);
    await run();
    expect([counts, faults]).toEqual([{ CasesErased: 1, CasesNotErased: 0 }, []]);
    expect(await holding(projectNo)).toEqual([]);
    expect(await audit(desk)).toMatchObject({ intact: true });
    const { read, differences } = await recountOf();
    expect([read, differences]).toEqual([before.read, before.differences]);
    const [file] = await eraser(engine.table, engine.bucket).evidenceOf(desk.id);
    expect(file?.id).toBe(evidenceId);
    expect(await engine.stores.evidence.arrived(file!)).toBeUndefined();
  });

  it('says so wherever something was erased', async () => {
    const { desk, evidenceId } = await closedCase();
    world.clock.advance(periodMs + 3 * dayMs);
    await run();
    const file = bodyOf<Record<string, unknown>>(await desk.file(people.handler));
    expect(file).toMatchObject({
      words: erasedWords,
      applicant: { name: erasedWords },
      followUp: { text: erasedWords },
      submission: { answer: '向您致歉,已办结。' },
    });
    const receipt = bodyOf<{ rating: object; ticket: object }>(await desk.receiptView());
    expect(receipt.rating).toMatchObject({ text: erasedWords });
    expect(receipt.ticket).toMatchObject({ answer: '向您致歉,已办结。' });
    const asked = { as: people.handler, path: { id: evidenceId } };
    const shown = await world.call('GET /v1/evidence/{id}', asked);
    expect(outcomeOf(shown)).toBe('410 evidence_erased');
  });

  it('erases nothing within the period, and nothing of what is open', async () => {
    const { projectNo } = await closedCase();
    const open = await world.acceptedCase(by);
    await finish(open);
    await rate(open, words);
    const running = await world.acceptedCase(by);
    world.clock.advance(periodMs - 2 * dayMs);
    const before = await everything();
    await run();
    expect(await everything()).toEqual(before);
    expect(counts).toEqual({ CasesErased: 0, CasesNotErased: 0 });
    world.clock.advance(8 * dayMs);
    await run();
    await run();
    expect(await holding(projectNo)).toEqual([]);
    expect(await holding(open)).toEqual(['case', 'rating']);
    expect(await holding(running)).toEqual(['case']);
  });

  it('goes on where the last run ended, and repeats nothing', async () => {
    const numbers: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const projectNo = await world.acceptedCase(by);
      await finish(projectNo);
      await rate(projectNo, { level: 'satisfied', text: '王老五很好', contactConsent: false });
      numbers.push(projectNo);
    }
    world.clock.advance(periodMs + dayMs);
    for (const left of [2, 1, 0, 0]) {
      await run({ mostCases: 1 });
      const kept = await Promise.all(numbers.map((projectNo) => holding(projectNo)));
      expect(kept.filter((found) => found.length > 0)).toHaveLength(left);
    }
    expect(counts).toEqual({ CasesErased: 0, CasesNotErased: 0 });
  });

  it('tells the log of acts what it did, and tries what failed again', async () => {
    const { projectNo } = await closedCase();
    world.clock.advance(periodMs + 3 * dayMs);
    const broken = eraser(engine.table, engine.bucket);
    await run({
      eraser: {
        ...broken,
        async eraseFile() {
          throw new Error('no access to the bucket');
        },
      },
    });
    expect(counts).toEqual({ CasesErased: 0, CasesNotErased: 1 });
    expect(faults).toHaveLength(1);
    world.clock.advance(40 * dayMs);
    await run();
    expect(counts).toEqual({ CasesErased: 1, CasesNotErased: 0 });
    expect(await holding(projectNo)).toEqual([]);
    const { acts } = await engine.stores.acts.part(1, 500);
    expect(acts.slice(-4)).toMatchObject([
      { phase: 'asked', by: 'system', call: 'SCHEDULE case/retention' },
      { phase: 'ended', status: 500, about: { erased: '0', failed: '1' } },
      { phase: 'asked', by: 'system', subject: { settledUntil: '2027-01-01' } },
      { phase: 'ended', status: 200, about: { erased: '1', failed: '0' } },
    ]);
  });

  it('lets the province know that a record can never be sent, instead of an empty one', async () => {
    const { projectNo } = await closedCase();
    world.clock.advance(periodMs + 3 * dayMs);
    await run();
    const file = await caseDossier(projectNo, engine.stores);
    if (file === undefined) throw new Error('no case');
    const deps = {
      keys,
      departmentName: async () => undefined,
      orgCode: async () => '330602000000001',
      areaName: async () => '越城区',
    };
    const faultOf = async (ref: RecordRef) => {
      const built = await buildRecord(
        { file, record: newRecord(projectNo, ref), records: [] },
        deps,
      );
      return built.ok ? 'sent' : built.fault;
    };
    const erased = { fault: 'erased' };
    expect(await faultOf({ kind: 'service', serviceNumber: 1 })).toMatchObject(erased);
    const rating = { kind: 'rating', serviceNumber: 1, assessNumber: 1 } as const;
    expect(await faultOf(rating)).toMatchObject(erased);
  });
});
