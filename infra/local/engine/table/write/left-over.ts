import type { Call } from '../engine-core.ts';

/**
 * Splits the entries of a batch into those that are processed and those that are not; at least one
 * is processed.
 */
export const leftOver = <T>(
  { mishaps }: Call,
  entries: readonly T[],
): { readonly done: readonly T[]; readonly left: readonly T[] } => {
  const left = new Set(entries.filter(() => mishaps.leavesOver()));
  const [first] = entries;
  if (first !== undefined && left.size === entries.length) left.delete(first);
  return { done: entries.filter((entry) => !left.has(entry)), left: [...left] };
};
