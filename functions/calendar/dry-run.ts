import type { CalendarRehearsal, CalendarRehearsalLine } from '../../events/calendar/calendar.ts';
import { specialDaysIn } from '../../shared/domain/calendar/plausible-year.ts';
import { rehearseYear } from '../../shared/domain/calendar/rehearsal.ts';
import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { pendingYearOf } from '../../shared/domain/escalation/ladder.ts';
import { hasMoved } from '../../shared/domain/ticket/due-shift.ts';
import type { DueShift, DueShifts } from '../../shared/domain/ticket/due-shift.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { calendarOf } from '../../shared/domain/time/working-days.ts';
import type { Calendar } from '../../shared/domain/time/working-days.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import { rulesUnder } from '../../shared/rules.ts';
import { addMarks, dueMarks, shiftView } from './due-marks.ts';
import { openTickets } from './open-tickets.ts';
import type { ShowYearDeps } from './show.ts';
import { workingDaysIn } from './working-days-in.ts';
import { readYear } from './year-in-body.ts';
import type { AssumedYearDeps } from './year-in-body.ts';

export type DryRunYearDeps = ShowYearDeps & AssumedYearDeps & { readonly now: Now };

const linesShown = 50;

type Counts = CalendarRehearsal['counts'];
type Outcome = Pick<CalendarRehearsal, 'tickets' | 'differing' | 'counts' | 'lines'>;

const noCounts: Counts = {
  contactEarlier: 0,
  contactLater: 0,
  rectifyEarlier: 0,
  rectifyLater: 0,
  reviewEarlier: 0,
  reviewLater: 0,
  noLongerWaiting: 0,
};

const isDated = ({ now, proposed }: DueShift): boolean =>
  now === undefined && proposed !== undefined;

/** Also of a ticket of which only the later rungs wait: they count working days after its term. */
const endsWaiting = (ticket: Ticket, due: DueShifts, rules: Rules): boolean =>
  Object.values(due).some(isDated) ||
  (ticket.pendingYear !== undefined && pendingYearOf(ticket, rules) === undefined);

const lineOf = ({ id, state }: Ticket, due: DueShifts): CalendarRehearsalLine => ({
  id,
  state,
  contactDue: shiftView(due.contact),
  rectifyDue: shiftView(due.rectify),
  reviewDue: shiftView(due.review),
});

interface Other {
  readonly year: number;
  readonly calendar: Calendar;
  readonly at: Instant;
}

const rehearseAll = async (other: Other, deps: DryRunYearDeps): Promise<Outcome> => {
  const { year, calendar, at } = other;
  let [tickets, differing, counts] = [0, 0, noCounts];
  const lines: CalendarRehearsalLine[] = [];
  for await (const ticket of openTickets(deps)) {
    tickets += 1;
    const policy = await deps.rulebook.policy(ticket.policyVersion);
    if (policy === undefined) throw new Error(`no policy with version ${ticket.policyVersion}`);
    const rules = rulesUnder(policy, calendar);
    const due = rehearseYear(ticket, { year, at, rules });
    const noLongerWaiting = endsWaiting(ticket, due, rules);
    if (!hasMoved(due) && !noLongerWaiting) continue;
    differing += 1;
    counts = addMarks(counts, { ...dueMarks(due), noLongerWaiting });
    if (lines.length < linesShown) lines.push(lineOf(ticket, due));
  }
  return { tickets, differing, counts, lines };
};

const workingDays = (year: number, years: readonly CalendarYear[]): number | null => {
  const content = years.find((one) => one.year === year);
  return content === undefined ? null : workingDaysIn(content, years);
};

/**
 * `POST /v1/calendar/{year}/dry-run`: checks the content like `PUT`, and compares when every open
 * ticket is due with when it would be due by it. Changes nothing.
 */
export const dryRunYear =
  (deps: DryRunYearDeps): StaffHandler =>
  async (request) => {
    const { year, calendar } = await readYear(request, deps);
    const { calendarYears } = await deps.rulebook.now();
    const years = [...calendarYears.filter((one) => one.year !== year), calendar];
    const at = deps.now();
    const body: CalendarRehearsal = {
      year,
      at: withOffset(at),
      workingDays: {
        now: workingDays(year, calendarYears),
        proposed: workingDays(year, years),
      },
      unusual: specialDaysIn(calendar),
      ...(await rehearseAll({ year, calendar: calendarOf(years), at }, deps)),
    };
    return { status: 200, body };
  };
