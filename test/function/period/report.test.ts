import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { PeriodBuilt, PeriodList, PeriodSubmitted } from '../../../events/period/view.ts';
import { showPeriods } from '../../../functions/period/show.ts';
import { reconcileNightly } from '../../../functions/reconciliation/nightly.ts';
import type { Scope } from '../../../shared/domain/figures/scope.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { civilDate } from '../../../shared/domain/time/instant.ts';
import { forStaff } from '../../../shared/http/staff-routes.ts';
import { at } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { creditCode } from '../../support/case-facts.ts';
import { province } from '../../support/province.ts';
import { requestOf } from '../request.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people, worldOver } from '../world.ts';

const december = at('2026-12-01T09:00:00+08:00');
const dayMs = 86_400_000;

const builder: Person = { id: 'u-city-1', roles: ['supervisor'], area: '330600' };
const second: Person = { id: 'u-city-2', roles: ['supervisor'], area: '330600' };
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };

const scopes: readonly Scope[] = [
  { kind: 'city', id: '330600' },
  { kind: 'area', id: '330602' },
  { kind: 'department', id: `330602/${creditCode}` },
];

let sequence = 0;
/** The result of the projection: the same counts for the city, the area and the department. */
const count = ({ figures }: FakeStores, day: string, counts: Counts) => {
  sequence += 1;
  const moment = at(`${day}T10:00:00+08:00`);
  const deltas = scopes.map((scope) => ({ scope, day: civilDate(day)!, counts }));
  const member = { kind: 'department', id: creditCode, area: '330602', firstAt: moment } as const;
  return figures.apply('s-1', [
    { sequence: String(sequence), at: moment, deltas, members: [member] },
  ]);
};

const opened = async (start = december) => {
  const center = province();
  const stores = { ...fakeStores(), gateway: center.gateway };
  const world = worldOver(stores, start);
  await count(stores, '2026-11-20', { finished: 3, rated: 2, 'rated:satisfied': 1, bad: 1 });
  const path = { period: '2026-11' };
  const post = (what: 'build' | 'submit', as: Person, body?: unknown) =>
    world.call(`POST /v1/reports/{period}/${what}`, { as, path, body });
  return {
    center,
    stores,
    world,
    build: (as = builder) => post('build', as),
    submit: (as = second, body?: unknown) => post('submit', as, body),
    list: async () =>
      bodyOf<PeriodList>(await world.call('GET /v1/reports', { as: auditor })).editions,
    /** The exact text that the function returns to the gateway. */
    text: async (edition?: number) => {
      const query = edition === undefined ? {} : { edition: String(edition) };
      const route = 'GET /v1/reports/{period}';
      const request = requestOf(route, { as: auditor, path, query }, Date.parse(december));
      const gate = { claimPrefix: '', now: world.clock.now, acts: stores.acts };
      const { body, headers } = await forStaff(gate, route, showPeriods(stores))(request);
      return { text: body as string, headers };
    },
    night: reconcileNightly({
      ...stores,
      now: world.clock.now,
      rulebook: stores.rulebookBy(world.clock.now),
      publish: () => undefined,
    }),
  };
};

const off = { state: 'unclear', why: 'no_answer', message: 'no answer came' } as const;

describe('a month', () => {
  it('is not built before it is over', async () => {
    const { build, world } = await opened(at('2026-11-30T23:59:59+08:00'));
    expect(outcomeOf(await build())).toBe('409 period_not_over');
    const far = { as: builder, path: { period: '9999-12' } };
    const last = await world.call('POST /v1/reports/{period}/build', far);
    expect(outcomeOf(last)).toBe('409 period_not_over');
    world.clock.advance(1000);
    expect(outcomeOf(await build())).toBe('201');
  });

  it('is none of anybody outside the city office', async () => {
    const { build, submit, world } = await opened();
    expect(outcomeOf(await build(people.supervisor))).toBe('404 out_of_scope');
    expect(outcomeOf(await build(auditor))).toBe('403 role_missing');
    expect(outcomeOf(await submit(people.handler))).toBe('403 role_missing');
    const listed = await world.call('GET /v1/reports', { as: people.supervisor });
    expect(outcomeOf(listed)).toBe('404 out_of_scope');
  });

  it.each(['2026-13', '2026', 'x', '2026-11-01'])('is not called %s', async (period) => {
    const { world } = await opened();
    const given = { as: builder, path: { period } };
    const reply = await world.call('POST /v1/reports/{period}/build', given);
    expect(outcomeOf(reply)).toBe('404 period_unknown');
  });

  it('is unknown until somebody builds it', async () => {
    const { submit, world } = await opened();
    expect(outcomeOf(await submit())).toBe('404 period_unknown');
    const given = { as: auditor, path: { period: '2026-11' } };
    const shown = await world.call('GET /v1/reports/{period}', given);
    expect(outcomeOf(shown)).toBe('404 period_unknown');
  });
});

describe('a draft', () => {
  it('says what the figures say, under the digest of its bytes', async () => {
    const { build, text } = await opened();
    const built = bodyOf<PeriodBuilt>(await build());
    const shown = await text();
    expect(built).toMatchObject({ changed: true, state: 'draft', edition: 1, builtBy: 'u-city-1' });
    expect(createHash('sha256').update(shown.text).digest('hex')).toBe(built.digest);
    const digest = Buffer.from(built.digest, 'hex').toString('base64');
    expect(shown.headers).toMatchObject({
      'content-digest': `sha-256=:${digest}:`,
      'x-report-edition': '1',
      'x-report-state': 'draft',
    });
    expect(JSON.parse(shown.text)).toMatchObject({
      figuresUntil: '2026-11-20T02:00:00.000Z',
      city: { areaCode: '330600', cases: 3, activeRatings: 2, badRatings: 1 },
      departments: [{ deptCode: creditCode, areaCode: '330602', cases: 3 }],
    });
  });

  it('stays as it is to the byte while the numbers do, and follows them when they change', async () => {
    const { build, text, stores, world } = await opened();
    await build();
    const first = await text();
    world.clock.advance(3 * dayMs);
    await count(stores, '2026-12-02', { rated: 1, 'rated:satisfied': 1 });
    expect((await build(second)).body).toMatchObject({ changed: false, builtBy: 'u-city-1' });
    expect(await text()).toEqual(first);
    await count(stores, '2026-11-30', { rated: 1, 'rated:satisfied': 1 });
    const again = await build(second);
    expect(outcomeOf(again)).toBe('201');
    expect(again.body).toMatchObject({ changed: true, edition: 1, builtBy: 'u-city-2' });
    expect((await text()).text).not.toBe(first.text);
  });

  it.each([
    [
      'of its own area, wherever else it was named',
      creditCode,
      { areaCode: '330602', activeRatings: 2 },
    ],
    [
      'of the city when it is of no area and worked in several',
      '12330000MB1TE5T01X',
      { areaCode: '330600', activeRatings: 4 },
    ],
  ])('gives a department %s', async (_what, id, expected) => {
    const { build, text, stores } = await opened();
    const firstAt = at('2026-11-20T10:00:00+08:00');
    const changes = ['330602', '330603'].map((area, index) => {
      const [scope, day] = [
        { kind: 'department', id: `${area}/${id}` } as const,
        civilDate('2026-11-20')!,
      ];
      const member = { kind: 'department', id, area, firstAt } as const;
      const counts = { rated: id === creditCode && area === '330602' ? 0 : 2 };
      const deltas = [{ scope, day, counts }];
      return { sequence: String(index + 1), at: firstAt, deltas, members: [member] };
    });
    await stores.figures.apply('s-2', changes);
    await build();
    const { departments } = JSON.parse((await text()).text) as { departments: object[] };
    expect(departments).toContainEqual(expect.objectContaining({ ...expected, deptCode: id }));
  });
});

describe('submitting', () => {
  it('takes a second person and the draft that was looked at', async () => {
    const { build, submit, center } = await opened();
    const { digest } = bodyOf<PeriodBuilt>(await build());
    expect(outcomeOf(await submit(builder))).toBe('403 same_person');
    const other = { digest: 'f'.repeat(64) };
    expect(outcomeOf(await submit(second, other))).toBe('409 draft_differs');
    expect(outcomeOf(await submit(second, { digest: 'x' }))).toBe('400 invalid_input');
    expect(center.documents.size).toBe(0);
    const reply = await submit(second, { digest });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        changed: true,
        state: 'accepted',
        submittedBy: 'u-city-2',
        attempts: 1,
        receipt: { code: '0000', receiptNo: 'ZJ2026-11' },
      },
    });
  });

  it('freezes it: what was submitted is never built again', async () => {
    const { build, submit, text, stores } = await opened();
    await build();
    const before = await text();
    await submit();
    await count(stores, '2026-11-25', { rated: 1 });
    expect(outcomeOf(await build())).toBe('409 period_submitted');
    expect((await text()).text).toBe(before.text);
  });

  it('sends the same bytes again after an outage, by the call or by the night', async () => {
    const { build, submit, text, center, night, world, list } = await opened();
    await build();
    const { text: bytes } = await text();
    center.instead.push(off);
    expect(await submit()).toMatchObject({
      status: 202,
      body: { changed: true, state: 'submitted', attempts: 1, unclear: { why: 'no_answer' } },
    });
    world.clock.advance(dayMs);
    center.instead.push(off);
    expect(await submit(builder)).toMatchObject({ status: 202, body: { changed: false } });
    expect(outcomeOf(await build())).toBe('409 period_submitted');
    await night();
    expect(await list()).toMatchObject([{ state: 'accepted', attempts: 3 }]);
    expect(center.documents.get('2026-11#1')).toBe(bytes);
    const sent = center.gateway.sent.filter(({ operation }) => operation === 'period');
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(sent[0]?.body).toMatchObject({ period: '2026-11', edition: 1, document: bytes });
    await night();
    expect(center.gateway.sent.filter(({ operation }) => operation === 'period')).toHaveLength(3);
  });

  it('again after the answer sends nothing', async () => {
    const { build, submit, center } = await opened();
    await build();
    await submit();
    expect(await submit(builder)).toMatchObject({
      status: 200,
      body: { changed: false, state: 'accepted' },
    });
    expect(center.gateway.sent).toHaveLength(1);
  });

  it('that the center wants changed makes place for edition 2', async () => {
    const { build, submit, text, center, list } = await opened();
    await build();
    const first = (await text()).text;
    center.verdict = { state: 'change_requested', reason: '办件数不符' };
    const asked = bodyOf<PeriodSubmitted>(await submit());
    expect(asked).toMatchObject({ state: 'change_requested', receipt: { reason: '办件数不符' } });
    expect(outcomeOf(await submit())).toBe('409 period_change_requested');
    expect((await build()).body).toMatchObject({ changed: true, edition: 2, state: 'draft' });
    center.verdict = { state: 'accepted' };
    expect((await submit()).body).toMatchObject({ edition: 2, state: 'accepted' });
    expect((await text(1)).text).toBe(first);
    expect(center.documents.get('2026-11#1')).toBe(first);
    expect((await list()).map(({ edition, state }) => `${edition} ${state}`)).toEqual([
      '2 accepted',
      '1 change_requested',
    ]);
  });

  it('asks to try again when somebody else writes at the same moment', async () => {
    const { build, submit, stores } = await opened();
    await build();
    const save = stores.periods.save.bind(stores.periods);
    stores.periods.save = async () => 'conflict';
    expect(outcomeOf(await submit())).toBe('503 busy');
    stores.periods.save = save;
    expect(outcomeOf(await submit())).toBe('200');
  });
});
