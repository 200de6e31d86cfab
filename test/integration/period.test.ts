import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Caller } from '../../infra/local/client/loop-client.ts';
import { badWords, callsOf, goodWords } from '../support/calls.ts';
import { acceptedEvent, creditCode, nextProjectNo } from '../support/case-facts.ts';
import { joinCity } from '../support/join-city.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';

const dayMs = 86_400_000;
const monday = '2026-11-16';

let dataDir: string;
let loop: Loop;
let refused: string;

/** Signs in for each call, because tokens expire within days. */
const [builder, second] = [() => loop.staff('sysadmin'), () => loop.staff('supervisor-city')];

/** A rated case of a department, with or without the code that the center requires. */
const rated = async (integrator: Caller, words: object, orgCode?: string): Promise<string> => {
  const projectNo = nextProjectNo();
  const event = acceptedEvent({ projectNo, at: new Date(loop.clock.now()).toISOString() });
  const department = { creditCode, name: '越城区测试局', ...(orgCode && { orgCode }) };
  const events = [{ ...event, header: { ...event.header, department } }];
  const { body } = await integrator.post<{ stored: number }>('/v1/cases', { events });
  expect(body.stored).toBe(1);
  loop.clock.advance(60_000);
  const calls = callsOf(loop, integrator);
  const { status } = await calls.rate(await calls.tokenFor(projectNo), words);
  expect(status).toBe(201);
  return projectNo;
};

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'period-'));
  loop = await startLoop({ dataDir });
  await joinCity(loop);
  const { calls: integrator } = await loop.integrator();
  const orgCode = '001008006602014';
  await rated(integrator, goodWords, orgCode);
  await rated(integrator, badWords, orgCode);
  refused = await rated(integrator, goodWords);
  await loop.system.idle();
}, 120_000);

afterAll(async () => {
  await loop?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Listed {
  readonly differences: readonly { readonly id: string; readonly finding: string }[];
}

const differences = async (): Promise<Listed['differences']> =>
  (await (await second()).get<Listed>('/v1/reports/differences')).body.differences;

const reconcile = async () =>
  (await builder()).post<object>('/v1/reports/reconcile', { day: monday });

describe('reconciliation on the booted template', () => {
  it('names what the center does not hold, and why', async () => {
    loop.clock.advance(dayMs);
    const { status, body } = await reconcile();
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'different', ratings: { ours: 3, theirs: 2 }, found: { rejected: 1 } },
    });
    expect(await differences()).toMatchObject([
      { id: `${monday}.rating.${refused}.1.1`, finding: 'rejected' },
    ]);
  });

  it('closes by itself in the night after the record was put right', async () => {
    const path = `/v1/reports/outbox/${refused}/resend`;
    const corrections = { orgCode: '001008006602014' };
    const { status, body } = await (
      await builder()
    ).post(path, {
      record: 'service-01',
      reason: '补填统一部门编码',
      corrections,
    });
    expect({ status, body }).toMatchObject({ status: 202 });
    loop.clock.advance(10 * 60_000);
    await loop.system.idle();
    loop.clock.advance(dayMs);
    await loop.system.idle();
    expect(await differences()).toEqual([]);
    expect((await reconcile()).body).toMatchObject({ state: 'equal', ratings: { theirs: 3 } });
  });
});

describe('the report of a month on the booted template', () => {
  it('is frozen by a second person, and reaches the center after an outage to the byte', async () => {
    loop.clock.advance(14 * dayMs);
    await loop.system.idle();
    const built = await (await builder()).post<{ digest: string }>('/v1/reports/2026-11/build', {});
    expect(built.status).toBe(201);
    const { digest } = built.body;
    expect((await (await builder()).post('/v1/reports/2026-11/submit', {})).status).toBe(403);
    loop.system.faults.center = { down: true };
    const submitted = await (await second()).post('/v1/reports/2026-11/submit', { digest });
    expect(submitted).toMatchObject({ status: 202, body: { state: 'submitted' } });
    delete loop.system.faults.center;
    loop.clock.advance(dayMs);
    await loop.system.idle();
    const shown = await (await second()).get<object>('/v1/reports/2026-11');
    expect(shown.headers.get('x-report-state')).toBe('accepted');
    expect(shown.body).toMatchObject({ city: { activeRatings: 3, badRatings: 1 } });
    const center = await loop.client.open().get<object>('/_local/center');
    expect(center.body).toMatchObject({
      periods: [{ period: '2026-11', edition: 1, digest, state: 'accepted' }],
    });
  });
});
