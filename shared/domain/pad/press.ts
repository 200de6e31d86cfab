/**
 * 无凭证评价: what somebody pressed on a pad that could not fetch a token. It is bound to the only
 * contact that its window served at that time and nobody has rated, or waits for it.
 */
import type { Rating } from '../rating/rating.ts';
import { addMs, atCivil, civilDateOf, dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { addWorkingDays } from '../time/working-days.ts';
import type { Calendar } from '../time/working-days.ts';
import type { Settled } from './settled.ts';

/** A pad stands at one window, and gives each number once. */
export interface PressKey {
  readonly hall: string;
  readonly window: string;
  readonly padId: string;
  readonly sequence: number;
}

/** The contact to which a press is being bound. It never changes while another may be binding it. */
export type PressClaim = Pick<Rating, 'projectNo' | 'serviceNumber' | 'takenUp'> & {
  readonly bound: 'window' | 'persons';
};

export const pressStates = ['held', 'settled'] as const;
export type PressState = (typeof pressStates)[number];

export interface Press extends PressKey, Pick<Rating, 'claimedAt' | 'claimImplausible' | 'doubts'> {
  readonly arrivedAt: Instant;
  /** What the resident said, encrypted with the field key. */
  readonly sealed: string;
  /** Until then every case event of the window tries to bind it; afterwards a person has to. */
  readonly tryUntil: Instant;
  readonly claim?: PressClaim | undefined;
  readonly settled?: Settled | undefined;
  readonly version: number;
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** The contact is reported before the press, or soon after it by a system whose clock is ahead. */
export const spanOf = (pressedAt: Instant): { readonly from: Instant; readonly to: Instant } => ({
  from: addMs(pressedAt, -30 * minuteMs),
  to: addMs(pressedAt, 5 * minuteMs),
});

/** Returns when a press was pressed, if the window can be asked who was served then. */
export const pressedAt = ({ claimedAt, claimImplausible }: Press): Instant | undefined =>
  claimImplausible ? undefined : claimedAt;

const daysOfTries = 10;

/**
 * Returns the end of the tenth working day after the arrival; of the fourteenth day, while the
 * notice of the year is missing.
 */
export const lastTry = (calendar: Calendar, arrivedAt: Instant): Instant => {
  const last = addWorkingDays(calendar, civilDateOf(arrivedAt), daysOfTries);
  return last.ok ? atCivil(last.date, dayMinutes) : addMs(arrivedAt, 14 * dayMs);
};

export const stateOfPress = ({ settled }: Pick<Press, 'settled'>): PressState =>
  settled === undefined ? 'held' : 'settled';

/** Whether a person has to find its contact. */
export const needsPerson = (press: Press, now: Instant): boolean =>
  stateOfPress(press) === 'held' && (pressedAt(press) === undefined || now > press.tryUntil);

/** Whether a rating is what was pressed. */
export const isOfPress = (
  { pad }: Pick<Rating, 'pad'>,
  { padId, sequence }: Pick<PressKey, 'padId' | 'sequence'>,
): boolean => pad?.id === padId && pad.sequence === sequence;
