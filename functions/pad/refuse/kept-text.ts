/** The text under which a refused rating is kept: everything that it says, and as much else as fits. */
import { PadRating } from '../../../events/rating/rating.ts';
import type { Doubt } from '../../../shared/domain/rating/doubt.ts';
import { plainName } from '../../../shared/domain/text/members-twice.ts';
import { cutText } from '../../../shared/domain/text/sent-value.ts';
import type { Members } from '../read-rating.ts';

/**
 * Many times the longest rating, and encrypted far below the 400 KB that an item of the table may
 * have.
 */
const longestKept = 100_000;

/** Forty times what a resident may write, for each member. */
const longestMember = 20_000;

/** The names of the members of which only the beginning is kept. */
const cutMembers = 'cutMembers';

const known: ReadonlySet<string> = new Set([...Object.keys(PadRating.shape), 'ratedAt']);

const isMembers = (given: unknown): given is Members =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Returns the JSON text; undefined when it is nested too deeply for one. */
const jsonOf = (given: unknown): string | undefined => {
  try {
    return JSON.stringify(given);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};

/** Returns the value, or the beginning of its text where that is too long for a rating. */
const beginningOf = (value: unknown): unknown => {
  const text = typeof value === 'string' ? value : jsonOf(value);
  if (text === undefined) return 'nested too deeply to be kept';
  return text.length > longestMember ? cutText(text, longestMember) : value;
};

/** Only the members that this interface knows, each of bounded length. */
const knownIn = (given: Members): Members => {
  const members = Object.entries(given)
    .filter(([name]) => known.has(plainName(name)))
    .slice(0, known.size * 2)
    .map(([name, value]) => [name, value, beginningOf(value)] as const);
  const cut = members.filter(([, value, kept]) => value !== kept).map(([name]) => name);
  return {
    ...Object.fromEntries(members.map(([name, , kept]) => [name, kept])),
    [cutMembers]: cut,
  };
};

export interface KeptText {
  readonly text: string;
  readonly isCut: boolean;
}

const withinLimit = (given: unknown): string | undefined => {
  const text = jsonOf(given);
  return text !== undefined && Buffer.byteLength(text) <= longestKept ? text : undefined;
};

/**
 * Returns the text that is kept. Of what is too large to be a rating, or nested too deeply, that is
 * what this interface knows of it, so that it can be taken up, and it cannot hold up its batch.
 */
export const keptText = (given: unknown): KeptText => {
  const whole = withinLimit(given);
  if (whole !== undefined) return { text: whole, isCut: false };
  const part = isMembers(given) ? withinLimit(knownIn(given)) : undefined;
  if (part !== undefined) return { text: part, isCut: true };
  const text = jsonOf(given) ?? 'nested too deeply to be kept';
  // No character is cut in half: what is left of one is a single U+FFFD.
  const beginning = Buffer.from(text)
    .subarray(0, longestKept)
    .toString()
    .replace(/\uFFFD$/u, '');
  return { text: beginning, isCut: true };
};

/** Returns what is said of a kept rating whose words were cut. */
export const cutDoubts = (kept: Members): readonly Doubt[] => {
  const cut = kept[cutMembers];
  return Array.isArray(cut) && cut.some((name) => plainName(String(name)) === 'text')
    ? [{ code: 'words_cut' }]
    : [];
};
