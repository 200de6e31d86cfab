import type { CalendarView } from '../../events/calendar/calendar.ts';
import { yearsAwaited } from '../../shared/domain/calendar/recount.ts';
import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { CalendarStore } from '../../shared/port/calendar/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { recountAnswer, sourceOf } from './calendar-answer.ts';
import { openTickets } from './open-tickets.ts';
import { workingDaysIn } from './working-days-in.ts';
import { shippedYear, yearInPath } from './year-in-path.ts';

export interface CalendarDeps {
  readonly calendars: CalendarStore;
  readonly tickets: TicketStore;
}

export interface ShowYearDeps extends CalendarDeps {
  readonly rulebook: Rulebook;
  readonly places: Pick<Places, 'now'>;
}

const waitingFor = async (year: number, deps: ShowYearDeps): Promise<number> => {
  let waiting = 0;
  for await (const _ticket of openTickets(deps, (one) => yearsAwaited(one).has(year))) {
    waiting += 1;
  }
  return waiting;
};

const factsOf = ({ notices, holidays, assumed }: CalendarYear): CalendarView['content'] => ({
  notices: notices.map((notice) => ({ ...notice })),
  holidays: holidays.map(({ name, off, makeup }) => ({ name, off: [...off], makeup: [...makeup] })),
  ...(assumed && { assumed }),
});

/**
 * `GET /v1/calendar/{year}`: returns the days of a year, the notices they come from, who loaded it,
 * and how many tickets wait for it. A year without a notice also gets an answer, because that is
 * when staff ask.
 */
export const showYear =
  (deps: ShowYearDeps): StaffHandler =>
  async (request) => {
    const year = yearInPath(request);
    const [loaded, rules, waiting] = await Promise.all([
      deps.calendars.loaded(year),
      deps.rulebook.now(),
      waitingFor(year, deps),
    ]);
    const content = loaded?.calendar ?? shippedYear(year);
    const recount = loaded && (await deps.calendars.recountOf(year, loaded.version));
    const body: CalendarView = {
      year,
      ...sourceOf(loaded, shippedYear(year)),
      content: content === undefined ? null : factsOf(content),
      workingDays: content === undefined ? null : workingDaysIn(content, rules.calendarYears),
      waiting,
      recount: recountAnswer(recount),
    };
    return { status: 200, body };
  };
