import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { CaseEventFacts } from '../../../events/case/event.ts';
import { loopClient } from '../../../infra/local/client/loop-client.ts';
import type { Call, Reply } from '../../../infra/local/client/loop-client.ts';
import { formatMarkdown } from '../../../infra/local/scenario/conformance/certificate.ts';
import { openMockCity } from '../../../infra/local/scenario/conformance/listen.ts';
import type { MockCity } from '../../../infra/local/scenario/conformance/listen.ts';
import { replay } from '../../../infra/local/scenario/conformance/replay.ts';
import { openScene } from '../../../infra/local/scenario/conformance/scene.ts';
import { retry } from '../../../shared/retry.ts';
import { acceptedLine, csvOf } from '../../function/case/import-file-sample.ts';
import { serveWorld } from './served-world.ts';
import type { ServedWorld } from './served-world.ts';

let folder: string;
let world: ServedWorld;
let city: MockCity;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'listen-'));
});

beforeEach(async () => {
  world = await serveWorld();
  city = await openMockCity({ upstream: world.url, port: 0, key: world.key, kit: '0.1.0' });
});

afterEach(async () => {
  await city.stop();
  await world.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

type Client = (call: Call) => Promise<Reply<{ code?: string }>>;

const signing: Client = async (call) => {
  const client = loopClient(city.url, { now: world.now });
  return client.send(await client.sign(world.key, call));
};

const openCityScene = () =>
  openScene(loopClient(city.url, { now: world.now }), world.key, world.now);

const reportOf = (events: readonly object[]): Call => ({
  method: 'POST',
  path: '/v1/cases',
  body: JSON.stringify({ events }),
});

/** Comes again, signed anew, until there is an answer to go by. */
const patient: Client = (call) =>
  retry(
    async () => {
      try {
        const reply = await signing(call);
        return reply.status < 500 ? reply : undefined;
      } catch (fault) {
        if (fault instanceof TypeError) return undefined;
        throw fault;
      }
    },
    { tries: 3, exhausted: () => new Error('gave up') },
  );

/** Loses heart at the first failure. */
const hasty: Client = async (call) => {
  try {
    return await signing(call);
  } catch {
    return { status: 0, headers: new Headers(), body: {} };
  }
};

const finishedOf = ({ projectNo, at }: CaseEventFacts) => ({
  eventId: `${projectNo}-finished`,
  type: 'finished',
  projectNo,
  at,
  result: { outcome: 'granted' },
});

/** What a self-built system does in a day, through a client of its own making. */
const day = async (send: Client): Promise<void> => {
  const scene = openCityScene();
  for (const event of [1, 2, 3, 4].map(() => scene.createEvent())) {
    await send(reportOf([event]));
    await send(reportOf([finishedOf(event)]));
    const { projectNo } = event;
    const asked = JSON.stringify({ projectNo, serviceNumber: 1, channel: 'qr' });
    await send({ method: 'POST', path: '/v1/invitations', body: asked });
  }
};

const judged = (): Readonly<Record<string, string>> =>
  Object.fromEntries(city.certificate().checks.map(({ id, outcome }) => [id, outcome]));

describe('an integrator’s client', () => {
  it('that comes again after losses, signed anew, conforms', async () => {
    await day(patient);
    const file = csvOf([acceptedLine()]);
    const headers = { 'content-type': 'text/csv' };
    await signing({ method: 'POST', path: '/v1/cases/import', body: file, headers });
    expect(judged()).toEqual({
      'client.signs': 'passed',
      'client.fresh': 'passed',
      'client.events': 'passed',
      'client.scope': 'passed',
      'client.busy': 'passed',
      'client.lost': 'passed',
      'client.finishes': 'passed',
      'client.invites': 'passed',
      'client.imports': 'passed',
    });
    expect(city.certificate()).toMatchObject({ side: 'integrator', conforms: true });
    // Eight events and one line, each written once.
    expect(world.stores.memory.count('case')).toBe(9);
  });

  it('that gives up fails at what was lost', async () => {
    await day(hasty);
    expect(judged()).toMatchObject({
      'client.fresh': 'not_shown',
      'client.busy': 'failed',
      'client.lost': 'failed',
      'client.imports': 'not_shown',
    });
    expect(city.certificate().conforms).toBe(false);
  });

  it('that sends an old signature again is found out', async () => {
    const scene = openCityScene();
    const client = loopClient(city.url, { now: world.now });
    const call = await client.sign(world.key, reportOf([scene.createEvent()]));
    await client.send(call);
    await signing(reportOf([scene.createEvent()]));
    await client.send(call);
    expect(judged()).toMatchObject({ 'client.fresh': 'failed', 'client.signs': 'passed' });
  });

  it('that signs wrongly or reports what does not fit is told by what', async () => {
    const scene = openCityScene();
    const client = loopClient(city.url, { now: world.now });
    const stranger = { ...world.key, secret: 'other' };
    await client.send(await client.sign(stranger, reportOf([scene.createEvent()])));
    await patient(reportOf([{ ...scene.createEvent(), projectNo: '1' }, scene.createEvent()]));
    const because = Object.fromEntries(
      city.certificate().checks.map((check) => [check.id, check.because]),
    );
    expect(because).toMatchObject({
      'client.signs': 'signature_invalid',
      'client.events': 'invalid_input /projectNo',
    });
  });

  it('that goes beyond the scope or the rights of its key is told so', async () => {
    const scene = openCityScene();
    const client = loopClient(city.url, { now: world.now });
    const send = async (call: Call) => client.send(await client.sign(world.narrow, call));
    await send(reportOf([scene.createEvent()]));
    await send(reportOf([scene.createEvent()]));
    await send(reportOf([scene.createEvent()]));
    const asked = { projectNo: scene.createProjectNo(), serviceNumber: 1, channel: 'qr' };
    await send({ method: 'POST', path: '/v1/invitations', body: JSON.stringify(asked) });
    const headers = { 'content-type': 'text/csv' };
    const body = csvOf([acceptedLine()]);
    await send({ method: 'POST', path: '/v1/cases/import', body, headers });
    const { checks, conforms } = city.certificate();
    expect(checks.find(({ id }) => id === 'client.scope')).toMatchObject({
      outcome: 'failed',
      because: 'not_permitted; outside_scope_of_key',
    });
    expect(conforms).toBe(false);
  });

  it('that has shown next to nothing is not certified, whatever it did well', async () => {
    const scene = openCityScene();
    await signing(reportOf([scene.createEvent()]));
    const { conforms, counts } = city.certificate();
    expect({ conforms, failed: counts.failed }).toEqual({ conforms: false, failed: 0 });
  });

  it('that has not shown everything is not certified, and told so', async () => {
    await day(patient);
    const certificate = city.certificate();
    expect(certificate).toMatchObject({ conforms: false, counts: { failed: 0, not_shown: 1 } });
    expect(formatMarkdown(certificate)).toContain('not everything was shown');
  });

  it('may ask for its verdict while it is being watched', async () => {
    const { body } = await loopClient(city.url).send<object>({ method: 'GET', path: '/_conform' });
    expect(body).toMatchObject({ conforms: false, counts: { passed: 0 } });
  });
});

const replayed = async (path: string, key = world.key) => {
  const results = [];
  for await (const one of replay(path, loopClient(world.url, { now: world.now }), key))
    results.push(one);
  return results;
};

describe('a recording', () => {
  it('makes the same calls again, signed anew, and nothing is stored twice', async () => {
    await day(patient);
    const path = join(folder, 'day.jsonl');
    await city.record(path);
    const cases = world.stores.memory.count('case');
    const results = await replayed(path);
    expect(results.map(({ status, asExpected }) => [status, asExpected])).toEqual(
      results.map(({ call }) => [call.path === '/v1/cases' ? 200 : 201, true]),
    );
    expect(results.length).toBeGreaterThan(10);
    expect(world.stores.memory.count('case')).toBe(cases);
  });

  it('tells where the answer is another one', async () => {
    const path = join(folder, 'other.jsonl');
    const read = { method: 'GET', path: '/v1/cases/330602261120000000001' };
    const lines = [
      { ...read, expect: { status: 200 } },
      { ...read, expect: { status: 404, code: 'case_unknown' } },
    ];
    await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n\n'));
    const results = await replayed(path);
    expect(results.map(({ line, asExpected }) => [line, asExpected])).toEqual([
      [1, false],
      [3, true],
    ]);
    await writeFile(path, '{"method":"FETCH","path":"/"}');
    await expect(replayed(path)).rejects.toThrow('line 1: method');
    await writeFile(path, '张三 13900000001');
    await expect(replayed(path)).rejects.toThrow(/^line 1: no JSON$/);
  });
});
