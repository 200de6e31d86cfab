import type { Delivery, Webhook } from '../../../shared/domain/notice/delivery.ts';
import type { Notice, TicketNotice } from '../../../shared/domain/notice/notice.ts';
import { at } from '../../fake/clock.ts';
import { sampleRating, ticketOf, unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

/** A notice of a new ticket, stored in the transaction of that ticket. */
export const storedNotice = async (
  given: GivenStores,
  more: { readonly receivedAt?: string; readonly creditCode?: string } = {},
): Promise<TicketNotice> => {
  const rating = sampleRating({
    ...(more.receivedAt === undefined ? {} : { receivedAt: at(more.receivedAt) }),
    ...(more.creditCode === undefined ? {} : { creditCode: more.creditCode }),
  });
  const opening = ticketOf(rating);
  await given().ratings.record(rating, opening);
  const [notice] = opening.notices;
  if (notice === undefined) throw new Error('a new ticket is told of');
  return notice;
};

export const sent = (notice: Notice): Notice => ({
  ...notice,
  state: 'sent',
  version: notice.version + 1,
});

export const sampleWebhook = (more: Partial<Webhook> = {}): Webhook => ({
  id: unique('webhook'),
  name: '督办群',
  form: 'signed',
  host: 'desk.example.cn',
  sealedUrl: '1.u',
  sealedSecret: '1.s',
  box: 'department',
  area: '330600',
  by: 'u-admin',
  confirmedBy: 'u-admin-2',
  at: at('2026-11-20T09:00:00+08:00'),
  ...more,
});

export const sampleDelivery = (notice: Notice, more: Partial<Delivery> = {}): Delivery => ({
  noticeId: notice.id,
  webhookId: unique('webhook'),
  state: 'waiting',
  attempts: 0,
  nextAt: notice.sendAt,
  changedAt: notice.sendAt,
  version: 1,
  ...more,
});
