import '../../support/silent-logs.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';

import type { FiguresView, OpenScores, RecountView } from '../../../events/figures/view.ts';
import { slotName } from '../../../shared/domain/figures/names.ts';
import type { Counts } from '../../../shared/domain/figures/slot.ts';
import { channels } from '../../../shared/domain/rating/channel.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import { proofClasses, proofClassOf } from '../../../shared/domain/rating/proof/proof-class.ts';
import { statedMatches } from '../../../shared/domain/rating/proof/provenance.ts';
import { bindings, proofs } from '../../../shared/domain/rating/rating.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { sampleRating } from '../../contract/suite/sample.ts';
import { count } from '../../support/figure-source.ts';
import { bodyOf, newWorld, people } from '../world.ts';

const month = { from: '2026-11-01', to: '2026-11-30' };
const cityStaff = { ...people.supervisor, area: '330600' };

const generated = fc.record({
  level: fc.constantFrom(...levels),
  channel: fc.constantFrom(...channels),
  proof: fc.constantFrom(...proofs),
  assessNumber: fc.constantFrom(1 as const, 2 as const),
  origin: fc.constantFrom('active' as const, 'active' as const, 'default' as const),
  issuer: fc.option(fc.integer({ min: 1, max: 22 }), { nil: undefined }),
  match: fc.option(fc.constantFrom(...statedMatches), { nil: undefined }),
  bound: fc.option(fc.constantFrom(...bindings), { nil: undefined }),
  area: fc.constantFrom('330602', '330681'),
});

const ofClasses = (counts: Counts): number =>
  proofClasses.reduce((sum, one) => sum + (counts[`proof:${one}`] ?? 0), 0);

const stored = async (facts: readonly Partial<Rating>[]) => {
  const world = newWorld();
  const ratings = facts.map((more) => sampleRating(more));
  for (const rating of ratings) await world.stores.ratings.record(rating, undefined);
  await count(
    world.stores.figures,
    ratings.map((of) => ({ kind: 'rating', of })),
  );
  return { world, ratings };
};

describe('counts by the class of the proof', () => {
  it('equal a recount, and add up to the ratings that residents gave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(generated, { minLength: 1, maxLength: 12 }), async (facts) => {
        const { world, ratings } = await stored(facts);
        const as = cityStaff;
        const recount = await world.call('GET /v1/figures/recount', { as, query: month });
        expect(bodyOf<z.infer<typeof RecountView>>(recount)).toMatchObject({ equal: true });
        const shown = await world.call('GET /v1/figures', { as, query: month });
        const { counts } = bodyOf<z.infer<typeof FiguresView>>(shown).total;
        const given = ratings.filter(({ origin }) => origin === 'active');
        expect(ofClasses(counts)).toBe(given.length);
        expect(ofClasses(counts)).toBe((counts.rated ?? 0) + (counts.follow_up ?? 0));
        for (const one of proofClasses) {
          const ofOne = given.filter((rating) => proofClassOf(rating) === one);
          expect([one, counts[`proof:${one}`] ?? 0]).toEqual([one, ofOne.length]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are published like the other counts', async () => {
    const { world } = await stored([
      { proof: 'pad', channel: 'pad' },
      { proof: 'staff_entered', channel: 'hotline' },
      { proof: 'center', origin: 'default' },
    ]);
    const scores = bodyOf<z.infer<typeof OpenScores>>(
      await world.call('GET /v1/open/scores', { query: month }),
    );
    const classes = { 'proof:pad': 1, 'proof:staff_entered': 1 };
    expect(scores.total.counts).toMatchObject(classes);
    expect(scores.departments).toMatchObject([{ counts: classes }]);
    expect(ofClasses(scores.total.counts)).toBe(2);
  });

  it('are named by the table of the classes', () => {
    expect(slotName('proof:staff_entered', 'zh')).toBe(
      '评价数（含追评）：工作人员代为登记，两人复核',
    );
    expect(slotName('proof:receipt', 'en')).toBe(
      'Ratings and follow-ups: By the receipt of the first rating',
    );
  });
});
