import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CaseEventFacts } from '../../../events/case/event.ts';
import { EntryRequest, PadRating, RatingSubmission } from '../../../events/rating/rating.ts';
import { townAccounts } from '../../../infra/local/scenario/town/accounts.ts';
import { historyDays, historyOf } from '../../../infra/local/scenario/town/day.ts';
import { townHalls, townPads } from '../../../infra/local/scenario/town/hall.ts';
import { planTown } from '../../../infra/local/scenario/town/plan.ts';
import type { TownPlan } from '../../../infra/local/scenario/town/plan.ts';
import type { PlannedRating } from '../../../infra/local/scenario/town/rating-plan.ts';
import { integrators } from '../../../infra/local/scenario/town/table/integrator.table.ts';
import {
  companyForms,
  cyclePairs,
  inventedNames,
} from '../../../infra/local/scenario/town/table/person.table.ts';
import { profiles } from '../../../infra/local/scenario/town/table/profile.table.ts';
import { ratingShares } from '../../../infra/local/scenario/town/table/rating-share.table.ts';
import { ticketScenarios } from '../../../infra/local/scenario/town/table/ticket-scenario.table.ts';
import {
  planWaitingCase,
  waitingHandler,
  findWaitingTicket,
} from '../../../infra/local/scenario/town/waiting-case.ts';
import { factOutsideScope } from '../../../shared/domain/access/scope.ts';
import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { checkDraft, isBad } from '../../../shared/domain/rating/rating.ts';
import {
  civilDateOf,
  parseInstant,
  nextDate,
  toEpoch,
} from '../../../shared/domain/time/instant.ts';
import type { CivilDate } from '../../../shared/domain/time/instant.ts';
import { addWorkingDays, calendarOf, dayKind } from '../../../shared/domain/time/working-days.ts';
import { shippedDraftRules } from '../../support/draft-rules.ts';
import { pageOf } from '../../support/page-ref.ts';

const today = '2026-11-22' as CivilDate;
const calendar = calendarOf(officialCalendarYears);
const plan = planTown('a seed', today);
const waiting = planWaitingCase(historyOf(today));
/** All but the one that is the same in every town. */
const drawn = plan.ratings.filter(({ projectNo }) => projectNo !== waiting.rating.projectNo);

const eventsOf = ({ cases }: TownPlan) => cases.flatMap(({ events }) => events);
const at = (text: string): number => toEpoch(parseInstant(text)!);
const contactKey = (one: { projectNo: string; serviceNumber: number }): string =>
  `${one.projectNo}-${one.serviceNumber}`;
const bad = ({ words }: PlannedRating): boolean => isBad(words.level, defaultPolicy);
const scopeOf = (word: string) => integrators.find((one) => one.word === word)!.scope;
const finishOf = (events: TownPlan['cases'][number]['events']) =>
  events.find(({ facts }) => facts.type === 'finished');

describe('the plan of the small town', () => {
  it('is the same for the same seed and day, and another for another', () => {
    const again = planTown('a seed', today);
    const other = planTown('another seed', today);
    const later = planTown('a seed', nextDate(today));
    expect(JSON.stringify(again)).toBe(JSON.stringify(plan));
    expect(JSON.stringify(other.cases)).not.toBe(JSON.stringify(plan.cases));
    expect(JSON.stringify(later.cases)).not.toBe(JSON.stringify(plan.cases));
  });

  it('stays within the size that loads quickly, with every way a case can go', () => {
    const counts = Map.groupBy(plan.cases, ({ profile }) => profile);
    expect(plan.cases.length).toBeLessThanOrEqual(250);
    expect(plan.cases.length).toBeGreaterThanOrEqual(200);
    for (const { name, count } of profiles) expect(counts.get(name)).toHaveLength(count);
  });

  it('stays within the scope of every key: events with their halls, invitations with channels', () => {
    const reported = plan.cases.flatMap(({ integrator, events }) =>
      events.map(({ facts: { projectNo, header, contact } }) => {
        const { area, department } = header ?? {};
        const call = { projectNo, area, creditCode: department?.creditCode, hall: contact?.hall };
        return factOutsideScope(scopeOf(integrator), call);
      }),
    );
    const invited = plan.ratings.flatMap(({ intake, channel }) =>
      intake.by === 'invitation' ? [factOutsideScope(scopeOf(intake.integrator), { channel })] : [],
    );
    expect(invited.length).toBeGreaterThan(20);
    expect([...reported, ...invited].filter((outside) => outside !== undefined)).toEqual([]);
    const owners = new Map(plan.cases.map((one) => [one.projectNo, one.integrator]));
    for (const { projectNo, intake } of plan.ratings) {
      const asked = intake.by === 'invitation' ? intake.integrator : owners.get(projectNo);
      expect(asked).toBe(owners.get(projectNo));
    }
  });

  it('has events that the contract accepts, each with its own id', () => {
    const refused = eventsOf(plan).flatMap(
      ({ facts }) => CaseEventFacts.safeParse(facts).error ?? [],
    );
    const ids = new Set(eventsOf(plan).map(({ facts }) => facts.eventId));
    expect(refused).toEqual([]);
    expect(ids.size).toBe(eventsOf(plan).length);
  });

  it('names only persons and companies that do not exist', () => {
    const names = eventsOf(plan).flatMap(({ facts: { header, contact } }) => [
      ...(header?.applicant.kind === 'person' ? [header.applicant.name] : []),
      ...(contact?.staff ? [contact.staff.name] : []),
    ]);
    const companies = eventsOf(plan).flatMap(({ facts: { header } }) =>
      header?.applicant.kind === 'enterprise' ? [header.applicant.name] : [],
    );
    const form = new RegExp(`^绍兴示例(${cyclePairs.join('|')})(${companyForms.join('|')})$`);
    expect(names.filter((name) => !inventedNames.includes(name))).toEqual([]);
    expect(inventedNames.every((name) => /^(测试|示例|样例|虚构)/.test(name))).toBe(true);
    expect(companies.length).toBeGreaterThan(20);
    expect(companies.filter((name) => !form.test(name))).toEqual([]);
  });

  it('reports every case by one system, the header first and the contacts in order', () => {
    for (const { events } of plan.cases) {
      const times = events.map(({ facts }) => at(facts.at));
      const numbers = events.flatMap(({ facts }) => facts.contact?.serviceNumber ?? []);
      expect(events.map(({ facts }) => facts.header !== undefined)).toEqual(
        events.map((_, index) => index === 0),
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('names who met the resident at every contact, online too: the center asks for it', () => {
    const contacts = eventsOf(plan).flatMap(({ facts: { contact } }) => contact ?? []);
    expect(contacts.some(({ hall }) => hall === undefined)).toBe(true);
    expect(contacts.filter(({ staff }) => staff === undefined)).toEqual([]);
  });

  it('has one case whose term is extended, and one that is suspended', () => {
    const procedures = eventsOf(plan).flatMap(({ facts: { type, procedure } }) =>
      procedure ? [`${type} ${procedure.kind}`] : [],
    );
    expect(procedures.toSorted()).toEqual(['extended extension', 'suspended inspection']);
  });

  it('lets the promise of some run out and keeps it for the others', () => {
    const late = plan.cases.filter(({ events }) => {
      const first = events.find(({ facts }) => facts.type === 'accepted');
      const days = events[0]?.facts.header?.promiseWorkingDays;
      if (!first || days === undefined) return false;
      const end = finishOf(events)?.facts.at;
      const due = addWorkingDays(calendar, civilDateOf(parseInstant(first.facts.at)!), days);
      return due.ok && (end === undefined ? today : civilDateOf(parseInstant(end)!)) > due.date;
    });
    expect(late.length).toBeGreaterThanOrEqual(10);
    expect(late.every(({ events }) => finishOf(events) === undefined)).toBe(true);
  });
});

describe('the ratings of the small town', () => {
  it('come by every channel in the planned numbers, at most 150 and 12 bad ones', () => {
    for (const { channel, count } of ratingShares) {
      const badCount = ticketScenarios.filter((scenario) => scenario.channel === channel).length;
      const own = drawn.filter((rating) => rating.channel === channel);
      expect([channel, own.length]).toEqual([channel, count]);
      expect([channel, own.filter(bad).length]).toEqual([channel, badCount]);
    }
    expect(plan.ratings.length).toBeLessThanOrEqual(151);
    expect(drawn.filter(bad)).toHaveLength(12);
  });

  it('leave one that waits for the first handler of the town, on any day', () => {
    const handler = townAccounts.find(({ roles }) => roles.includes('handler'))!;
    const [first] = waiting.handled.events;
    expect(waitingHandler).toBe(handler.id);
    expect(first!.facts.header!.department.creditCode).toBe(handler.department);
    expect(plan.ratings.filter(bad).map(contactKey)).toContain(findWaitingTicket(waiting));
    expect(plan.stops.flatMap(({ actions }) => actions).map(contactKey)).not.toContain(
      findWaitingTicket(waiting),
    );
  });

  it('rate a contact at most once, never before it happened, and leave some unrated', () => {
    const happened = new Map(
      eventsOf(plan).flatMap(({ stop, facts: { projectNo, contact } }) =>
        contact ? [[contactKey({ projectNo, ...contact }), stop] as const] : [],
      ),
    );
    const rated = plan.ratings.map(contactKey);
    expect(new Set(rated).size).toBe(rated.length);
    expect(plan.ratings.filter((one) => !(one.stop >= happened.get(contactKey(one))!))).toEqual([]);
    expect(happened.size - rated.length).toBeGreaterThan(50);
  });

  it('say what the contract and the indicator table allow', () => {
    for (const { words, intake, projectNo, serviceNumber, channel } of plan.ratings) {
      const schema = {
        invitation: () =>
          RatingSubmission.safeParse({ token: 'x', clientRef: pageOf('x'), ...words }),
        pad: () => PadRating.safeParse({ token: 'x', sequence: 1, ...words }),
        staff: () =>
          EntryRequest.safeParse({ projectNo, serviceNumber, channel, record: 'R1', ...words }),
      }[intake.by];
      expect(schema().error).toBeUndefined();
      expect(checkDraft(words, shippedDraftRules)).toEqual({ ok: true });
    }
  });

  it('number the ratings of each pad from 1 without a gap, in the order of pressing', () => {
    const onPads = plan.ratings.flatMap(({ intake, stop }) =>
      intake.by === 'pad' ? [{ ...intake, stop }] : [],
    );
    const places = new Set(townPads.map((pad) => `${pad.hall}/${pad.window}`));
    for (const [place, own] of Map.groupBy(onPads, (one) => `${one.hall}/${one.window}`)) {
      expect(places).toContain(place);
      expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1));
      expect(new Set(own.map(({ stop }) => stop)).size).toBe(own.length);
    }
  });

  it('are written down by one person and confirmed by another', () => {
    const entered = plan.ratings.flatMap(({ intake }) => (intake.by === 'staff' ? [intake] : []));
    expect(new Set(entered.map(({ record }) => record)).size).toBe(12);
    expect(entered.filter((intake) => intake.enteredBy === intake.checkedBy)).toEqual([]);
  });
});

describe('on any day and with any seed', () => {
  const days = integer({ min: 0, max: 1095 }).map((n) => nextDate('2024-02-01' as CivilDate, n));

  it('the plan lies in the four weeks before today, at hours when halls are open', () => {
    assert(
      property(string({ maxLength: 8 }), days, (seed, day) => {
        const { stops, ratings } = planTown(seed, day);
        for (const stop of stops) {
          const date = civilDateOf(stop.at);
          const kind = dayKind(calendar, date);
          expect(date < day && date >= nextDate(day, -historyDays)).toBe(true);
          expect(kind.unknown ?? kind.working).toBe(true);
          for (const { facts } of stop.events) {
            const minutes = (toEpoch(stop.at) - at(facts.at)) / 60_000;
            expect(minutes).toBeGreaterThan(0);
            expect(minutes).toBeLessThan(30);
          }
        }
        expect(stops.flatMap((stop) => stop.ratings)).toHaveLength(ratings.length);
        expect(ratings.filter(bad)).toHaveLength(13);
      }),
      { numRuns: 40 },
    );
  });

  it('no two residents stand at one window at the same stop', () => {
    assert(
      property(days, (day) => {
        const places = eventsOf(planTown('windows', day)).flatMap(({ stop, facts: { contact } }) =>
          contact?.window === undefined ? [] : [`${contact.hall}/${contact.window}/${stop}`],
        );
        const halls = new Set(townHalls.map(({ code }) => code));
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => halls.has(place.split('/')[0]!))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
