import type { PromiseView } from '../../events/case/view.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { lightOf, promiseOf } from '../../shared/domain/case/promise.ts';
import type { Timetable } from '../../shared/domain/time/deadline.ts';
import { civilDateOf, offsetOrNull } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

/**
 * 承诺时限: returns the promise, counted by the newest calendar; undefined for a case without one.
 */
export const promiseView = (
  known: Case,
  timetable: Timetable,
  at: Instant,
): PromiseView | undefined => {
  const promise = promiseOf(known, timetable);
  if (promise === undefined || known.promiseWorkingDays === undefined) return undefined;
  const light = lightOf(known, promise, at);
  return {
    workingDays: known.promiseWorkingDays,
    light,
    dueOn: promise.dueAt === undefined ? null : civilDateOf(promise.dueAt),
    dueAt: offsetOrNull(promise.dueAt),
    yellowAt: offsetOrNull(promise.yellowAt),
    ...(promise.pendingYear === undefined ? {} : { pendingCalendarYear: promise.pendingYear }),
    overdue: light === 'pending_calendar' ? null : light === 'red',
  };
};
