import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { rejected, unclear } from '../../fake/strict-center.ts';
import { reportWorks } from '../../support/report-works.ts';
import type { ReportWorks } from '../../support/report-works.ts';
import { bodyOf, outcomeOf, people, worldOver } from '../world.ts';
import type { World } from '../world.ts';

const minute = 60_000;
const orgCode = '001008006007014';
const auditor = { id: 'u-auditor', roles: ['auditor'], area: '330600' } as const;

interface Line {
  readonly record: string;
  readonly state: string;
  readonly revision: number;
  readonly reconstruction: boolean;
  readonly receipt: { readonly code: string; readonly message: string } | null;
  readonly history: readonly { readonly what: string; readonly code: string }[];
}
interface File {
  readonly outbox: {
    readonly state: string;
    readonly rejected: string[];
    waiting: string[];
  } | null;
  readonly records: readonly Line[];
  readonly unsent: readonly string[];
}

let stores: FakeStores;
let world: World;
let works: ReportWorks;
let projectNo: string;

/** The sample department has no 统一部门编码, which the interface requires. */
beforeEach(async () => {
  stores = fakeStores();
  world = worldOver(stores);
  works = reportWorks(stores, world.clock.now);
  const by = await world.integrator();
  projectNo = await world.acceptedCase(by);
  const token = await world.token(by, projectNo);
  const said = { level: 'dissatisfied', tags: ['209'], contactConsent: true };
  await world.call('POST /v1/ratings', { body: { token, ...said, clientRef: randomUUID() } });
});

const fileOf = async (as: typeof auditor | typeof people.supervisor = auditor): Promise<File> =>
  bodyOf<File>(await world.call('GET /v1/reports/outbox/{projectNo}', { as, path: { projectNo } }));

const firstStep = async (): Promise<Line | undefined> =>
  (await fileOf()).records.find(({ record }) => record === 'step-01-00001');

const ask = (verb: 'resend' | 'withdraw', body: object, as: object = people.supervisor) =>
  world.call(`POST /v1/reports/outbox/{projectNo}/${verb}`, {
    as: as as typeof people.supervisor,
    path: { projectNo },
    body: { reason: '补填统一部门编码', ...body },
  });

const correct = (record: string) => ask('resend', { record, corrections: { orgCode } });

/** All records are accepted after the department's code was corrected. */
const settled = async (): Promise<void> => {
  await works.send(projectNo);
  await correct('service-01');
  await works.resume();
};

describe('what is refused', () => {
  it('is stopped by our own check with the name of the field, and nothing is sent', async () => {
    await works.send(projectNo);
    expect(works.center.calls).toEqual([]);
    const { outbox, records, unsent } = await fileOf();
    expect(outbox).toMatchObject({ state: 'stuck', rejected: ['service-01'] });
    expect(outbox?.waiting).toEqual(['rating-01-1', 'step-01-00001']);
    expect(unsent).toEqual(['rating-01-1', 'step-01-00001']);
    expect(records[0]?.receipt).toMatchObject({ code: 'field_missing', message: 'proDepartCode' });
  });

  it('is corrected and sent again, and what waited for it follows in order', async () => {
    await works.send(projectNo);
    expect(outcomeOf(await correct('service-01'))).toBe('202');
    expect(await works.resume()).toEqual([projectNo]);
    expect(works.taken()).toEqual(['service 1', 'rating 1/1', 'step 1']);
    for (const { body } of works.center.taken.slice(0, 2)) {
      expect(body).toMatchObject({ proDepartCode: orgCode, revision: 1 });
    }
    const { outbox, records } = await fileOf();
    expect(outbox).toBeNull();
    expect(records.map(({ record, reconstruction }) => [record, reconstruction])).toEqual([
      ['rating-01-1', false],
      ['service-01', false],
      ['step-01-00001', true],
    ]);
  });

  it('by the center stands with its code and words until somebody asks for it again', async () => {
    await settled();
    works.center.refuse = ({ operation }) =>
      operation === 'service' ? rejected('1007', '区划或部门不存在') : undefined;
    await correct('service-01');
    await works.resume();
    const refused = await fileOf();
    expect(refused.outbox).toMatchObject({ state: 'stuck', rejected: ['service-01'] });
    expect(refused.records.find(({ record }) => record === 'service-01')).toMatchObject({
      state: 'rejected',
      revision: 1,
      receipt: { code: '1007', message: '区划或部门不存在' },
    });
    const before = works.center.calls.length;
    await works.send(projectNo);
    expect(works.center.calls).toHaveLength(before);
    works.center.refuse = () => undefined;
    await correct('service-01');
    await works.resume();
    expect(works.taken().at(-1)).toBe('service 1');
    expect(works.center.taken.at(-1)?.body).toMatchObject({ revision: 2 });
  });

  it('stands in the list of who reaches its area, with how the center is doing', async () => {
    await works.send(projectNo);
    const list = async (as: object, state = 'stuck') =>
      bodyOf<{ entries: unknown[]; center: { state: string } }>(
        await world.call('GET /v1/reports/outbox', { as: as as typeof auditor, query: { state } }),
      );
    expect((await list(people.supervisor)).entries).toHaveLength(1);
    expect((await list(auditor, 'pending')).entries).toEqual([]);
    const elsewhere = { ...people.supervisor, area: '330681' };
    expect((await list(elsewhere)).entries).toEqual([]);
    expect((await list(auditor)).center).toMatchObject({ state: 'answering' });
    expect(outcomeOf(await world.call('GET /v1/reports/outbox', { as: people.handler }))).toBe(
      '403 role_missing',
    );
    const wrong = { as: auditor, query: { cursor: 'x' } };
    expect(outcomeOf(await world.call('GET /v1/reports/outbox', wrong))).toBe('400 cursor_invalid');
  });
});

describe('what staff may ask', () => {
  it('corrects a record that the center holds under a higher revision, what was said untouched', async () => {
    await settled();
    await ask('resend', { record: 'rating-01-1', corrections: { handlerName: '更正者' } });
    await works.resume();
    const [before, after] = works.center.taken.filter(({ operation }) => operation === 'rating');
    expect(after?.body).toEqual({ ...before?.body, proManager: '更正者', revision: 2 });
  });

  it.each([
    ['level', { satisfaction: '5' }],
    ['words', { text: '很好' }],
    ['time', { assessTime: '2026-11-20 10:00:00' }],
    ['channel', { channel: 'pad' }],
    ['department’s credit code', { creditCode: '11330602MB1TE5T01X' }],
  ])('refuses to put right the %s', async (_name, corrections) => {
    await works.send(projectNo);
    expect(outcomeOf(await ask('resend', { record: 'service-01', corrections }))).toBe(
      '400 invalid_input',
    );
  });

  it('lets nobody put a rating down to an area that is not theirs, or that is not listed', async () => {
    await settled();
    const elsewhere = { record: 'rating-01-1', corrections: { area: '330681' } };
    expect(outcomeOf(await ask('resend', elsewhere))).toBe('404 out_of_scope');
    const city = { ...people.supervisor, area: '330600' };
    expect(outcomeOf(await ask('resend', elsewhere, city))).toBe('202');
    const nowhere = { record: 'rating-01-1', corrections: { area: '330655' } };
    expect(outcomeOf(await ask('resend', nowhere, city))).toBe('422 area_unlisted');
  });

  it('takes back a step, and sends it again when asked, each under its own revision', async () => {
    await settled();
    await ask('withdraw', { record: 'step-01-00001' });
    await works.resume();
    await works.send(projectNo);
    expect(works.taken().at(-1)).toBe('withdraw 1/1');
    expect(works.center.taken.at(-1)?.body).toMatchObject({ kind: 'step', revision: 2 });
    expect(await firstStep()).toMatchObject({ state: 'withdrawn', revision: 2 });
    expect(outcomeOf(await ask('withdraw', { record: 'step-01-00001' }))).toBe(
      '409 report_not_held',
    );
    await ask('resend', { record: 'step-01-00001' });
    await works.resume();
    expect(await firstStep()).toMatchObject({ state: 'accepted', revision: 3 });
    expect((await firstStep())?.history.map(({ what }) => what)).toEqual([
      'accepted',
      'asked_withdraw',
      'accepted',
      'asked_resend',
      'accepted',
    ]);
  });

  it('never takes a rating back', async () => {
    await settled();
    expect(outcomeOf(await ask('withdraw', { record: 'rating-01-1' }))).toBe(
      '422 report_not_withdrawable',
    );
  });

  it('keeps a refused withdrawal for somebody to look at', async () => {
    await settled();
    works.center.refuse = () => rejected('1004', '流水不能撤回');
    await ask('withdraw', { record: 'step-01-00001' });
    await works.resume();
    expect((await fileOf()).outbox).toMatchObject({ state: 'stuck', rejected: ['step-01-00001'] });
    expect(await firstStep()).toMatchObject({
      state: 'rejected',
      revision: 1,
      receipt: { code: '1004' },
    });
  });

  it('never takes back the service that a rating is of', async () => {
    await settled();
    expect(outcomeOf(await ask('withdraw', { record: 'service-01' }))).toBe(
      '422 report_not_withdrawable',
    );
  });

  it('asks nothing of a record of which nothing is known', async () => {
    await works.send(projectNo);
    await correct('service-01');
    expect(outcomeOf(await correct('service-01'))).toBe('409 report_pending');
    works.center.troubles.push({ afterwards: unclear('no_answer') });
    await works.resume();
    expect(outcomeOf(await correct('service-01'))).toBe('409 report_pending');
    world.clock.advance(5 * minute);
    await works.resume();
    expect(works.taken()[0]).toBe('service 1');
    expect(works.taken().filter((one) => one === 'service 1')).toHaveLength(1);
  });

  it('has a case looked through once more', async () => {
    expect(outcomeOf(await ask('resend', {}))).toBe('202');
    expect((await fileOf()).outbox).toMatchObject({ state: 'pending' });
    expect(await works.resume()).toEqual([projectNo]);
    expect((await fileOf()).outbox).toMatchObject({ state: 'stuck' });
  });

  it('names what it cannot find, and who may not', async () => {
    await works.send(projectNo);
    const finish = { record: 'finish' };
    expect(outcomeOf(await ask('resend', finish))).toBe('404 report_record_unknown');
    expect(outcomeOf(await ask('withdraw', finish))).toBe('404 report_record_unknown');
    const elsewhere = { ...people.supervisor, area: '330681' };
    expect(outcomeOf(await ask('resend', {}, elsewhere))).toBe('404 case_unknown');
    expect(outcomeOf(await ask('resend', {}, auditor))).toBe('403 role_missing');
    const path = { projectNo: '330602261120999999999' };
    const as = people.supervisor;
    const show = await world.call('GET /v1/reports/outbox/{projectNo}', { as, path });
    expect(outcomeOf(show)).toBe('404 case_unknown');
    const body = { reason: 'r as checked twice' };
    const again = 'POST /v1/reports/outbox/{projectNo}/resend';
    expect(outcomeOf(await world.call(again, { as, path, body }))).toBe('404 case_unknown');
  });
});
