/** For what is no array. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  typeof value === 'string' ||
  Number.isFinite(value);

/**
 * Returns the canonical text of a JSON value (RFC 8785): members sorted by their UTF-16 code units,
 * no spaces. Equal values have equal texts, so a digest of the text is a digest of the value.
 *
 * @throws TypeError for values that JSON does not have, instead of omitting them
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isRecord(value)) {
    const names = Object.keys(value).toSorted();
    const texts = names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
    return `{${texts.join(',')}}`;
  }
  if (!isPlain(value)) throw new TypeError('not a JSON value');
  return JSON.stringify(value);
};

/** Returns the value without members that are undefined, as it is after a store or JSON. */
export const omitUndefined = <T>(value: T): T => {
  const omit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(omit);
    if (!isRecord(part)) return part;
    const members = Object.entries(part).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(members.map(([name, inner]) => [name, omit(inner)]));
  };
  return omit(value) as T;
};

/** Returns whether two values are equal; a member that is undefined counts as absent. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    canonicalJson(omitUndefined(one)) === canonicalJson(omitUndefined(other)));
