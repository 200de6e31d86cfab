import { countingArea } from '../../shared/domain/area/area.ts';
import type { Entry, EntryStore } from '../../shared/port/rating/entry-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = ({ enteredAt, id }: Entry): string => `${enteredAt}#${id}`;

const oldestFirst = (a: Entry, b: Entry): number => (placeOf(a) < placeOf(b) ? -1 : 1);

export const fakeEntryStore = (memory: Memory): EntryStore => {
  const entries = new Versioned<Entry>();
  return {
    async add(entry) {
      await memory.turn();
      const existing = entries.get(entry.id);
      if (existing !== undefined) return { ok: false, existing };
      entries.put(entry.id, entry);
      memory.wrote('entry');
      return { ok: true };
    },
    async find(id) {
      await memory.turn();
      return entries.get(id);
    },
    async save(next) {
      await memory.turn();
      const outcome = entries.put(next.id, next);
      if (outcome === 'saved') memory.wrote('entry');
      return outcome;
    },
    async awaitingIn(area, page) {
      await memory.turn();
      const awaiting = entries
        .values()
        .filter(({ state }) => state === 'awaiting' || state === 'agreed')
        .filter((entry) => countingArea(entry.area) === countingArea(area))
        .toSorted(oldestFirst);
      return pageOf(awaiting, { list: `entries/${countingArea(area)}`, placeOf }, page);
    },
  };
};
