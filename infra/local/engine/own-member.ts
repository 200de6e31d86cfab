/**
 * Reads a record member whose name comes from outside. A plain lookup would also find the members
 * that every object inherits from its prototype: `constructor`, `toString`, `__proto__`.
 */
export const ownMember = <Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
