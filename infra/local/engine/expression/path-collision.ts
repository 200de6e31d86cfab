/** Paths of one request that must not touch each other, all held against all in one pass. */
import { showPath } from './document-path.ts';
import type { DocumentPath } from './document-path.ts';

/** What earlier paths have in common up to here. */
interface Place {
  /** The number of the first path that leads here. */
  readonly first: number;
  readonly next: Map<string | number, Place>;
  ends: boolean;
}

/**
 * `overlap`: one path is the other or lies within it. `conflict`: they ask for a map and a list at
 * the same place.
 */
interface Collision {
  readonly kind: 'overlap' | 'conflict';
  readonly earlier: number;
}

/** Adds the path numbered `at` to those that do not touch; undefined when it does not either. */
const collisionOf = (root: Place, path: DocumentPath, at: number): Collision | undefined => {
  let place = root;
  for (const step of path) {
    if (place.ends) return { kind: 'overlap', earlier: place.first };
    const [other = step] = place.next.keys();
    if (typeof other !== typeof step) return { kind: 'conflict', earlier: place.first };
    const next = place.next.get(step) ?? { first: at, next: new Map(), ends: false };
    place.next.set(step, next);
    place = next;
  }
  place.ends = true;
  return place.first === at ? undefined : { kind: 'overlap', earlier: place.first };
};

/** What is wrong with a list of paths that must not touch each other; undefined when nothing is. */
export const findCollision = (paths: readonly DocumentPath[]): string | undefined => {
  const root: Place = { first: 0, next: new Map(), ends: false };
  for (const [at, path] of paths.entries()) {
    const collision = collisionOf(root, path, at);
    if (collision === undefined) continue;
    return (
      `Two document paths ${collision.kind} with each other; must remove or rewrite one of these ` +
      `paths; path one: ${showPath(paths[collision.earlier] ?? [])}, path two: ${showPath(path)}`
    );
  }
  return undefined;
};
