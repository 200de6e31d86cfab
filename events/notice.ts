import * as z from 'zod/mini';

import { Moment } from './primitive.ts';

/** 通知, as it travels through the notice queue. Codes and times only: nothing names a person. */
export const NoticeMessage = z.object({
  id: z.string(),
  to: z.object({ creditCode: z.string(), area: z.string() }),
  type: z.literal('ticket_opened'),
  ticketId: z.string(),
  at: Moment,
});
export type NoticeMessage = z.infer<typeof NoticeMessage>;

export const noticeExample: NoticeMessage = NoticeMessage.parse({
  id: '330602261120000000017-1/opened',
  to: { creditCode: '11330600MB1A2B3C49', area: '330602' },
  type: 'ticket_opened',
  ticketId: '330602261120000000017-1',
  at: '2026-11-20T01:30:00.000Z',
});
