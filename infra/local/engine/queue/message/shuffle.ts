/** Returns the items in random order (Fisher–Yates); `random` returns 0 ≤ n < 1. */
export const shuffle = <T>(things: readonly T[], random: () => number): readonly T[] => {
  const left = [...things];
  return things.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
};
