import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { ActingStaff, Command } from '../../../shared/domain/ticket/command.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { nextDate, weekdayOf } from '../../../shared/domain/time/instant.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { day, official } from '../time/shanghai.ts';
import {
  accept,
  citySupervisor,
  decide,
  noon,
  said,
  supervisor,
  ticketIn,
} from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const asked = (reviewOn: string) =>
  accept(ticketIn('rectifying'), { ...said.claimHardship, reviewOn: day(reviewOn) }, { at: noon })
    .next;
const cityReviewer = { ...citySupervisor, roles: ['reviewer'] as const };
const outcomeOf = (decision: ReturnType<typeof decide>) => (decision.ok ? 'ok' : decision.reason);
const under = (most: number | undefined) =>
  rulesUnder(
    { ...defaultPolicy, hardship: most === undefined ? undefined : { most } },
    official.calendar,
  );
/** Grants a claim, and moves the date of a ticket on hardship, to the same day. */
const both = (
  reviewOn: string,
  { by, most }: { readonly by: ActingStaff; readonly most?: number },
) => {
  const context = { at: noon, by, rules: under(most) };
  const keep = { ...said.keep, outcome: { keepUntil: day(reviewOn) } };
  return [
    outcomeOf(decide(asked(reviewOn), 'grantHardship', context)),
    outcomeOf(decide(ticketIn('hardship'), keep, context)),
  ];
};

const reasonOf = (ticket: Ticket, what: Said | Command): string =>
  outcomeOf(decide(ticket, what, { at: noon }));

describe('the limit of a review date', () => {
  it.each([
    // No day of 2027 is known, so each counts as its day of the week: 60 from 2026-11-20.
    ['2027-02-12', undefined, 'ok', 'ok'],
    ['2027-02-15', undefined, 'review_date_of_city', 'ok'],
    ['2026-11-27', 5, 'ok', 'ok'],
    ['2026-11-30', 5, 'review_date_of_city', 'ok'],
    ['2027-05-07', 120, 'ok', 'ok'],
  ])('on %s with %s days in the policy: %s, for the city %s', (date, most, own, ofCity) => {
    expect(both(date, { by: supervisor, ...(most && { most }) })).toEqual([own, own]);
    expect(both(date, { by: citySupervisor, ...(most && { most }) })).toEqual([ofCity, ofCity]);
  });

  it('is longer for supervisors of the city only', () => {
    expect(both('2027-02-15', { by: cityReviewer })).toEqual([
      'review_date_of_city',
      'review_date_of_city',
    ]);
  });

  it('ends for everybody after 120 days', () => {
    const far = { ...said.claimHardship, reviewOn: day('2027-05-10') };
    expect(reasonOf(ticketIn('rectifying'), far)).toBe('review_date_too_far');
    const never = { ...said.claimHardship, reviewOn: day('9999-12-31') };
    expect(reasonOf(ticketIn('rectifying'), never)).toBe('review_date_too_far');
    const keep = { ...said.keep, outcome: { keepUntil: day('2027-05-10') } };
    expect(outcomeOf(decide(ticketIn('hardship'), keep, { at: noon, by: citySupervisor }))).toBe(
      'review_date_too_far',
    );
  });

  it('refuses no claim that the city may grant, and lets everybody refuse it', () => {
    const claim = asked('2027-05-07');
    expect(reasonOf(claim, 'grantHardship')).toBe('review_date_of_city');
    expect(reasonOf(claim, 'refuseHardship')).toBe('ok');
  });

  it('holds for any date: what is granted is within the policy, or by the city', () => {
    const most = fc.integer({ min: 5, max: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), most, fc.boolean(), (days, limit, isOfCity) => {
        const reviewOn = nextDate(day('2026-11-20'), days);
        const by = isOfCity ? citySupervisor : supervisor;
        const keep = { ...said.keep, outcome: { keepUntil: reviewOn } };
        const made = decide(ticketIn('hardship'), keep, { at: noon, by, rules: under(limit) });
        const working = Array.from({ length: days }, (_, index) =>
          weekdayOf(nextDate(day('2026-11-20'), index + 1)),
        ).filter((weekday) => weekday <= 5).length;
        expect(made.ok).toBe(working <= (isOfCity ? 120 : limit));
      }),
    );
  });
});
