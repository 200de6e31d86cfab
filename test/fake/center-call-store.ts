import type { CenterCall, CenterCallStore } from '../../shared/port/exchange/callback-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ operation, id }: Pick<CenterCall, 'operation' | 'id'>): string =>
  `${operation}#${id}`;

export const fakeCenterCallStore = (memory: Memory): CenterCallStore => {
  const calls = new Map<string, CenterCall>();
  return {
    async find(operation, id) {
      await memory.turn();
      return maybeCopyOf(calls.get(keyOf({ operation, id })));
    },
    async remember(call) {
      await memory.turn();
      if (calls.has(keyOf(call))) return;
      calls.set(keyOf(call), copyOf(call));
      memory.wrote('center_call');
    },
  };
};
