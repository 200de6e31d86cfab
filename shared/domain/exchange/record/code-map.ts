/** One table of codes: our names out, its codes back in. */
export interface CodeMap<Name extends string> {
  /** Undefined where the center has no code for it. */
  codeOf(name: Name): string | undefined;
  /** Undefined for a code that the table does not have. */
  nameOf(code: string): Name | undefined;
  readonly codes: readonly string[];
}

/**
 * From pairs of name and code. Several names may share a code: the first of them is what the code
 * reads as. A name that is not listed has no code.
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
