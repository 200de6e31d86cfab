/** One code table: maps names to wire codes and back. */
export interface CodeMap<Name extends string> {
  /** Returns undefined when the center has no code for the name. */
  readonly codeOf: (name: Name) => string | undefined;
  /** Returns undefined for a code that is not in the table. */
  readonly nameOf: (code: string) => Name | undefined;
  readonly codes: readonly string[];
}

/**
 * Builds a table that has every name, because a record with a forgotten name could never be sent.
 * `null` says that the center has no code for the name. Several names may share a code, which is
 * then read as the first of them.
 */
export const codeMap = <Name extends string>(
  codes: Readonly<Record<Name, string | null>>,
): CodeMap<Name> => {
  const pairs = (Object.keys(codes) as Name[]).flatMap((name) => {
    const code = codes[name];
    return code === null ? [] : [[code, name] as const];
  });
  const back = new Map(pairs.toReversed());
  return {
    codeOf: (name) => codes[name] ?? undefined,
    nameOf: (code) => back.get(code),
    codes: [...back.keys()].toSorted(),
  };
};
