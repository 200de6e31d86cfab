import { countingArea } from '../../shared/domain/area/area.ts';
import type { Message } from '../../shared/domain/message/message.ts';
import type { OptOut } from '../../shared/domain/message/opt-out.ts';
import type { DueEntry } from '../../shared/port/escalation/due-index.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { Versioned } from './memory.ts';
import type { Memory } from './memory.ts';
import { pageOf } from './page.ts';

export interface FakeMessageStore extends MessageStore {
  all(): readonly Message[];
  due(): readonly DueEntry[];
}

const placeOf = ({ changedAt, id }: Message): string => `${changedAt}#${id}`;

export const fakeMessageStore = (memory: Memory): FakeMessageStore => {
  const messages = new Versioned<Message>();
  const choices = new Versioned<OptOut>();
  const days = new Map<string, Set<string>>();
  return {
    all: () => messages.values(),
    due: () =>
      messages
        .values()
        .flatMap(({ id, nextAt }): readonly DueEntry[] =>
          nextAt === undefined ? [] : [{ of: 'message', id, at: nextAt }],
        ),
    async find(id) {
      await memory.turn();
      return messages.get(id);
    },
    async save(next) {
      await memory.turn();
      const outcome = messages.put(next.id, next);
      if (outcome === 'saved') memory.wrote('message');
      return outcome;
    },
    async countOfDay({ mark, messageId, most }) {
      await memory.turn();
      const ids = days.get(mark) ?? new Set();
      if (!ids.has(messageId) && ids.size >= most) return 'full';
      days.set(mark, ids.add(messageId));
      return 'counted';
    },
    async choiceOf(recipient) {
      await memory.turn();
      return choices.get(recipient);
    },
    async choose(next) {
      await memory.turn();
      return choices.put(next.recipient, next);
    },
    async toCall(area, page) {
      await memory.turn();
      const listed = messages
        .values()
        .filter((message) => message.state === 'listed')
        .filter((message) => countingArea(message.area) === countingArea(area))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      return pageOf(listed, { list: `calls/${countingArea(area)}`, placeOf }, page);
    },
  };
};
