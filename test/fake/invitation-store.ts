import type { Invited } from '../../shared/domain/rating/invited.ts';
import type { InvitationStore } from '../../shared/port/rating/invitation-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

export interface FakeInvitationStore extends InvitationStore {
  readonly all: () => readonly Invited[];
}

export const fakeInvitationStore = (memory: Memory): FakeInvitationStore => {
  const invited = new Map<string, Invited>();
  return {
    all: () => [...invited.values()].map(copyOf),
    async find({ projectNo, serviceNumber }) {
      await memory.turn();
      return maybeCopyOf(invited.get(`${projectNo}/${serviceNumber}`));
    },
    async note(one) {
      await memory.turn();
      const key = `${one.projectNo}/${one.serviceNumber}`;
      if (invited.has(key)) return;
      invited.set(key, copyOf(one));
      memory.wrote('invitation');
    },
  };
};
