import { PadRating } from '../../events/rating/rating.ts';
import { readPressTime, statedTime, timeDoubts } from '../../shared/domain/pad/press-time.ts';
import type { PressTime } from '../../shared/domain/pad/press-time.ts';
import type { Doubt } from '../../shared/domain/rating/doubt.ts';
import { levelPressed } from '../../shared/domain/rating/level-pressed.ts';
import { plainName, valuesOf } from '../../shared/domain/text/members-twice.ts';
import { parseInput } from '../../shared/http/body.ts';

export type Members = Readonly<Record<string, unknown>>;
type PressClock = Parameters<typeof readPressTime>[1];

/** What a pad sent, read as far as it says something. */
export interface PadDraft {
  readonly rating: PadRating;
  readonly pressed: PressTime;
  /** The time of the press as the pad stated it. */
  readonly statedAt?: string | number | undefined;
  /** What could not be read of it. */
  readonly doubts: readonly Doubt[];
  /** It had members that this interface does not know. */
  readonly hasUnknown: boolean;
}

/** What is no object has no member that is known here. */
export const membersOf = (given: unknown): Members => ({ ...(given as Members) });

const toNumber = (given: unknown): unknown =>
  typeof given === 'string' && /^\d{1,10}$/.test(given) ? Number(given) : given;

const toText = (given: unknown): unknown => (typeof given === 'number' ? String(given) : given);

const toFlag = (given: unknown): unknown =>
  given === 'true' || given === 'false' ? given === 'true' : given;

/** How the members are read that pads write in more than one way. */
const readers: ReadonlyMap<string, (given: unknown) => unknown> = new Map([
  ['sequence', toNumber],
  ['level', levelPressed],
  ['tags', (given) => (Array.isArray(given) ? given.map(toText) : given)],
  ['contactConsent', toFlag],
]);

const isNothing = (name: string, value: unknown): boolean =>
  value === null && name === plainName(name);

/**
 * Returns the members with their usual types; null is a member that is not there, unless it came more
 * than once.
 */
export const withUsualTypes = (given: Members): Members =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      isNothing(name, value) ? [] : [[name, readers.get(plainName(name))?.(value) ?? value]],
    ),
  );

const knownMembers: ReadonlySet<string> = new Set(Object.keys(PadRating.shape));

/** Whether a member that says something stands more than once in it. */
export const hasTwice = (given: unknown): boolean =>
  [...knownMembers].some((name) => valuesOf(membersOf(given), name) !== undefined);

/** What a character cut in half stands for is lost; the words around it are not. */
const readWords = (rating: PadRating): { rating: PadRating; doubts: readonly Doubt[] } => {
  const { text } = rating;
  if (text === undefined || text.isWellFormed()) return { rating, doubts: [] };
  return {
    rating: { ...rating, text: text.toWellFormed() },
    doubts: [{ code: 'words_damaged' }],
  };
};

/**
 * Reads a rating of a pad. The resident has left, so only what says nothing is refused: a time that
 * cannot be read, a number as a text and members of newer software are no reason.
 *
 * @throws Problem
 */
export const readPadRating = (given: unknown, clock: PressClock): PadDraft => {
  const { ratedAt, ...said } = withUsualTypes(membersOf(given));
  const pressed = readPressTime(ratedAt, clock);
  const { rating, doubts } = readWords(parseInput(PadRating, said));
  const hasUnknown = Object.keys(said).some((name) => !knownMembers.has(name));
  return {
    rating,
    pressed,
    statedAt: statedTime(ratedAt),
    doubts: [...timeDoubts(ratedAt, pressed), ...doubts],
    hasUnknown,
  };
};

/** Returns the number under which a pad sent something; null when there is none to read. */
export const sequenceOf = (given: unknown): number | null => {
  const sequence = PadRating.shape.sequence.safeParse(toNumber(membersOf(given)['sequence']));
  return sequence.success ? sequence.data : null;
};
