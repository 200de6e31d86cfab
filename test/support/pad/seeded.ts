/** Chance that comes again with the same seed. */
export interface Chance {
  /** Whether something happens that happens with this probability. */
  readonly of: (probability: number) => boolean;
  readonly pick: <T>(among: readonly T[]) => T;
}

/** Multiplier and modulus of Park and Miller. */
const [multiplier, modulus] = [16_807, 2_147_483_647] as const;

export const seededChance = (seed: number): Chance => {
  let state = (seed * 7919) % modulus;
  const next = (): number => {
    state = (state * multiplier) % modulus;
    return state / modulus;
  };
  // The first numbers of seeds that are neighbours are neighbours.
  for (let turn = 0; turn < 5; turn += 1) next();
  return {
    of: (probability) => next() < probability,
    pick: (among) => among[Math.floor(next() * among.length)] as (typeof among)[number],
  };
};
