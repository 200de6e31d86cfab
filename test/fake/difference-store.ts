import type { Difference } from '../../shared/domain/reconciliation/difference.ts';
import type { CivilDate } from '../../shared/domain/time/instant.ts';
import type {
  DifferenceStore,
  Reconciliation,
} from '../../shared/port/reconciliation/difference-store.ts';
import { copyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

export const fakeDifferenceStore = (memory: Memory): DifferenceStore => {
  const differences = new Versioned<Difference>();
  const results = new Map<CivilDate, Reconciliation>();

  const inOrder = (): readonly Difference[] =>
    differences.values().toSorted((a, b) => (a.id < b.id ? -1 : 1));

  return {
    async find(id) {
      await memory.turn();
      return differences.get(id);
    },
    async ofDay(day) {
      await memory.turn();
      return inOrder().filter((difference) => difference.day === day);
    },
    async open(page) {
      await memory.turn();
      const open = inOrder().filter(({ state }) => state === 'open');
      return pageOf(open, { list: 'differences', placeOf: ({ id }) => id }, page);
    },
    async save(next) {
      await memory.turn();
      const saved = differences.put(next.id, next);
      if (saved === 'saved') memory.wrote('difference');
      return saved;
    },
    async keep(result) {
      await memory.turn();
      const kept = results.get(result.day);
      if (kept === undefined || kept.at <= result.at) results.set(result.day, copyOf(result));
    },
    async latest(limit) {
      await memory.turn();
      return [...results.values()]
        .toSorted((a, b) => (a.day > b.day ? -1 : 1))
        .slice(0, limit)
        .map(copyOf);
    },
  };
};
