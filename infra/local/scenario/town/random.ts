import { createHash } from 'node:crypto';

/** Reproducible choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number from 0 to `below - 1`. */
  below(below: number): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

const MODULUS = 2 ** 48;

/** Each number is the first 48 bits of a digest of seed and counter. */
export const createRandom = (seed: string): Random => {
  let count = 0;
  const below = (limit: number): number => {
    count += 1;
    const head = createHash('sha256').update(`${seed}/${count}`).digest().readUIntBE(0, 6);
    return Math.floor((head / MODULUS) * limit);
  };
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: <T>(from: readonly T[]): T => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    shuffle: <T>(items: readonly T[]): T[] =>
      items
        .map((item) => ({ item, rank: below(MODULUS) }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
};
