import * as z from 'zod/mini';

import { Area } from '../../events/primitive.ts';
import { noticeWords } from '../../shared/domain/notice-words.table.ts';
import type { Box, Notice } from '../../shared/domain/notice.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { fitting } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { staffOf } from '../../shared/http/staff.ts';
import type { NoticePage, NoticeStore } from '../../shared/port/notice-store.ts';
import { CursorRefused } from '../../shared/port/ticket-store.ts';
import { boxAsked, boxNames, requireBox } from './box.ts';

export interface InboxDoor {
  readonly notices: Pick<NoticeStore, 'inBox'>;
  readonly claimPrefix: string;
}

const Asked = z.object({
  box: z._default(z.enum(boxNames), 'department'),
  area: z.optional(Area),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: z.optional(z.string()),
});
type Asked = z.infer<typeof Asked>;

const line = (notice: Notice) => ({
  id: notice.id,
  type: notice.type,
  box: notice.box,
  ticketId: notice.ticketId,
  creditCode: notice.creditCode,
  area: notice.area,
  at: withOffset(notice.sendAt),
  words: noticeWords[notice.type],
  readAt: notice.readAt === undefined ? null : withOffset(notice.readAt),
});

const page = async (door: InboxDoor, box: Box, { limit, cursor }: Asked): Promise<NoticePage> => {
  try {
    return await door.notices.inBox(box, { limit, cursor });
  } catch (fault) {
    if (fault instanceof CursorRefused) throw new Problem('cursor_invalid');
    throw fault;
  }
};

/** `GET /v1/inbox`: the newest notices of the department, of an area or of the city. */
export const readInbox =
  (door: InboxDoor): HttpHandler =>
  async (request) => {
    const staff = staffOf(request, door.claimPrefix);
    const asked = fitting(Asked, request.queryStringParameters ?? {});
    const box = boxAsked(staff, asked.box, asked.area);
    requireBox(staff, box);
    const { notices, cursor } = await page(door, box, asked);
    return { status: 200, body: { notices: notices.map(line), cursor: cursor ?? null } };
  };
