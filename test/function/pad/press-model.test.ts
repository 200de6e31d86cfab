import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { fridayMorning, hall, window } from '../world.ts';
import { answerOf, collect, setUp } from './pad-bench.ts';

const minute = 60_000;
const levels = ['very_satisfied', 'satisfied'] as const;

type Act =
  | { readonly what: 'press'; readonly number: number }
  | { readonly what: 'report' | 'rate'; readonly contact: number };

interface Course {
  /** Minutes after opening, of each contact and of each press. */
  readonly contacts: readonly number[];
  readonly presses: readonly number[];
  /** Acts that run at once, batch after batch. */
  readonly acts: readonly (readonly Act[])[];
}

const minutes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 });

const courses: fc.Arbitrary<Course> = fc.tuple(minutes, minutes).chain(([contacts, presses]) => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.nat(presses.length - 1).map((number) => ({ what: 'press' as const, number })),
    fc.nat(contacts.length - 1).map((contact) => ({ what: 'report' as const, contact })),
    fc.nat(contacts.length - 1).map((contact) => ({ what: 'rate' as const, contact })),
  );
  const acts = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
  return acts.map((given) => ({ contacts, presses, acts: given }));
});

/** Plays a course, sends everything that is left, and reports every contact once more. */
const play = async ({ contacts, presses, acts }: Course) => {
  const { world, pad, integrator } = await setUp();
  world.clock.advance(120 * minute);
  const numbers = contacts.map(() => nextProjectNo());
  const events = contacts.map((after, index) =>
    acceptedEvent({
      projectNo: numbers[index] ?? '',
      at: addMs(fridayMorning, after * minute),
      hall,
      window,
    }),
  );
  let calls = 0;
  const nonce = () => `model-${(calls += 1)}`;
  const report = (contact: number) =>
    world.call('POST /v1/cases', {
      by: integrator,
      nonce: nonce(),
      body: { events: [events[contact]] },
    });
  const rate = async (contact: number) => {
    await report(contact);
    const token = await world.token(integrator, numbers[contact] ?? '');
    await world.call('POST /v1/ratings', { body: { token, level: 'basically_satisfied' } });
  };
  const press = async (number: number) =>
    answerOf(
      await collect(world, pad, {
        sequence: number + 1,
        ratedAt: addMs(fridayMorning, (presses[number] ?? 0) * minute),
        level: levels[number % 2],
      }),
    );
  const done: Readonly<Record<Act['what'], (act: Act) => Promise<unknown>>> = {
    press: (act) => press('number' in act ? act.number : 0),
    report: (act) => report('contact' in act ? act.contact : 0),
    rate: (act) => rate('contact' in act ? act.contact : 0),
  };
  for (const batch of acts) {
    await Promise.all(batch.map((act) => done[act.what](act)));
    world.clock.advance(1000);
  }
  for (const number of presses.keys()) await press(number);
  for (const contact of contacts.keys()) await report(contact);
  const ratings = await Promise.all(
    numbers.map((projectNo) =>
      world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 }),
    ),
  );
  const bound = ratings.flatMap((rating, contact) =>
    rating?.pad === undefined ? [] : [{ contact, press: rating.pad.sequence - 1, rating }],
  );
  const held = world.stores.presses.held().map(({ sequence }) => sequence - 1);
  return { ratings, bound, held };
};

const isNear = (contact = 0, press = 0): boolean => contact >= press - 30 && contact <= press + 5;

describe('presses, case events and ratings online in any order, some at once', () => {
  it('lose no press, bind each at most once, and none to a contact that it cannot mean', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { bound, held, ratings } = await play(course);
        const all = [...bound.map(({ press }) => press), ...held].toSorted((a, b) => a - b);
        expect(all).toEqual([...course.presses.keys()]);
        for (const { contact, press, rating } of bound) {
          expect(isNear(course.contacts[contact], course.presses[press])).toBe(true);
          expect(rating.level).toBe(levels[press % 2]);
        }
        for (const press of held) {
          const open = course.contacts.filter(
            (at, contact) => ratings[contact] === undefined && isNear(at, course.presses[press]),
          );
          expect(open).not.toHaveLength(1);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('bind one press to one contact whatever comes first', async () => {
    const acts = [{ what: 'press', number: 0 } as const, { what: 'report', contact: 0 } as const];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(acts, { minLength: 2 }),
        fc.boolean(),
        fc.integer({ min: -5, max: 30 }),
        async (order, atOnce, after) => {
          const course = {
            contacts: [10],
            presses: [10 + after],
            acts: atOnce ? [order] : order.map((one) => [one]),
          };
          expect((await play(course)).bound).toMatchObject([{ contact: 0, press: 0 }]);
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});
