import { levelNames, levels } from './level.ts';
import type { Level } from './level.ts';

/** Every name that can mean only one level; the English one is the code, but for its blanks. */
const spellings: ReadonlyMap<string, Level> = new Map(
  levels.flatMap((level) => [level, levelNames[level].zh].map((name) => [name, level] as const)),
);

/**
 * Returns the level that a device names in its own spelling. Numbers are none: the specifications
 * count them in both directions.
 */
export const levelPressed = (sent: unknown): Level | undefined =>
  typeof sent === 'string'
    ? spellings.get(
        sent
          .normalize('NFKC')
          .trim()
          .replaceAll(/([a-z])(?=[A-Z])/gu, '$1_')
          .toLowerCase()
          .replaceAll(/[\s-]+/gu, '_'),
      )
    : undefined;
