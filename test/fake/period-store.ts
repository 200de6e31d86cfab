import type { PeriodEdition } from '../../shared/domain/period/edition.ts';
import type { Month } from '../../shared/domain/time/month.ts';
import type { PeriodStore } from '../../shared/port/period/store.ts';
import { copyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ period, number }: Pick<PeriodEdition, 'period' | 'number'>): string =>
  `${period}#${String(number).padStart(3, '0')}`;

export const fakePeriodStore = (memory: Memory): PeriodStore => {
  const editions = new Versioned<PeriodEdition>();
  const texts = new Map<string, string>();

  const inOrder = (): readonly PeriodEdition[] =>
    editions.values().toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const newest = (period: Month): PeriodEdition | undefined =>
    inOrder().findLast((edition) => edition.period === period);

  return {
    async find(period, number) {
      await memory.turn();
      const edition =
        number === undefined ? newest(period) : editions.get(keyOf({ period, number }));
      if (edition === undefined) return undefined;
      const text = texts.get(`${period}#${edition.digest}`);
      if (text === undefined) throw new Error(`the document of ${period} is missing`);
      return { edition, text };
    },
    async editions() {
      await memory.turn();
      return copyOf(inOrder());
    },
    async save(next, text) {
      await memory.turn();
      if (editions.put(keyOf(next), next) === 'conflict') return 'conflict';
      if (text !== undefined) texts.set(`${next.period}#${next.digest}`, text);
      memory.wrote('period');
      return 'saved';
    },
  };
};
