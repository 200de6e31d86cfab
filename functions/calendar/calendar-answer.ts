import type { CalendarSource } from '../../events/calendar/calendar.ts';
import type { CalendarYear } from '../../shared/domain/calendar/year.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { LoadedYear, Recount } from '../../shared/port/calendar/store.ts';

/** Returns the source of a year's content; version 0 is the shipped content. */
export const sourceOf = (
  loaded: LoadedYear | undefined,
  shipped: CalendarYear | undefined,
): CalendarSource => {
  if (loaded === undefined) return { source: shipped ? 'shipped' : 'none', version: 0 };
  const { calendar, version, by, confirmedBy, at } = loaded;
  const source = calendar.assumed ? 'assumed' : 'loaded';
  return { source, version, loadedBy: by, confirmedBy, loadedAt: withOffset(at) };
};

/** Returns the progress of the recount of open tickets. */
export const recountAnswer = (recount: Recount | undefined) =>
  recount === undefined
    ? null
    : { state: recount.state, round: recount.round, queued: recount.queued };
