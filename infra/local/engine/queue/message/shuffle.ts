/** The same things in another order, by what `random` says (0 ≤ n < 1); Fisher and Yates. */
export const shuffle = <T>(things: readonly T[], random: () => number): readonly T[] => {
  const left = [...things];
  return things.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
};
