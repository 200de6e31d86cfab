import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { RecountView } from '../../../events/figures/view.ts';
import type { Source } from '../../../shared/domain/figures/contribution.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { invitedOf } from '../../../shared/domain/rating/invited.ts';
import { openingOf } from '../../../shared/domain/ticket/opening.ts';
import { rulesUnder, shippedRules } from '../../../shared/rules.ts';
import { friday, sampleCase, sampleRating } from '../../contract/suite/sample.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { count } from '../../support/figure-source.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

type Recount = z.infer<typeof RecountView>;

const city: Person = { ...people.supervisor, area: '330600' };
const november = { from: '2026-11-01', to: '2026-11-30' };

let world: World & { readonly stores: FakeStores };

/** A case from its start to a ticket, stored and counted; its policy has these bad levels. */
const happened = async (badLevels = defaultPolicy.badLevels): Promise<void> => {
  const { cases, invitations, ratings, figures } = world.stores;
  const contact = { serviceNumber: 1, service: 'accept', at: friday } as const;
  const known = sampleCase({
    contacts: [contact],
    timeline: [{ eventId: 'e9', type: 'finished', at: friday, accessKey: 'AK1' }],
  });
  const invited = invitedOf({ known, contact }, { channel: 'qr', at: friday, accessKey: 'AK1' });
  const rating = sampleRating({ projectNo: known.projectNo, level: badLevels[0] ?? 'satisfied' });
  const rules = rulesUnder({ ...defaultPolicy, badLevels }, shippedRules.timetable.calendar);
  const opening = openingOf(rating, rules);
  await cases.save(known);
  await invitations.note(invited);
  await ratings.record(rating, opening);
  const sources: readonly Source[] = [
    { kind: 'case', of: known },
    { kind: 'invitation', of: invited },
    { kind: 'rating', of: rating },
    ...(opening === undefined ? [] : [{ kind: 'ticket', of: opening.ticket } as const]),
  ];
  await count(figures, sources);
};

const recount = async (query: object = november, as: Person = city): Promise<Recount> => {
  const reply = await world.call('GET /v1/figures/recount', { as, query: { ...query } });
  if (reply.status !== 200) throw new Error(outcomeOf(reply));
  return bodyOf<Recount>(reply);
};

beforeEach(async () => {
  world = newWorld();
  await happened();
});

describe('a recount', () => {
  it('finds the counters equal to what is stored', async () => {
    expect(await recount()).toMatchObject({
      ...november,
      scope: null,
      countedUntil: '2026-11-20T09:30:00.000+08:00',
      read: { cases: 1, invitations: 1, ratings: 1, tickets: 1 },
      equal: true,
      differences: [],
      differencesInAll: 0,
    });
  });

  it('names every day and month whose counter differs, by slot', async () => {
    await count(world.stores.figures, [
      { kind: 'rating', of: sampleRating({ area: '330681', creditCode: 'D9', matterCode: 'M9' }) },
    ]);
    const { equal, differences, differencesInAll } = await recount();
    expect(equal).toBe(false);
    expect(
      differences.filter(({ scope, slot }) => scope.id === '330681' && slot === 'rated'),
    ).toEqual([
      {
        scope: { kind: 'area', id: '330681' },
        period: '2026-11-20',
        slot: 'rated',
        counted: 1,
        recounted: 0,
      },
      {
        scope: { kind: 'area', id: '330681' },
        period: '2026-11',
        slot: 'rated',
        counted: 1,
        recounted: 0,
      },
    ]);
    const kinds = new Set(differences.map(({ scope }) => scope.kind));
    expect([...kinds].toSorted()).toEqual(['area', 'city', 'department', 'matter']);
    expect(differencesInAll).toBe(differences.length);
  });

  it('finds what is stored and was never counted', async () => {
    await world.stores.ratings.record(sampleRating({ level: 'satisfied', tags: [] }), undefined);
    const query = { from: '2026-11-20', to: '2026-11-20', scope: 'area:330602' };
    const { differences, compared } = await recount(query);
    expect(compared).toBe(1);
    const found = differences.map(({ period, slot, counted, recounted }) => [
      period,
      slot,
      counted,
      recounted,
    ]);
    expect(found).toEqual([
      ['2026-11-20', 'rated', 1, 2],
      ['2026-11-20', 'rated:satisfied', 0, 1],
      ['2026-11-20', 'rated_by:qr', 1, 2],
      ['2026-11-20', 'proof:link', 1, 2],
      ['2026-11', 'rated', 1, 2],
      ['2026-11', 'rated:satisfied', 0, 1],
      ['2026-11', 'rated_by:qr', 1, 2],
      ['2026-11', 'proof:link', 1, 2],
    ]);
    const before = await recount({ ...query, from: '2026-11-01', to: '2026-11-19' });
    expect(before).toMatchObject({ equal: true, read: { ratings: 0 } });
  });

  it('counts tickets of levels that any policy ever called bad', async () => {
    const badLevels = ['basically_satisfied'] as const;
    await world.stores.policies.propose({
      policy: { ...defaultPolicy, version: 2, badLevels },
      by: 'u-admin',
      at: friday,
    });
    await happened(badLevels);
    expect(await recount()).toMatchObject({ equal: true, read: { ratings: 2, tickets: 2 } });
  });

  it.each<readonly [string, object, Person, string]>([
    ['the end of time', { from: '9999-12-01', to: '9999-12-02' }, city, '422 span_not_possible'],
    ['more than 31 days', { from: '2026-11-01', to: '2026-12-02' }, city, '422 span_not_possible'],
    ['without days', {}, city, '400 invalid_input'],
    ['of no scope', { ...november, scope: 'x' }, city, '404 scope_unknown'],
    ['of everything, in one area', november, people.supervisor, '404 out_of_scope'],
    ['of the own area', { ...november, scope: 'area:330602' }, people.supervisor, '200'],
    [
      'of another area',
      { ...november, scope: 'area:330681' },
      people.supervisor,
      '404 out_of_scope',
    ],
    ['by a handler', november, people.handler, '403 role_missing'],
  ])('%s: %s', async (_what, query, as, expected) => {
    const reply = await world.call('GET /v1/figures/recount', { as, query: { ...query } });
    expect(outcomeOf(reply)).toBe(expected);
  });
});

describe('an invitation', () => {
  it('is noted once for a contact, whatever channels follow', async () => {
    const key = await world.integrator();
    const projectNo = await world.acceptedCase(key);
    for (const channel of ['qr', 'sms', 'qr']) await world.token(key, projectNo, channel);
    expect(world.stores.memory.count('invitation')).toBe(2);
    const { read, differences } = await recount();
    expect(read.invitations).toBe(2);
    expect(new Set(differences.map(({ slot }) => slot))).toEqual(new Set(['invited']));
  });
});
