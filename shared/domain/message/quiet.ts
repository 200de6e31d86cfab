/** 免打扰时段: the time of day in which no message is sent, in minutes of a Shanghai day. */
import { atCivil, civilDateOf, minuteOfDay, nextDate } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

export interface Quiet {
  /** The evening minute from which nothing is sent. */
  readonly from: number;
  /** The morning minute from which messages are sent again. */
  readonly until: number;
}

/** Returns `at` itself by day, otherwise the morning after the night that it is in. */
export const awake = (at: Instant, { from, until }: Quiet): Instant => {
  const [day, minute] = [civilDateOf(at), minuteOfDay(at)];
  if (minute >= from) return atCivil(nextDate(day), until);
  return minute < until ? atCivil(day, until) : at;
};

/** Returns the next morning, whatever the time of day. */
export const nextMorning = (at: Instant, { until }: Quiet): Instant =>
  atCivil(nextDate(civilDateOf(at)), until);
