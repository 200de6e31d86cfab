import type { ActsBreak, AuditBreak } from '../../shared/domain/oversight/audit-break.ts';
import type { AuditProgress, AuditStore } from '../../shared/port/oversight/audit-store.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

export const fakeAuditStore = (memory: Memory): AuditStore => {
  const breaks = new Versioned<AuditBreak>();
  const actsBreaks = new Versioned<ActsBreak>();
  let kept: AuditProgress | undefined;

  return {
    async find(ticketId) {
      await memory.turn();
      return breaks.get(ticketId);
    },
    async listed(state, page) {
      await memory.turn();
      const listed = breaks
        .values()
        .filter((one) => one.state === state)
        .toSorted((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
      return pageOf(listed, { list: `breaks ${state}`, placeOf: ({ ticketId }) => ticketId }, page);
    },
    async save(next) {
      await memory.turn();
      const saved = breaks.put(next.ticketId, next);
      if (saved === 'saved') memory.wrote('audit_break');
      return saved;
    },
    async actsBreak() {
      await memory.turn();
      return actsBreaks.get('acts');
    },
    async saveActsBreak(next) {
      await memory.turn();
      const saved = actsBreaks.put('acts', next);
      if (saved === 'saved') memory.wrote('acts_break');
      return saved;
    },
    async progress() {
      await memory.turn();
      return maybeCopyOf(kept);
    },
    async keepProgress(next) {
      await memory.turn();
      kept = copyOf(next);
    },
  };
};
