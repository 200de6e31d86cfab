import type { TownHall } from './hall.ts';
import type { Random } from './random.ts';
import { inventedNames } from './table/person.table.ts';

/** Who sits where: one member of staff to a window. */
export interface Desk {
  readonly hall: string;
  readonly window: string;
  readonly staff: { readonly id: string; readonly name: string };
}

/** The member of staff of that id. */
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
  /** A window that nobody else stands at around that stop; undefined when the hall is full. */
  free(hall: TownHall, stop: number): Desk | undefined;
}

/** At most one resident per window and stop, so that a pad always shows the one it is asked about. */
export const windowPlan = (random: Random): WindowPlan => {
  const taken = new Set<string>();
  return {
    free: (hall, stop) => {
      const open = random
        .shuffled(hall.windows)
        .find((window) => !taken.has(`${hall.code}/${window}/${stop}`));
      if (open === undefined) return undefined;
      taken.add(`${hall.code}/${open}/${stop}`);
      return deskOf(hall, open);
    },
  };
};
