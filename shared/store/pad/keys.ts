import { countingArea } from '../../domain/area/area.ts';
import { areaOfHall } from '../../domain/pad/pad.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of pads; the map of all items is in `keys.ts`. */

export const padKey = (id: string): ItemKey => ({ pk: `PAD#${id}`, sk: 'PAD' });

export const padsOf = (area: string): string => `PADS#${countingArea(area)}`;

export const padList = (pad: { id: string; hall: string; window: string }) => ({
  listPk: padsOf(areaOfHall(pad.hall)),
  listSk: `${pad.hall}#${pad.window}#${pad.id}`,
});

/** Begins the sort key of every rating of a pad that was refused. */
export const refusedPrefix = 'REFUSED#';

export const refusedKey = (refused: {
  padId: string;
  sequence: number;
  mark: string;
}): ItemKey => ({
  pk: `PAD#${refused.padId}`,
  sk: `${refusedPrefix}${String(refused.sequence).padStart(10, '0')}#${refused.mark}`,
});

export const enrolmentKey = (codeHash: string): ItemKey => ({
  pk: `ENROLMENT#${codeHash}`,
  sk: 'ENROLMENT',
});
