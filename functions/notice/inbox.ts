import * as z from 'zod/mini';

import { boxNames } from '../../events/notice/box-name.ts';
import { Area } from '../../events/primitive.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { noticeWords } from '../../shared/domain/notice/words.table.ts';
import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import { parseInput } from '../../shared/http/body.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { ownView } from '../../shared/http/staff.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import { boxAsked, requireBox } from './box.ts';

export interface InboxDeps {
  readonly notices: Pick<NoticeStore, 'inBox'>;
}

const Asked = z.object({
  /** By default what the person works on: that of the department, or of the area. */
  box: z.optional(z.enum(boxNames)),
  area: z.optional(Area),
  ...pageAsked,
});

const toNoticeLine = (notice: Notice) => ({
  id: notice.id,
  type: notice.type,
  box: notice.box,
  ticketId: notice.ticketId,
  creditCode: notice.creditCode,
  area: notice.area,
  at: withOffset(notice.sendAt),
  words: noticeWords[notice.type],
  readAt: offsetOrNull(notice.readAt),
});

/** `GET /v1/inbox`: returns the newest notices of the department, of an area or of the city. */
export const readInbox =
  (deps: InboxDeps): StaffHandler =>
  async (request, staff) => {
    const asked = parseInput(Asked, request.queryStringParameters ?? {});
    const name = asked.box ?? ownView(staff);
    const box = boxAsked(staff, name, asked.area);
    requireBox(staff, box);
    const { items, cursor } = await readPage(() => deps.notices.inBox(box, asked));
    return { status: 200, body: { notices: items.map(toNoticeLine), cursor: cursor ?? null } };
  };
