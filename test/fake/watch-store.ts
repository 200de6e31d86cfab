import type {
  LateRung,
  WatchResult,
  WatchStore,
} from '../../shared/port/escalation/watch-store.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ ticketId, round, rung }: LateRung): string => `${ticketId}#${round}#${rung}`;

export const fakeWatchStore = (memory: Memory): WatchStore => {
  const late = new Map<string, LateRung>();
  const results = new Map<string, WatchResult>();
  return {
    async recordLate(rung) {
      await memory.turn();
      const noted = late.get(keyOf(rung)) ?? rung;
      late.set(keyOf(rung), noted);
      return copyOf(noted);
    },
    async markMissed(rung, at) {
      await memory.turn();
      const noted = late.get(keyOf(rung));
      if (noted !== undefined) late.set(keyOf(rung), { missedAt: at, ...noted });
    },
    async missedEver() {
      await memory.turn();
      return [...late.values()].filter(({ missedAt }) => missedAt !== undefined).length;
    },
    async keep(result) {
      await memory.turn();
      if (!results.has(result.at)) results.set(result.at, copyOf(result));
    },
    async latest(limit) {
      await memory.turn();
      return [...results.values()]
        .toSorted((a, b) => (a.at > b.at ? -1 : 1))
        .slice(0, limit)
        .map(copyOf);
    },
  };
};
