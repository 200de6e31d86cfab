import { mostAttempts } from '../../shared/domain/rating/attempt.ts';
import type { Attempt } from '../../shared/domain/rating/attempt.ts';
import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { AttemptedContact, AttemptStore } from '../../shared/port/rating/attempt-store.ts';
import type { TryCounter } from '../../shared/port/rating/try-counter.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ projectNo, serviceNumber }: AttemptedContact): string =>
  `${projectNo}/${serviceNumber}`;

const isContesting = ({ contestSender }: Attempt): boolean => contestSender !== undefined;

export const fakeAttemptStore = (memory: Memory): AttemptStore => {
  const all = new Map<string, readonly Attempt[]>();
  return {
    async keep(attempt) {
      await memory.turn();
      const whole = all.get(keyOf(attempt)) ?? [];
      const kept = whole.filter((one) => isContesting(one) === isContesting(attempt));
      if (kept.some(({ mark }) => mark === attempt.mark)) return 'known';
      const isFirst = kept.every(({ issuer }) => issuer !== attempt.issuer);
      if (!isFirst && kept.length >= mostAttempts) return 'full';
      all.set(keyOf(attempt), [...whole, copyOf(attempt)]);
      memory.wrote('rating_attempt');
      return 'kept';
    },
    async ofContact(contact) {
      await memory.turn();
      const kept = copyOf(all.get(keyOf(contact)) ?? []);
      return kept.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    },
  };
};

const hourMs = 60 * 60_000;

export const fakeTryCounter = (memory: Memory): TryCounter => {
  const counts = new Map<string, number>();
  return {
    async count(of, at) {
      await memory.turn();
      const key = `${of}/${Math.floor(toEpoch(at) / hourMs)}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
};
