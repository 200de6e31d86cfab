/** Checks in one pass that the paths of one request neither overlap nor conflict. */
import { showPath } from './document-path.ts';
import type { DocumentPath } from './document-path.ts';

/** A node of the prefix tree of the earlier paths. */
interface Place {
  /** The index of the first path that goes through this node. */
  readonly first: number;
  readonly next: Map<string | number, Place>;
  ends: boolean;
}

/**
 * `overlap`: one path equals the other or lies within it. `conflict`: the paths require a map and a
 * list at the same place.
 */
interface Collision {
  readonly kind: 'overlap' | 'conflict';
  readonly earlier: number;
}

/** Adds the path with index `at`. Returns its collision with an earlier path, or undefined. */
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

/**
 * Returns the error message for paths that overlap or conflict, or undefined when there are none.
 */
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
