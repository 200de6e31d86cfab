/**
 * 待办超期: what waits on a list of the administrators is told to them and to their supervisors when
 * nobody dealt with it in the term of a review, and then to the city. The notices are written when it
 * begins to wait, and silenced at their moment when somebody dealt with it.
 */
import { cityCode, countingArea } from '../area/area.ts';
import { isWaiting, longestWaitMs } from '../exchange/callback/kept.ts';
import type { KeptCallback } from '../exchange/callback/kept.ts';
import { areaOfHall } from '../pad/pad.ts';
import type { Pad } from '../pad/pad.ts';
import { pressedAt } from '../pad/press.ts';
import type { Press } from '../pad/press.ts';
import { isOpen } from '../pad/refused.ts';
import type { RefusedMark } from '../pad/refused.ts';
import type { Difference } from '../reconciliation/difference.ts';
import { addMs, toEpoch } from '../time/instant.ts';
import type { CivilDate, Instant } from '../time/instant.ts';
import { cityOf, sendingMoment } from './notice.ts';
import type { BoxKind, CallbackNotice, DifferenceNotice, KeptPressNotice } from './notice.ts';
import { overdueMoments } from './overdue-moments.ts';
import type { Timing } from './overdue-moments.ts';

/** A level of the ladder: an inbox, and when it is told. */
interface Told {
  readonly kind: BoxKind;
  readonly at: Instant;
}

const levelsFrom = (since: Instant, rules: Timing): readonly Told[] => {
  const { first, city } = overdueMoments(since, rules);
  return [
    { kind: 'administrator', at: first },
    { kind: 'supervisor', at: first },
    { kind: 'city', at: city },
  ];
};

/** What is the city's own work has no supervisor of an area. */
const cityLevelsFrom = (since: Instant, rules: Timing): readonly Told[] =>
  levelsFrom(since, rules).filter(({ kind }) => kind !== 'supervisor');

const factsOf = (
  { kind, at }: Told,
  { area, name, rules }: { readonly area: string; readonly name: string; readonly rules: Timing },
) => ({
  id: `${name}.${kind}`,
  box: { kind, of: kind === 'city' ? cityOf(area) : countingArea(area) },
  area,
  at,
  sendAt: sendingMoment(rules, at),
  state: 'waiting' as const,
  version: 1,
});

/** A press whose time is not known is tried by no case event, so it waits for persons at once. */
const pressWaitsFrom = (press: Press): Instant =>
  pressedAt(press) === undefined ? press.arrivedAt : press.tryUntil;

/**
 * Returns the notices of a bad press that is not bound yet. Of a good one nobody waits for an answer:
 * it stays on the list.
 */
export const pressNotices = (press: Press, rules: Timing): readonly KeptPressNotice[] => {
  const { padId, hall, window, sequence } = press;
  const type = 'press_overdue';
  const given = { area: areaOfHall(hall), name: `${padId}.${sequence}.${type}`, rules };
  return levelsFrom(pressWaitsFrom(press), rules).map((told) => ({
    ...factsOf(told, given),
    type,
    padId,
    hall,
    window,
    sequence,
  }));
};

/** Returns the notices of a rating of a pad that was refused, if a person has to look at it. */
export const refusedNotices = (
  refused: Pick<RefusedMark, 'sequence' | 'mark' | 'code' | 'at'>,
  { id: padId, hall, window }: Pick<Pad, 'id' | 'hall' | 'window'>,
  rules: Timing,
): readonly KeptPressNotice[] => {
  if (!isOpen(refused)) return [];
  const { sequence, mark } = refused;
  const type = 'refused_overdue';
  const given = { area: areaOfHall(hall), name: `${padId}.${sequence}.${mark}.${type}`, rules };
  return levelsFrom(refused.at, rules).map((told) => ({
    ...factsOf(told, given),
    type,
    padId,
    hall,
    window,
    sequence,
    mark,
  }));
};

/** One for which something may still arrive waits for a person only afterwards. */
const callbackWaitsFrom = ({ reason, at }: Pick<KeptCallback, 'reason' | 'at'>): Instant =>
  isWaiting(reason) ? addMs(at, longestWaitMs) : at;

/** Returns the notices of a callback of the center that is kept. */
export const callbackNotices = (
  kept: Pick<KeptCallback, 'id' | 'reason' | 'at'>,
  rules: Timing,
): readonly CallbackNotice[] => {
  const { id: callbackId } = kept;
  const type = 'callback_overdue';
  const given = { area: cityCode, name: `${callbackId}.${type}`, rules };
  return cityLevelsFrom(callbackWaitsFrom(kept), rules).map((told) => ({
    ...factsOf(told, given),
    type,
    callbackId,
  }));
};

type OpenSince = Pick<Difference, 'state' | 'openedAt'>;

/** When the difference that has been open for longest was found; undefined when none is open. */
const openSince = (ofDay: readonly OpenSince[]): Instant | undefined =>
  ofDay
    .flatMap(({ state, openedAt }) => (state === 'open' ? openedAt : []))
    .toSorted()
    .at(0);

/** Whether none of the differences that a notice is about is open any more. */
export const isDealtWith = (
  { since }: Pick<DifferenceNotice, 'since'>,
  ofDay: readonly OpenSince[],
): boolean => !ofDay.some(({ state, openedAt }) => state === 'open' && openedAt <= since);

/**
 * Returns the notices of a day whose differences are open. The center may lose thousands of records
 * of a day at once, so they are told together.
 */
export const differenceNotices = (
  day: CivilDate,
  ofDay: readonly OpenSince[],
  rules: Timing,
): readonly DifferenceNotice[] => {
  const since = openSince(ofDay);
  if (since === undefined) return [];
  const type = 'difference_overdue';
  const given = { area: cityCode, name: `${day}.${toEpoch(since)}.${type}`, rules };
  return cityLevelsFrom(since, rules).map((told) => ({
    ...factsOf(told, given),
    type,
    day,
    since,
  }));
};
