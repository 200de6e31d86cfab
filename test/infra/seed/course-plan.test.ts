import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { TicketAction } from '../../../events/ticket/action.ts';
import { townAccounts } from '../../../infra/local/scenario/town/accounts.ts';
import { assignCourses } from '../../../infra/local/scenario/town/course-plan.ts';
import { hallStops, stopMinutes } from '../../../infra/local/scenario/town/day.ts';
import { townPlan, usualSeed } from '../../../infra/local/scenario/town/plan.ts';
import type { TownPlan } from '../../../infra/local/scenario/town/plan.ts';
import { courses } from '../../../infra/local/scenario/town/table/course.table.ts';
import type { Course, StaffBeat } from '../../../infra/local/scenario/town/table/course.table.ts';
import { defaultPolicy } from '../../../shared/domain/policy/policy.ts';
import { checkDraft } from '../../../shared/domain/rating/rating.ts';
import { nextDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';

const actionsOf = ({ stops }: TownPlan) => stops.flatMap(({ actions }) => actions);
const ticketOf = (one: { projectNo: string; serviceNumber: number }): string =>
  `${one.projectNo}-${one.serviceNumber}`;

const staffBeats = courses.flatMap(({ beats }) =>
  beats.filter((beat): beat is StaffBeat => beat.by !== 'resident'),
);

/** As it is sent, with what the plan cannot know. */
const sent = ({ deed, file, reviewAfterDays }: StaffBeat) => ({
  ...deed,
  expectedVersion: 1,
  ...(file === undefined ? {} : { evidence: ['0'.repeat(32)] }),
  ...(reviewAfterDays === undefined ? {} : { reviewOn: '2026-12-07' }),
});

describe('the courses of the bad ratings', () => {
  it('are actions that the contract accepts', () => {
    const refused = staffBeats.filter((beat) => !TicketAction.safeParse(sent(beat)).success);
    expect(refused).toEqual([]);
    expect(staffBeats.length).toBeGreaterThan(30);
  });

  it('let residents say what the indicator table allows', () => {
    const said = courses.flatMap(({ beats }) =>
      beats.flatMap((beat) => (beat.by === 'resident' ? [beat.words] : [])),
    );
    const checks = said.map((words) =>
      checkDraft({ ...words, contactConsent: false }, defaultPolicy),
    );
    expect(checks).toEqual(said.map(() => ({ ok: true })));
    expect(said.map(({ level }) => level).toSorted()).toEqual(['dissatisfied', 'very_satisfied']);
  });

  it('go forward in time, and take every action but transfer and what watches over others', () => {
    for (const { name, beats } of courses) {
      const moments = beats.map(({ day, stop }) => day * stopMinutes.length + stop);
      expect([name, moments.toSorted((a, b) => a - b)]).toEqual([name, moments]);
      expect(new Set(moments).size).toBe(moments.length);
      expect(moments.every((moment) => moment >= stopMinutes.length)).toBe(true);
    }
    const types = new Set(staffBeats.map(({ deed }) => deed.type));
    expect([...types].toSorted()).toEqual(
      [
        'approve',
        'claimHardship',
        'claimInvalid',
        'find',
        'recordContact',
        'requestExtension',
        'return',
        'rule',
        'submit',
      ].toSorted(),
    );
  });
});

const course = (name: string, openedAgo: number): Course => ({
  name,
  channel: 'qr',
  openedAgo,
  beats: [],
});

describe('which rating takes which course', () => {
  it('is the nearest one that has none yet', () => {
    const ratings = [{ stop: 3 }, { stop: 41 }, { stop: 44 }, { stop: 90 }];
    const early = course('early', 10);
    const same = course('the same day', 10);
    const given = assignCourses(ratings, [early, same], 95);
    expect(given.get(ratings[2]!)).toBe(early);
    expect(given.get(ratings[1]!)).toBe(same);
    expect(given.size).toBe(2);
  });

  it('leaves a course out when no rating is left', () => {
    const ratings = [{ stop: 3 }];
    expect(assignCourses(ratings, [course('a', 1), course('b', 2)], 95).size).toBe(1);
  });
});

describe('on any day', () => {
  const days = integer({ min: 0, max: 1095 }).map((n) => nextDate('2024-02-01' as CivilDate, n));
  const accounts = new Set(townAccounts.map(({ id }) => id));

  it('every action comes after its rating, in office hours, in order, by somebody of the town', () => {
    assert(
      property(days, (day) => {
        const plan = townPlan(usualSeed, day);
        const opened = new Map(plan.ratings.map((rating) => [ticketOf(rating), rating.stop]));
        for (const { stop, account, beat, ...action } of actionsOf(plan)) {
          expect(stop).toBeGreaterThan(opened.get(ticketOf(action))!);
          expect(stop % stopMinutes.length).toBeLessThan(hallStops);
          const isKnown = account === undefined ? beat.by === 'resident' : accounts.has(account);
          expect(isKnown).toBe(true);
        }
        for (const own of Map.groupBy(actionsOf(plan), ticketOf).values()) {
          expect(own.map(({ index }) => index)).toEqual(own.map((_, index) => index));
        }
      }),
      { numRuns: 20 },
    );
  });
});
