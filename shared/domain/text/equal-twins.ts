import { plainName, valuesOf } from './members-twice.ts';

type Members = Readonly<Record<string, unknown>>;

/** Returns the only value under a name; undefined where there are several that say something else. */
const onlyOf = (values: readonly unknown[]): readonly [unknown] | undefined => {
  const said = values.filter((value) => value !== null);
  const isOne = new Set(said.map((value) => JSON.stringify(value))).size < 2;
  return isOne ? [said[0] ?? null] : undefined;
};

const joinIn = (members: Members): Members => {
  const onlyByName = new Map<string, readonly [unknown] | undefined>();
  const joined: [string, unknown][] = [];
  for (const [name, value] of Object.entries(members)) {
    const plain = plainName(name);
    const values = plain === name ? undefined : valuesOf(members, plain);
    const isFirst = !onlyByName.has(plain);
    if (values !== undefined && isFirst) onlyByName.set(plain, onlyOf(values));
    const only = values && onlyByName.get(plain);
    if (only === undefined) joined.push([name, value]);
    else if (isFirst) joined.push([plain, only[0]]);
  }
  return Object.fromEntries(joined);
};

/**
 * Returns the value with one member for those that came more than once and do not contradict each
 * other: equal ones, and null beside one value.
 */
export const joinEqualTwins = (from: unknown): unknown => {
  if (Array.isArray(from)) return from.map(joinEqualTwins);
  if (typeof from !== 'object' || from === null) return from;
  return joinIn(
    Object.fromEntries(Object.entries(from).map(([name, value]) => [name, joinEqualTwins(value)])),
  );
};
