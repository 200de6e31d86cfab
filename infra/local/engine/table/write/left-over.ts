import type { Call } from '../engine-core.ts';

/** Which entries of a batch are left for the next call: any, but never all of them. */
export const leftOver = <T>(
  { mishaps }: Call,
  entries: readonly T[],
): { readonly done: readonly T[]; readonly left: readonly T[] } => {
  const left = new Set(entries.filter(() => mishaps.leavesOver()));
  const [first] = entries;
  if (first !== undefined && left.size === entries.length) left.delete(first);
  return { done: entries.filter((entry) => !left.has(entry)), left: [...left] };
};
