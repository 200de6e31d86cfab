import * as z from 'zod/mini';

import { boxKinds, noticeTypes } from '../../shared/domain/notice/notice.ts';
import { noticeWords } from '../../shared/domain/notice/words.table.ts';
import { Moment } from '../primitive.ts';

/** A message of the notice queue: send a notice at a moment. */
export const NoticeMessage = z.strictObject({ noticeId: z.string(), at: Moment });
export type NoticeMessage = z.infer<typeof NoticeMessage>;

/** The payload of a webhook: codes and times, no personal data. The ticket has the rest. */
export const NoticePush = z.object({
  /** The same in every repeat; also sent as the header `Idempotency-Key`. */
  id: z.string(),
  type: z.enum(noticeTypes),
  box: z.object({ kind: z.enum(boxKinds), of: z.string() }),
  ticketId: z.string(),
  creditCode: z.string(),
  area: z.string(),
  at: Moment,
  words: z.object({ zh: z.string(), en: z.string() }),
});
export type NoticePush = z.infer<typeof NoticePush>;

const ticketId = '330602261120000000017-1';

export const noticePushExample: NoticePush = NoticePush.parse({
  id: `${ticketId}.4.red.supervisor`,
  type: 'red',
  box: { kind: 'supervisor', of: '330602' },
  ticketId,
  creditCode: '11330600MB1A2B3C49',
  area: '330602',
  at: '2026-12-14T08:30:00.000+08:00',
  words: noticeWords.red,
});
