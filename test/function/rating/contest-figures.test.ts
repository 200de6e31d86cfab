import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { OpenScores, RecountView } from '../../../events/figures/view.ts';
import { caseDossier } from '../../../functions/exchange/record/case-dossier.ts';
import { readLocalDay } from '../../../functions/reconciliation/local-day.ts';
import { wantedOf } from '../../../shared/domain/exchange/plan.ts';
import { deltasOf } from '../../../shared/domain/figures/contribution.ts';
import type { Source } from '../../../shared/domain/figures/contribution.ts';
import { differencesOf } from '../../../shared/domain/reconciliation/verdict.ts';
import { civilDateOf } from '../../../shared/domain/time/instant.ts';
import { bodyOf, people } from '../world.ts';
import { bad, contest, good, ratedByOther, ruled } from './contest-world.ts';
import type { Contested } from './contest-world.ts';

const month = { from: '2026-11-01', to: '2026-11-30' };
const cityStaff = { ...people.supervisor, area: '330600' };

/** What the figures count of the contact, as it is stored now. */
const sourcesOf = async ({
  world,
  projectNo,
  contact,
}: Contested): Promise<ReadonlyMap<string, Source>> => {
  const { ratings = [] } = (await world.stores.ratings.ofCase(projectNo)) ?? {};
  const tickets = await Promise.all(
    ['', 'g2'].map((part) => world.stores.tickets.find(`${projectNo}-1${part}`)),
  );
  const invited = await world.stores.invitations.find(contact);
  return new Map<string, Source>([
    ...(invited ? [['invited', { kind: 'invitation', of: invited }] as const] : []),
    ...ratings.map(
      (of) => [`${of.assessNumber}/${of.generation}`, { kind: 'rating', of }] as const,
    ),
    ...tickets.flatMap((of) => (of ? [[of.id, { kind: 'ticket', of }] as const] : [])),
  ]);
};

let sequence = 0;

/** Counts what a step changed, as the change stream delivers it. */
const counting = (given: Contested) => {
  let before: ReadonlyMap<string, Source> = new Map();
  return async (): Promise<void> => {
    const after = await sourcesOf(given);
    const changes = [...after].map(([name, source]) => {
      sequence += 1;
      const deltas = deltasOf(before.get(name), source);
      return { sequence: String(sequence), at: given.world.clock.now(), deltas, members: [] };
    });
    await given.world.stores.figures.apply('shard-of-contests', changes);
    before = after;
  };
};

const recounted = async ({ world }: Contested) =>
  bodyOf<z.infer<typeof RecountView>>(
    await world.call('GET /v1/figures/recount', { as: cityStaff, query: month }),
  );

const published = async ({ world }: Contested) =>
  bodyOf<z.infer<typeof OpenScores>>(await world.call('GET /v1/open/scores', { query: month }))
    .total.counts;

describe('the figures of a contest', () => {
  it.each([
    ['bad', 'good', bad, good],
    ['good', 'bad', good, bad],
    ['bad', 'bad', bad, { level: 'very_dissatisfied', text: '一直没办好' }],
  ])('equal a recount at every step: %s, contested by %s', async (_one, _two, words, other) => {
    const given = await ratedByOther(words);
    const follow = counting(given);
    await follow();
    expect(await recounted(given)).toMatchObject({ equal: true });
    await contest(given, other);
    await follow();
    expect(await recounted(given)).toMatchObject({ equal: true });
    expect(await published(given)).toMatchObject({ rated: 1, 'contest:open': 1 });
    given.world.clock.advance(2 * 24 * 60 * 60_000);
    await ruled(given, 'upheld');
    await follow();
    const recount = await recounted(given);
    expect(recount).toMatchObject({ equal: true, read: { ratings: 2 } });
    const counts = await published(given);
    expect(counts).toMatchObject({
      rated: 1,
      [`rated:${other.level}`]: 1,
      'contest:upheld': 1,
    });
    expect(Object.keys(counts)).not.toContain('contest:open');
    expect(Object.keys(counts)).not.toContain(`rated:${words.level}`);
  });

  it.each([
    ['bad', bad],
    ['good', good],
  ])('count no rating when neither is the applicant’s: a %s first one', async (_what, words) => {
    const given = await ratedByOther(words);
    const follow = counting(given);
    await follow();
    await contest(given, bad);
    await follow();
    await ruled(given, 'neither');
    await follow();
    const recount = await recounted(given);
    expect(recount).toMatchObject({ equal: true, read: { ratings: 1 } });
    const counts = await published(given);
    expect(counts).toMatchObject({ 'contest:neither': 1 });
    const left = Object.entries(counts).filter(([, count]) => count !== 0);
    expect(left.map(([slot]) => slot)).toEqual(['contest:neither']);
  });

  it('count one that was rejected beside the rating that stands', async () => {
    const given = await ratedByOther(bad);
    const follow = counting(given);
    await contest(given, good);
    await ruled(given, 'rejected');
    await follow();
    expect(await recounted(given)).toMatchObject({ equal: true });
    expect(await published(given)).toMatchObject({ rated: 1, bad: 1, 'contest:rejected': 1 });
  });
});

describe('the provincial center', () => {
  it('is sent the first rating and the end of its ticket, and nothing of the second', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given, { level: 'very_dissatisfied', text: '一直没办好' });
    await ruled(given, 'upheld');
    const dossier = await caseDossier(projectNo, world.stores);
    expect(dossier?.ratings).toMatchObject([{ level: bad.level, contested: 'upheld' }]);
    expect(dossier?.tickets.map(({ ticket }) => ticket.id)).toEqual([`${projectNo}-1`]);
    const steps = dossier && wantedOf(dossier).filter(({ ref }) => ref.kind === 'step');
    expect(steps).toHaveLength(2);
  });

  it('keeps a rating that was set aside: a difference of the day of the ruling', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given, good);
    const before = civilDateOf(world.clock.now());
    world.clock.advance(2 * 24 * 60 * 60_000);
    await ruled(given, 'neither');
    const day = civilDateOf(world.clock.now());
    expect((await readLocalDay(world.stores, before)).voided).toEqual([]);
    const own = await readLocalDay(world.stores, day);
    const nothing = { counts: { ratings: [], steps: [] }, records: [], askedAt: world.clock.now() };
    const found = differencesOf(own, nothing, new Map());
    expect(found.filter(({ subject }) => subject.of === 'rating')).toMatchObject([
      {
        finding: 'voided_here',
        subject: { projectNo, serviceNumber: 1, assessNumber: 1 },
      },
    ]);
  });

  it('keeps the first rating; the second is a difference of the day of the ruling', async () => {
    const given = await ratedByOther(bad);
    const { world, projectNo } = given;
    await contest(given, { level: 'very_dissatisfied', text: '一直没办好' });
    await ruled(given, 'upheld');
    const day = civilDateOf(world.clock.now());
    const own = await readLocalDay(world.stores, day);
    expect(own.ratings).toMatchObject([{ projectNo, reported: true }]);
    expect(own.steps.map(({ ticketId }) => ticketId)).not.toContain(`${projectNo}-1g2`);
    const nothing = { counts: { ratings: [], steps: [] }, records: [], askedAt: world.clock.now() };
    expect(differencesOf(own, nothing, new Map())).toMatchObject([
      {
        finding: 'replaced_here',
        subject: { of: 'rating', projectNo, serviceNumber: 1, assessNumber: 1, generation: 2 },
      },
    ]);
  });
});
