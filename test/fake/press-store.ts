import { countingArea } from '../../shared/domain/area/area.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import { stateOfPress } from '../../shared/domain/pad/press.ts';
import type { Press, PressKey } from '../../shared/domain/pad/press.ts';
import type { PressStore } from '../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const keyOf = ({ hall, window, padId, sequence }: PressKey): string =>
  `${hall}/${window}/${padId}/${String(sequence).padStart(10, '0')}`;

const placeOf = (press: Press): string => `${press.tryUntil}#${keyOf(press)}`;

const byPlace = (a: Press, b: Press): number => (placeOf(a) < placeOf(b) ? -1 : 1);

export interface FakePressStore extends PressStore {
  readonly held: () => readonly Press[];
}

export const fakePressStore = (
  memory: Memory,
  numbers: Pick<PadStore, 'takeNumber' | 'nameContact'>,
): FakePressStore => {
  const presses = new Versioned<Press>();
  return {
    held: () => presses.values(),
    async hold(number, press) {
      const before = await numbers.takeNumber(number);
      if (before !== undefined) return before;
      presses.put(keyOf(press), press);
      memory.wrote('press');
      return undefined;
    },
    async find(key) {
      await memory.turn();
      return presses.get(keyOf(key));
    },
    async save(next) {
      await memory.turn();
      const outcome = presses.put(keyOf(next), next);
      if (outcome === 'saved') memory.wrote('press');
      return outcome;
    },
    async release(key, contact) {
      await numbers.nameContact(key, contact);
      await memory.turn();
      presses.remove(keyOf(key));
      memory.wrote('press');
    },
    async heldAt(at) {
      await memory.turn();
      return presses
        .values()
        .filter(({ hall, window }) => hall === at.hall && window === at.window)
        .filter((press) => stateOfPress(press) === 'held');
    },
    async listed({ area, state }, page) {
      await memory.turn();
      const code = countingArea(area);
      const wanted = presses
        .values()
        .filter(({ hall }) => countingArea(areaOfHall(hall)) === code)
        .filter((press) => stateOfPress(press) === state);
      return pageOf(wanted.toSorted(byPlace), { list: `presses/${state}/${code}`, placeOf }, page);
    },
  };
};
