import { valuesOf } from '../text/members-twice.ts';
import { maskPersonal } from '../text/personal-data.ts';
import { isThere, sentOf } from '../text/sent-value.ts';
import { isPlainLine } from '../text/visible.ts';

/**
 * What those who decide about a refused rating see of it: level and tags as they were sent. Never the
 * words of the resident, nor a number of a person in the place of a code.
 */
export interface Said {
  /** More than one when the member came more than once. */
  readonly levels: readonly string[];
  readonly tags: readonly string[];
  readonly hasWords: boolean;
}

/** No name of a level or an indicator is longer; what is may be the words of the resident. */
const longestShown = 20;

const shownOf = (value: unknown): string => {
  const text = sentOf(value) ?? '';
  const isShort = text.length <= longestShown && isPlainLine(text);
  return isShort ? maskPersonal(text) : typeof value;
};

/** More than a rating can have; the rest are in its sealed content. */
const mostShown = 20;

const allUnder = (from: Readonly<Record<string, unknown>>, name: string): readonly unknown[] =>
  (valuesOf(from, name) ?? [from[name]])
    .flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isThere);

const showAll = (values: readonly unknown[]): readonly string[] =>
  values.slice(0, mostShown).map(shownOf);

/** Returns what can be shown of a rating as a pad sent it; undefined when it is none at all. */
export const saidIn = (given: unknown): Said | undefined => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const from = given as Readonly<Record<string, unknown>>;
  return {
    levels: showAll(allUnder(from, 'level')),
    tags: showAll(allUnder(from, 'tags')),
    hasWords: allUnder(from, 'text').length > 0,
  };
};
