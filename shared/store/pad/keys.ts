import { countingArea } from '../../domain/area/area.ts';
import { areaOfHall } from '../../domain/pad/pad.ts';
import { stateOfPress } from '../../domain/pad/press.ts';
import type { Press, PressKey, PressState } from '../../domain/pad/press.ts';
import { isOpen } from '../../domain/pad/refused.ts';
import type { RefusedMark } from '../../domain/pad/refused.ts';
import { windowPart } from '../case/keys.ts';
import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of pads; the overview of all items is in `keys.ts`. */

export const padKey = (id: string): ItemKey => ({ pk: `PAD#${id}`, sk: 'PAD' });

export const padsOf = (area: string): string => `PADS#${countingArea(area)}`;

export const padList = (pad: { id: string; hall: string; window: string }) => ({
  listPk: padsOf(areaOfHall(pad.hall)),
  listSk: `${pad.hall}#${pad.window}#${pad.id}`,
});

const digits = 10;

export const numberKey = (number: { padId: string; sequence: number }): ItemKey => ({
  pk: `PAD#${number.padId}`,
  sk: `NUMBER#${padNumber(number.sequence, digits)}`,
});

export const claimKey = (claim: { padId: string; sequence: number }): ItemKey => ({
  pk: `PAD#${claim.padId}`,
  sk: `CLAIM#${padNumber(claim.sequence, digits)}`,
});

/** The prefix of the sort key of everything that was pressed at a window without a token. */
export const pressPrefix = 'PRESS#';

export const pressKey = (press: PressKey): ItemKey => ({
  pk: windowPart(press.hall, press.window),
  sk: `${pressPrefix}${press.padId}#${padNumber(press.sequence, digits)}`,
});

const pressLists = { held: 'PRESSES', settled: 'SETTLEDPRESSES' } as const satisfies Record<
  PressState,
  string
>;

export const pressesIn = (area: string, state: PressState): string =>
  `${pressLists[state]}#${countingArea(area)}`;

export const pressList = (press: Press) => ({
  listPk: pressesIn(areaOfHall(press.hall), stateOfPress(press)),
  listSk: `${press.tryUntil}#${press.padId}#${padNumber(press.sequence, digits)}`,
});

/** The prefix of the sort key of every refused rating of a pad. */
export const refusedPrefix = 'REFUSED#';

export const refusedKey = (refused: {
  padId: string;
  sequence: number;
  mark: string;
}): ItemKey => ({
  pk: `PAD#${refused.padId}`,
  sk: `${refusedPrefix}${padNumber(refused.sequence, digits)}#${refused.mark}`,
});

export const openRefusedIn = (area: string): string => `REFUSEDRATINGS#${countingArea(area)}`;

/** Only what a person has to look at is in a list. */
export const openRefusedList = (refused: RefusedMark) =>
  refused.hall !== undefined && isOpen(refused)
    ? {
        listPk: openRefusedIn(areaOfHall(refused.hall)),
        listSk: `${refused.padId}#${padNumber(refused.sequence, digits)}#${refused.mark}`,
      }
    : undefined;

export const enrolmentKey = (codeHash: string): ItemKey => ({
  pk: `ENROLMENT#${codeHash}`,
  sk: 'ENROLMENT',
});
