/**
 * What a record holds under a name that somebody else chose. A plain look-up would also find what every
 * object has from its prototype: `constructor`, `toString`, `__proto__`.
 */
export const ownMember = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
