import type { Inbox, Notice, NoticeOutlet } from '../../shared/port/inbox.ts';
import { copyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const placeOf = (notice: Notice): string => `${notice.at}#${notice.id}`;

export const fakeInbox = (memory: Memory): Inbox => {
  const notices = new Map<string, Notice>();
  return {
    async deliver(notice) {
      await memory.turn();
      const key = `${notice.to.creditCode}/${placeOf(notice)}`;
      if (notices.has(key)) return 'repeat';
      notices.set(key, copyOf(notice));
      memory.wrote('notice');
      return 'delivered';
    },
    async of(creditCode, { limit, before }) {
      await memory.turn();
      return [...notices.values()]
        .filter((notice) => notice.to.creditCode === creditCode)
        .filter((notice) => before === undefined || placeOf(notice) < before)
        .toSorted((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map(copyOf);
    },
  };
};

export interface FakeNoticeOutlet extends NoticeOutlet {
  readonly taken: readonly Notice[];
}

/** A queue that takes everything but the notices of these ids. */
export const fakeNoticeOutlet = (refused: ReadonlySet<string> = new Set()): FakeNoticeOutlet => {
  const taken: Notice[] = [];
  return {
    taken,
    async announce(notices) {
      taken.push(...notices.filter(({ id }) => !refused.has(id)).map(copyOf));
      return notices.map(({ id }) => id).filter((id) => refused.has(id));
    },
  };
};
