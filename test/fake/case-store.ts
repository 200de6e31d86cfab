import type { Case } from '../../shared/domain/case.ts';
import type { CaseStore, OnShow, WindowKey } from '../../shared/port/case-store.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

const windowOf = ({ hall, window }: WindowKey): string => `${hall}/${window}`;

export const fakeCaseStore = (memory: Memory): CaseStore => {
  const cases = new Versioned<Case>();
  const windows = new Map<string, OnShow>();
  return {
    async find(projectNo) {
      await memory.turn();
      return cases.get(projectNo);
    },
    async save(next) {
      await memory.turn();
      const outcome = cases.put(next.projectNo, next);
      if (outcome === 'saved') memory.wrote('case');
      return outcome;
    },
    async show(at, contact) {
      await memory.turn();
      const there = windows.get(windowOf(at));
      if (there !== undefined && there.at > contact.at) return;
      windows.set(windowOf(at), copyOf(contact));
      memory.wrote('window');
    },
    async shownAt(at) {
      await memory.turn();
      return maybeCopyOf(windows.get(windowOf(at)));
    },
  };
};
