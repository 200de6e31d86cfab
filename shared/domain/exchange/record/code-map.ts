/** One code table: maps names to wire codes and back. */
export interface CodeMap<Name extends string> {
  /** Returns undefined when the center has no code for the name. */
  codeOf(name: Name): string | undefined;
  /** Returns undefined for a code that is not in the table. */
  nameOf(code: string): Name | undefined;
  readonly codes: readonly string[];
}

/**
 * Builds a table from pairs of name and code. Several names may share a code, which is then read as
 * the first of them. A name that is not listed has no code.
 */
export const codeMap = <Name extends string>(
  pairs: readonly (readonly [Name, string])[],
): CodeMap<Name> => {
  const out = new Map(pairs);
  const back = new Map(pairs.toReversed().map(([name, code]) => [code, name]));
  return {
    codeOf: (name) => out.get(name),
    nameOf: (code) => back.get(code),
    codes: [...back.keys()].toSorted(),
  };
};
