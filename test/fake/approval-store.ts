import { isOpen } from '../../shared/domain/access/approval.ts';
import type { Approval } from '../../shared/domain/access/approval.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

const placeOf = ({ at, id }: Approval): string => `${at}#${id}`;

export const fakeApprovalStore = (
  memory: Memory,
  tell: (notice: Notice) => void,
): ApprovalStore => {
  const approvals = new Versioned<Approval>();
  return {
    async find(id) {
      await memory.turn();
      return approvals.get(id);
    },
    async save(next, notices = []) {
      await memory.turn();
      const saved = approvals.put(next.id, next);
      if (saved === 'conflict') return saved;
      memory.wrote('approval');
      for (const notice of notices) tell(notice);
      return saved;
    },
    async listed(list, page) {
      await memory.turn();
      const listed = approvals
        .values()
        .filter((one) => isOpen(one) === (list === 'open'))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      return pageOf(listed, { list: `approvals ${list}`, placeOf }, page);
    },
  };
};
