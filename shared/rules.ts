import { createHash } from 'node:crypto';

import { officialCalendarYears } from './domain/calendar/years.table.ts';
import type { Policy } from './domain/policy/policy.ts';
import { defaultPolicy } from './domain/policy/shipped.ts';
import { timetableUnder } from './domain/policy/timetable.ts';
import type { Digest } from './domain/text/digest.ts';
import type { Rules, Ticket } from './domain/ticket/ticket.ts';
import { calendarOf } from './domain/time/working-days.ts';
import type { Calendar } from './domain/time/working-days.ts';
import type { Rulebook, YearVersion } from './port/policy/rulebook.ts';

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

/** Returns a policy with the calendar to count by and the digest that links steps. */
export const rulesUnder = (policy: Policy, calendar: Calendar): Rules => ({
  policy,
  timetable: timetableUnder(policy, calendar),
  digest: sha256,
});

/** The rules that the product ships with: the official calendar years and the default policy. */
export const shippedRules: Rules = rulesUnder(defaultPolicy, calendarOf(officialCalendarYears));

/** Returns the rules for everything that begins now. */
export const rulesInForce = async (
  book: Pick<Rulebook, 'now'>,
  seen?: YearVersion,
): Promise<Rules> => {
  const { policy, calendar } = await book.now(seen);
  return rulesUnder(policy, calendar);
};

/**
 * Returns the rules for a ticket: the policy version frozen onto it, and the newest calendar.
 *
 * @throws Error when that version is missing from the table
 */
export const rulesFor = async (
  book: Rulebook,
  ticket: Pick<Ticket, 'policyVersion'>,
  seen?: YearVersion,
): Promise<Rules> => {
  const [{ calendar }, policy] = await Promise.all([
    book.now(seen),
    book.policy(ticket.policyVersion),
  ]);
  if (policy === undefined) throw new Error(`no policy with version ${ticket.policyVersion}`);
  return rulesUnder(policy, calendar);
};
