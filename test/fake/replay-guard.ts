import type { ReplayGuard } from '../../shared/port/access/replay-guard.ts';
import type { Memory } from './memory.ts';

/** Keeps marks longer than required: the port guarantees nothing after `until`. */
export const fakeReplayGuard = (memory: Memory): ReplayGuard => {
  const marks = new Set<string>();
  return {
    async claim(mark) {
      await memory.turn();
      if (marks.has(mark)) return false;
      marks.add(mark);
      memory.wrote('replay');
      return true;
    },
  };
};
