import type { Delivery, Webhook } from '../../shared/domain/notice/delivery.ts';
import type { Box, Notice } from '../../shared/domain/notice/notice.ts';
import type { DueEntry } from '../../shared/port/escalation/due-index.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { WebhookStore } from '../../shared/port/notice/webhook-store.ts';
import { CursorRefused } from '../../shared/port/page.ts';
import { copyOf, maybeCopyOf, Versioned } from './memory.ts';
import type { Memory } from './memory.ts';

export interface FakeNoticeStore extends NoticeStore {
  /** Stores a notice as the transaction of its decision does. */
  tell(notice: Notice): void;
  all(): readonly Notice[];
  /** The entries of the notices in the due index. */
  due(): readonly DueEntry[];
}

const boxName = (box: Box): string => `${box.kind}/${box.of}`;
const placeOf = (notice: Notice): string => `${boxName(notice.box)}/${notice.sendAt}#${notice.id}`;

const startOf = (box: Box, cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!place.startsWith(`${boxName(box)}/`)) throw new CursorRefused();
  return place;
};

const keyOf = ({ noticeId, webhookId }: Delivery): string => `${noticeId}/${webhookId}`;

export const fakeNoticeStore = (memory: Memory): FakeNoticeStore => {
  const notices = new Versioned<Notice>();
  const deliveries = new Versioned<Delivery>();
  const putDelivery = (delivery: Delivery): 'saved' | 'conflict' => {
    const outcome = deliveries.put(keyOf(delivery), delivery);
    if (outcome === 'saved') memory.wrote('delivery');
    return outcome;
  };
  return {
    tell(notice) {
      if (notices.put(notice.id, notice) === 'saved') memory.wrote('notice');
    },
    all: () => notices.values(),
    due: () => [
      ...notices
        .values()
        .filter(({ state }) => state === 'waiting')
        .map(({ id, sendAt }): DueEntry => ({ of: 'notice', id, at: sendAt })),
      ...deliveries
        .values()
        .flatMap(({ noticeId, nextAt }): readonly DueEntry[] =>
          nextAt === undefined ? [] : [{ of: 'notice', id: noticeId, at: nextAt }],
        ),
    ],
    async find(id) {
      await memory.turn();
      const notice = notices.get(id);
      const own = deliveries.values().filter(({ noticeId }) => noticeId === id);
      return notice && { notice, deliveries: own };
    },
    async save(next, begun = []) {
      await memory.turn();
      if (begun.some((delivery) => deliveries.get(keyOf(delivery)) !== undefined))
        return 'conflict';
      if (notices.put(next.id, next) === 'conflict') return 'conflict';
      memory.wrote('notice');
      begun.forEach(putDelivery);
      return 'saved';
    },
    async saveDelivery(next) {
      await memory.turn();
      return putDelivery(next);
    },
    async inBox(box, { limit, cursor }) {
      await memory.turn();
      const start = startOf(box, cursor);
      const left = notices
        .values()
        .filter((notice) => notice.state === 'sent' && boxName(notice.box) === boxName(box))
        .filter((notice) => start === undefined || placeOf(notice) < start)
        .toSorted((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
      const page = left.slice(0, limit);
      const last = page.at(-1);
      const hasMore = last !== undefined && left.length > limit;
      return {
        items: page,
        ...(hasMore ? { cursor: Buffer.from(placeOf(last)).toString('base64url') } : {}),
      };
    },
    async failedAt(webhookId, limit) {
      await memory.turn();
      return deliveries
        .values()
        .filter((delivery) => delivery.webhookId === webhookId && delivery.state === 'failed')
        .toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
        .slice(0, limit);
    },
  };
};

const byName = (a: Webhook, b: Webhook): number =>
  `${a.name}#${a.id}` < `${b.name}#${b.id}` ? -1 : 1;

export const fakeHookStore = (memory: Memory): WebhookStore => {
  const webhooks = new Map<string, Webhook>();
  return {
    async admit(webhook) {
      await memory.turn();
      if (webhooks.has(webhook.id)) throw new Error('the id of a new webhook is already in use');
      webhooks.set(webhook.id, copyOf(webhook));
      memory.wrote('webhook');
    },
    async find(id) {
      await memory.turn();
      return maybeCopyOf(webhooks.get(id));
    },
    async remove(id) {
      await memory.turn();
      if (!webhooks.delete(id)) return 'unknown';
      memory.wrote('webhook');
      return 'removed';
    },
    async all() {
      await memory.turn();
      return [...webhooks.values()].map(copyOf).toSorted(byName);
    },
  };
};
