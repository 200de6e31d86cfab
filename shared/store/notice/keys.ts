import type { Delivery, Webhook } from '../../domain/notice/delivery.ts';
import type { Box, Notice } from '../../domain/notice/notice.ts';
import { dueList } from '../keys.ts';
import type { ItemKey } from '../keys.ts';
import type { Placement } from '../table.ts';
import { storedDelivery, storedNotice, storedWebhook } from './schema.ts';

/** Keys of notices, deliveries and webhooks; the overview of all items is in `keys.ts`. */

/** The prefix of the sort keys of a notice and of its deliveries. */
export const noticePart = 'NOTICE';

export const noticeKey = (id: string): ItemKey => ({ pk: `NOTICE#${id}`, sk: noticePart });

const deliveryKey = (delivery: { noticeId: string; webhookId: string }): ItemKey => ({
  pk: noticeKey(delivery.noticeId).pk,
  sk: `${noticePart}#DELIVERY#${delivery.webhookId}`,
});

export const inboxOf = (box: Box): string => `INBOX#${box.kind}#${box.of}`;

export const webhookKey = (id: string): ItemKey => ({ pk: `WEBHOOK#${id}`, sk: 'WEBHOOK' });

export const webhooksList = 'WEBHOOKS';

export const failedAt = (webhookId: string): string => `FAILED#${webhookId}`;

/**
 * A waiting notice is in the due index, a sent one in its inbox; a suppressed one is only stored.
 */
export const noticePlace = (notice: Notice): Placement<Notice> => ({
  key: noticeKey(notice.id),
  kind: storedNotice,
  due: notice.state === 'waiting' ? dueList(notice.id, notice.sendAt) : undefined,
  list:
    notice.state === 'sent'
      ? { listPk: inboxOf(notice.box), listSk: `${notice.sendAt}#${notice.id}` }
      : undefined,
});

export const deliveryPlace = (delivery: Delivery): Placement<Delivery> => ({
  key: deliveryKey(delivery),
  kind: storedDelivery,
  due: delivery.nextAt && dueList(`${delivery.noticeId}/${delivery.webhookId}`, delivery.nextAt),
  list:
    delivery.state === 'failed'
      ? {
          listPk: failedAt(delivery.webhookId),
          listSk: `${delivery.changedAt}#${delivery.noticeId}`,
        }
      : undefined,
});

export const webhookPlace = (webhook: Webhook): Placement<Webhook> => ({
  key: webhookKey(webhook.id),
  kind: storedWebhook,
  list: { listPk: webhooksList, listSk: `${webhook.name}#${webhook.id}` },
});
