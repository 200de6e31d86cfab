/**
 * Returns the members of a closed union in the order of a table that has all of them. For unions
 * that follow from other types and so have no list of their own.
 */
export const namesOf = <Name extends string>(
  table: Readonly<Record<Name, unknown>>,
): readonly Name[] => Object.keys(table) as Name[];
