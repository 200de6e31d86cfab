import { countingArea } from './domain/area/area.ts';
import type { RegisterEntry } from './domain/oversight/register.ts';
import { areaOfHall } from './domain/pad/pad.ts';
import type { Now } from './port/clock.ts';
import type { RegisterStore } from './port/oversight/register-store.ts';
import { recentReads } from './recent-reads.ts';

/** 大厅清单: what the registers list of a hall, at most five minutes late. */
export interface ListedHalls {
  find(hall: string): Promise<RegisterEntry | undefined>;
}

/** Reads the register of an area once in five minutes: pads ask every few seconds. */
export const createListedHalls = (
  registers: Pick<RegisterStore, 'find'>,
  now: Now,
): ListedHalls => {
  const hallsIn = recentReads(
    async (area) => (await registers.find({ noun: 'halls', area }))?.entries ?? [],
    now,
  );
  return {
    find: async (hall) => {
      const halls = await hallsIn(countingArea(areaOfHall(hall)));
      return halls.find(({ code }) => code === hall);
    },
  };
};
