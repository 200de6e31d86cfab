import type { TownHall } from './hall.ts';
import type { Random } from './random.ts';
import { inventedNames } from './table/person.table.ts';

/** A window and its one member of staff. */
export interface Desk {
  readonly hall: string;
  readonly window: string;
  readonly staff: { readonly id: string; readonly name: string };
}

/** The id always gives the same name. */
export const staffOf = (id: string): Desk['staff'] => {
  const place = Array.from(id).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, 7);
  return { id, name: inventedNames[place % inventedNames.length] ?? '示例' };
};

const deskOf = (hall: TownHall, window: string): Desk => ({
  hall: hall.code,
  window,
  staff: staffOf(`${hall.code}-${window}`),
});

export interface WindowPlan {
  /** A window that is free at that stop; undefined when the hall is full. */
  findFree(hall: TownHall, stop: number): Desk | undefined;
}

/** At most one resident per window and stop, so that a pad shows the expected contact. */
export const planWindows = (random: Random): WindowPlan => {
  const taken = new Set<string>();
  return {
    findFree: (hall, stop) => {
      const open = random
        .shuffle(hall.windows)
        .find((window) => !taken.has(`${hall.code}/${window}/${stop}`));
      if (open === undefined) return undefined;
      taken.add(`${hall.code}/${open}/${stop}`);
      return deskOf(hall, open);
    },
  };
};
