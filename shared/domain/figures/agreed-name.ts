import { nameForm } from '../number/written-form.ts';

/** Returns the name that stands most often among these; undefined when another stands as often. */
export const agreedName = (names: readonly (string | undefined)[]): string | undefined => {
  const said = names.filter((name) => name !== undefined);
  const [first, second] = [...Map.groupBy(said, nameForm).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return first?.length === second?.length ? undefined : first?.[0];
};
