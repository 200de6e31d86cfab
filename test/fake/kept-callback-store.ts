import { placedAt } from '../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback, KeptState } from '../../shared/domain/exchange/callback/kept.ts';
import type { CallbackNotice } from '../../shared/domain/notice/notice.ts';
import type { KeptCallbackStore } from '../../shared/port/exchange/kept-callback-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = (kept: KeptCallback): string => `${placedAt(kept)}#${kept.id}`;

export const fakeKeptCallbackStore = (
  memory: Memory,
  tell: (notice: CallbackNotice) => void = () => undefined,
): KeptCallbackStore => {
  const heads = new Versioned<KeptCallback>();
  const contents = new Map<string, readonly string[]>();
  const inOrder = (state: KeptState) =>
    heads
      .values()
      .filter((kept) => kept.state === state)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return {
    async keep(kept, parts, notices) {
      await memory.turn();
      if (heads.put(kept.id, kept) === 'conflict') return;
      contents.set(kept.id, [...parts]);
      notices.forEach((notice) => tell(notice));
      memory.wrote('kept_callback');
    },
    async find(id) {
      await memory.turn();
      return heads.get(id);
    },
    async parts(id) {
      await memory.turn();
      return contents.get(id) ?? [];
    },
    async save(next) {
      await memory.turn();
      return heads.put(next.id, next);
    },
    async listed(state, page) {
      await memory.turn();
      return pageOf(inOrder(state), { list: `kept/${state}`, placeOf }, page);
    },
  };
};
