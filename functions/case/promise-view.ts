import type { PromiseView } from '../../events/case/view.ts';
import type { Case, CasePromise } from '../../shared/domain/case/case.ts';
import { courseOf, openIn } from '../../shared/domain/case/course.ts';
import { lightOf, promiseFactsOf } from '../../shared/domain/case/promise.ts';
import { clockOf } from '../../shared/domain/case/term-clock.ts';
import type { PromiseLight } from '../../shared/domain/case/term-clock.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import { civilDateOf, offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { workingTimeBetween } from '../../shared/domain/time/working-time.ts';

const minute = 60_000;

const minutesLeft = (timetable: Timetable, { dueAt, suspendedAt }: CasePromise): number | null => {
  if (dueAt === undefined || suspendedAt === undefined) return null;
  const left = workingTimeBetween(timetable, suspendedAt, dueAt);
  return left.ok ? Math.floor(left.ms / minute) : null;
};

const suspendedView = ({ timeline }: Case, timetable: Timetable, promise: CasePromise) => {
  const open = openIn(courseOf(timeline));
  const kind = open?.begun.procedure?.kind ?? 'other';
  const { suspendedAt } = promise;
  if (suspendedAt === undefined) return {};
  const left = minutesLeft(timetable, promise);
  return { suspended: { since: withOffset(suspendedAt), kind, minutesLeft: left } };
};

const isOverdue = (light: PromiseLight): boolean | null =>
  light === 'pending_calendar' ? null : light === 'red';

/**
 * 承诺时限: returns the promise, counted by the newest calendar; undefined for a case without one.
 * While it is suspended nobody knows when it is due.
 */
export const promiseView = (
  known: Case,
  timetable: Timetable,
  at: Instant,
): PromiseView | undefined => {
  const facts = promiseFactsOf(known, timetable);
  if (facts === undefined) return undefined;
  const promise = clockOf(timetable, facts);
  const light = lightOf(known, promise, at);
  const due = light === 'suspended' ? undefined : promise.dueAt;
  return {
    workingDays: facts.days - facts.extendedBy,
    ...(facts.extendedBy > 0 && { extendedBy: facts.extendedBy }),
    ...(light === 'suspended' && suspendedView(known, timetable, promise)),
    light,
    dueOn: due === undefined ? null : civilDateOf(due),
    dueAt: offsetOrNull(due),
    yellowAt: offsetOrNull(promise.yellowAt),
    ...(promise.pendingYear === undefined ? {} : { pendingCalendarYear: promise.pendingYear }),
    overdue: isOverdue(light),
  };
};
