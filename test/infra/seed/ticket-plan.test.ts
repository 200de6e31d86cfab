import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { TicketAction } from '../../../events/ticket/action.ts';
import { townAccounts } from '../../../infra/local/scenario/town/accounts.ts';
import { hallStops, stopMinutes } from '../../../infra/local/scenario/town/day.ts';
import { planTown, usualSeed } from '../../../infra/local/scenario/town/plan.ts';
import type { TownPlan } from '../../../infra/local/scenario/town/plan.ts';
import { ticketScenarios } from '../../../infra/local/scenario/town/table/ticket-scenario.table.ts';
import type {
  TicketScenario,
  StaffStep,
} from '../../../infra/local/scenario/town/table/ticket-scenario.table.ts';
import { assignScenarios } from '../../../infra/local/scenario/town/ticket-plan.ts';
import { checkDraft } from '../../../shared/domain/rating/rating.ts';
import { nextDate } from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { shippedDraftRules } from '../../support/draft-rules.ts';

const actionsOf = ({ stops }: TownPlan) => stops.flatMap(({ actions }) => actions);
const ticketOf = (one: { projectNo: string; serviceNumber: number }): string =>
  `${one.projectNo}-${one.serviceNumber}`;

const staffSteps = ticketScenarios.flatMap(({ steps }) =>
  steps.filter((step): step is StaffStep => step.by !== 'resident'),
);

/** As it is sent, with what the plan cannot know. */
const sent = ({ action, file, reviewAfterDays }: StaffStep) => ({
  ...action,
  expectedVersion: 1,
  ...(file === undefined ? {} : { evidence: ['0'.repeat(32)] }),
  ...(reviewAfterDays === undefined ? {} : { reviewOn: '2026-12-07' }),
});

describe('the scenarios of the bad ratings', () => {
  it('are actions that the contract accepts', () => {
    const refused = staffSteps.filter((step) => !TicketAction.safeParse(sent(step)).success);
    expect(refused).toEqual([]);
    expect(staffSteps.length).toBeGreaterThan(30);
  });

  it('let residents say what the indicator table allows', () => {
    const said = ticketScenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.by === 'resident' ? [step.words] : [])),
    );
    const checks = said.map((words) =>
      checkDraft({ ...words, contactConsent: false }, shippedDraftRules),
    );
    expect(checks).toEqual(said.map(() => ({ ok: true })));
    expect(said.map(({ level }) => level).toSorted()).toEqual(['dissatisfied', 'very_satisfied']);
  });

  it('go forward in time, and take every action but transfer and what watches over others', () => {
    for (const { name, steps } of ticketScenarios) {
      const moments = steps.map(({ when: [day, stop] }) => day * stopMinutes.length + stop);
      expect([name, moments.toSorted((a, b) => a - b)]).toEqual([name, moments]);
      expect(new Set(moments).size).toBe(moments.length);
      expect(moments.every((moment) => moment >= stopMinutes.length)).toBe(true);
    }
    const types = new Set(staffSteps.map(({ action }) => action.type));
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

const scenario = (name: string, openedAgo: number): TicketScenario => ({
  name,
  channel: 'qr',
  openedAgo,
  steps: [],
});

describe('which rating takes which scenario', () => {
  it('is the nearest one that has none yet', () => {
    const ratings = [{ stop: 3 }, { stop: 41 }, { stop: 44 }, { stop: 90 }];
    const early = scenario('early', 10);
    const same = scenario('the same day', 10);
    const given = assignScenarios(ratings, [early, same], 95);
    expect(given.get(ratings[2]!)).toBe(early);
    expect(given.get(ratings[1]!)).toBe(same);
    expect(given.size).toBe(2);
  });

  it('leaves a scenario out when no rating is left', () => {
    const ratings = [{ stop: 3 }];
    expect(assignScenarios(ratings, [scenario('a', 1), scenario('b', 2)], 95).size).toBe(1);
  });
});

describe('on any day', () => {
  const days = integer({ min: 0, max: 1095 }).map((n) => nextDate('2024-02-01' as CivilDate, n));
  const accounts = new Set(townAccounts.map(({ id }) => id));

  it('every action comes after its rating, in office hours, in order, by somebody of the town', () => {
    assert(
      property(days, (day) => {
        const plan = planTown(usualSeed, day);
        const opened = new Map(plan.ratings.map((rating) => [ticketOf(rating), rating.stop]));
        for (const { stop, account, step, ...action } of actionsOf(plan)) {
          expect(stop).toBeGreaterThan(opened.get(ticketOf(action))!);
          expect(stop % stopMinutes.length).toBeLessThan(hallStops);
          const isKnown = account === undefined ? step.by === 'resident' : accounts.has(account);
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
