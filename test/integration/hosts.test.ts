/** The same scenario on both function hosts must give the same results. */
import { afterAll, describe, expect, it } from 'vitest';

import type { HostKind } from '../../infra/local/runtime/function-host/function-hosts.ts';
import { center } from '../simulation/center-access.ts';
import { badWords, callsOf, goodWords } from '../support/calls.ts';
import type { Calls } from '../support/calls.ts';
import { acceptedEvent, nextProjectNo } from '../support/case-facts.ts';
import { departmentOfHandler, deskCalls, firstHandler } from '../support/desk-calls.ts';
import type { DeskCalls } from '../support/desk-calls.ts';
import { joinCity } from '../support/join-city.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { pageOf } from '../support/page-ref.ts';
import { sampleFiles } from '../support/sample-file.ts';

const minute = 60_000;
const [handler, supervisor] = [firstHandler!.id, 'supervisor-yuecheng'];

interface City {
  readonly loop: Loop;
  readonly calls: Calls;
  readonly desk: DeskCalls;
  readonly report: (events: readonly object[]) => Promise<unknown>;
}

interface Played {
  /** All responses and all stored items, without random and time-dependent values. */
  readonly seen: Readonly<Record<string, unknown>>;
  readonly units: { readonly read: number; readonly write: number };
}

const running: Loop[] = [];
afterAll(() => Promise.all(running.map((loop) => loop.stop())));

const settle = async ({ loop }: City): Promise<void> => {
  for (let step = 0; step < 6; step += 1) {
    loop.clock.advance(minute);
    await loop.system.idle();
  }
};

const served = async ({ loop, report }: City): Promise<string> => {
  const projectNo = nextProjectNo();
  const at = new Date(loop.clock.now()).toISOString();
  const { header, ...accepted } = acceptedEvent({ projectNo, at, hall: '330602-H1', window: '1' });
  const department = { ...departmentOfHandler(firstHandler), orgCode: '001008006007014' };
  const result = { outcome: 'granted' };
  await report([
    { ...accepted, header: { ...header, department } },
    { eventId: `${projectNo}-f`, type: 'finished', projectNo, at, result },
  ]);
  return projectNo;
};

const rectify = async ({ desk }: City, id: string): Promise<void> => {
  const evidence = [await desk.upload(id, 'pdf', sampleFiles.pdf)];
  for (const action of [
    { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电致歉' },
    { type: 'find', kind: 'complex', cause: 'process' },
    { type: 'submit', result: 'rectified', measure: '已整改', answer: '已为您办结', evidence },
  ]) {
    await desk.done(handler, id, action);
  }
  await desk.done(supervisor, id, { type: 'approve' });
};

/** Numbers of cases and receipts differ between runs; they are replaced by fixed names. */
const withoutNames = (value: unknown, names: Readonly<Record<string, string>>): unknown => {
  let text = JSON.stringify(value);
  for (const [name, stands] of Object.entries(names)) text = text.replaceAll(name, stands);
  return JSON.parse(text) as unknown;
};

const unitsOf = ({ system }: Loop): Played['units'] => {
  const accounts = Object.values(system.tables.billed()).flatMap(({ indexes, ...own }) => [
    own,
    ...Object.values(indexes),
  ]);
  const sum = (kind: 'read' | 'write') => accounts.reduce((all, one) => all + one[kind], 0);
  return { read: sum('read'), write: sum('write') };
};

const cityOn = async (host: HostKind): Promise<City> => {
  const loop = await startLoop({ host });
  running.push(loop);
  const { calls: integrator } = await loop.integrator();
  const calls = callsOf(loop, integrator);
  await joinCity(loop);
  const report = (events: readonly object[]) => integrator.post('/v1/cases', { events });
  return { loop, calls, report, desk: deskCalls(loop, integrator, calls) };
};

interface Held {
  readonly records: readonly {
    readonly kind: string;
    readonly key: string;
    readonly revision: number;
  }[];
}

const play = async (host: HostKind): Promise<Played> => {
  const city = await cityOn(host);
  const { loop, calls, desk } = city;
  const [good, bad] = [await served(city), await served(city)];
  const first = await calls.rate(await calls.tokenFor(good), goodWords);
  const second = await calls.rate(await calls.tokenFor(bad, 'app'), badWords);
  await settle(city);
  await rectify(city, `${bad}-1`);
  const words = { level: 'satisfied', tags: ['408'] };
  const clientRef = pageOf(second.body.receipt);
  const last = await loop.client
    .open()
    .post(`/v1/receipts/${second.body.receipt}/append`, { clientRef, ...words });
  await settle(city);
  const names = {
    // Receipts begin with the number of their case.
    [first.body.receipt]: 'RECEIPT-1',
    [second.body.receipt]: 'RECEIPT-2',
    [good]: 'GOOD',
    [bad]: 'BAD',
  };
  const file = (await desk.show('auditor', `${bad}-1`)).body as {
    state: string;
    version: number;
    audit: { intact: boolean; steps: { number: number; type: string; at: string }[] };
  };
  const receipt = await loop.client.open().get(`/v1/receipts/${second.body.receipt}`);
  const { records } = await center<Held>(loop, '?records');
  const auditor = await loop.staff('auditor');
  const figures = await auditor.get('/v1/figures?scope=city&from=2026-11-16&to=2026-11-16');
  const recount = await auditor.get<{ equal: boolean }>(
    '/v1/figures/recount?from=2026-11-16&to=2026-11-16',
  );
  const seen = {
    answers: [first.status, second.status, last.status],
    ticket: [file.state, file.version, file.audit.intact],
    steps: file.audit.steps.map(({ number, type, at }) => [number, type, at]),
    receipt: withoutNames(receipt.body, names),
    center: withoutNames(
      records.map(({ kind, key, revision }) => `${kind} ${key} ${revision}`).toSorted(),
      names,
    ),
    figures: figures.body,
    recount: recount.body.equal,
    queues: (await loop.system.queues.depths()).map(({ name, visible, inFlight }) => [
      name,
      visible,
      inFlight,
    ]),
    disagreements: loop.system.tables.verify(),
    faults: loop.log.filter(({ stream }) => stream === 'runtime').map(({ text }) => text),
  };
  return { seen, units: unitsOf(loop) };
};

describe('one story on both hosts', () => {
  it('comes to the same, and costs the table about the same', async () => {
    const inProcess = await play('inProcess');
    const workers = await play('workers');
    expect(inProcess.seen).toMatchObject({
      answers: [201, 201, 201],
      recount: true,
      disagreements: [],
      faults: [],
    });
    expect(workers.seen).toEqual(inProcess.seen);
    // Batches differ where functions run in parallel.
    for (const kind of ['read', 'write'] as const) {
      const ratio = workers.units[kind] / inProcess.units[kind];
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.5);
    }
  }, 180_000);
});
