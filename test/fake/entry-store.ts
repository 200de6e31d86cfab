import { countingArea } from '../../shared/domain/area/area.ts';
import type { EntryNotice } from '../../shared/domain/notice/notice.ts';
import type { Entry, EntryStore } from '../../shared/port/rating/entry-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = ({ enteredAt, id }: Entry): string => `${enteredAt}#${id}`;

const oldestFirst = (a: Entry, b: Entry): number => (placeOf(a) < placeOf(b) ? -1 : 1);

export const fakeEntryStore = (
  memory: Memory,
  tell: (notice: EntryNotice) => void = () => undefined,
): EntryStore => {
  const entries = new Versioned<Entry>();
  return {
    async add(entry, notices) {
      await memory.turn();
      const existing = entries.get(entry.id);
      if (existing !== undefined) return { ok: false, existing };
      entries.put(entry.id, entry);
      notices.forEach((notice) => tell(notice));
      memory.wrote('entry');
      return { ok: true };
    },
    async find(id) {
      await memory.turn();
      return entries.get(id);
    },
    async save(next, notices = []) {
      await memory.turn();
      const outcome = entries.put(next.id, next);
      if (outcome === 'conflict') return outcome;
      notices.forEach((notice) => tell(notice));
      memory.wrote('entry');
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
