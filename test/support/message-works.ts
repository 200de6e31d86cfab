import { sendMessages } from '../../functions/message/send.ts';
import type { SendDeps } from '../../functions/message/send.ts';
import type { Message, Published } from '../../shared/domain/message/message.ts';
import { subjectsOfStep } from '../../shared/domain/message/occasion.ts';
import { messageIdOf } from '../../shared/domain/message/subject.ts';
import type { OutgoingMessage } from '../../shared/port/message/publisher.ts';
import { createSensitiveMatters } from '../../shared/sensitive-matters.ts';
import type { FakeClock } from '../fake/clock.ts';
import type { FakeStores } from '../fake/stores.ts';
import { recordOf } from './due-queue.ts';

/** What sends messages, over any stores, with a gateway in memory. */
export interface MessageWorks {
  /** What the gateway got, in order. */
  readonly taken: readonly OutgoingMessage[];
  /** The answers to the next messages; when there are none, it takes them. */
  readonly answers: Published[];
  readonly published: Readonly<Record<string, number>>[];
  /** One message of the queue. */
  send(messageId: string): Promise<void>;
  /** Calls for what the steps of a ticket tell of, as the stream does. */
  tell(ticketId: string): Promise<void>;
  /** Sends all that is due now, as the sweep does. */
  sweep(): Promise<void>;
  find(messageId: string): Promise<Message | undefined>;
}

export const messageWorks = (
  stores: FakeStores,
  { now }: FakeClock,
  more: Partial<SendDeps> = {},
): MessageWorks => {
  const taken: OutgoingMessage[] = [];
  const answers: Published[] = [];
  const published: Readonly<Record<string, number>>[] = [];
  const sending = sendMessages({
    ...stores,
    now,
    rulebook: stores.rulebookBy(now),
    sensitive: createSensitiveMatters(stores.registers, now),
    signature: '示例市政务服务',
    publicUrl: 'https://pingjia.example.cn',
    publish: (counts) => void published.push(counts),
    publisher: {
      async publish(message) {
        taken.push(message);
        return answers.shift() ?? 'accepted';
      },
    },
    ...more,
  });
  const send = (messageId: string): Promise<void> =>
    sending(recordOf(JSON.stringify({ messageId, at: now() })));
  return {
    taken,
    answers,
    published,
    send,
    async tell(ticketId) {
      for (const step of await stores.tickets.steps(ticketId)) {
        for (const subject of subjectsOfStep(step)) await send(messageIdOf(subject));
      }
    },
    async sweep() {
      const due = stores.messages.due().filter(({ at }) => at <= now());
      for (const { id } of due) await send(id);
    },
    find: (messageId) => stores.messages.find(messageId),
  };
};
