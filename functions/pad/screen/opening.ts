import { isOpenAt } from '../../../shared/domain/oversight/office-hours.ts';
import type { Pad } from '../../../shared/domain/pad/pad.ts';
import type { Calendar } from '../../../shared/domain/time/working-days.ts';
import type { ListedHalls } from '../../../shared/listed-halls.ts';
import type { Now } from '../../../shared/port/clock.ts';

export interface OpeningDeps {
  readonly now: Now;
  readonly halls: ListedHalls;
}

/** Whether the hall of a pad is open; `null` while no register lists it with its hours. */
export const isOpenNow = async (
  { hall }: Pick<Pad, 'hall'>,
  calendar: Calendar,
  { halls, now }: OpeningDeps,
): Promise<boolean | null> => {
  const hours = (await halls.find(hall))?.hours;
  return hours === undefined ? null : isOpenAt(hours, calendar, now());
};
