import * as z from 'zod/mini';

import { boxNames } from '../../events/notice/box-name.ts';
import { Area } from '../../events/primitive.ts';
import { mapConcurrent } from '../../shared/concurrency.ts';
import { isSamePerson } from '../../shared/domain/access/person.ts';
import { isOfApproval } from '../../shared/domain/notice/notice-kind.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import { offsetOrNull } from '../../shared/domain/time/instant.ts';
import { requireKnownArea } from '../../shared/http/known-area.ts';
import { noticeView } from '../../shared/http/notice/notice-view.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import type { Places } from '../../shared/port/oversight/places.ts';
import { boxAsked, ownBox, requireBox } from './box.ts';
import { isShownTo } from './shown-to.ts';
import type { ShownDeps } from './shown-to.ts';

/** How many notices are checked at once. */
const readAtOnce = 5;

export interface InboxDeps extends ShownDeps {
  readonly notices: Pick<NoticeStore, 'inBox'>;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  /** By default what the person works on. */
  box: z.optional(z.enum(boxNames)),
  area: z.optional(Area),
  ...pageAsked,
});

const toNoticeLine = (notice: Notice, staff: Staff) => ({
  ...noticeView(notice),
  readAt: offsetOrNull(notice.readAt),
  ...(isOfApproval(notice) && { own: isSamePerson(notice.by, staff.id) }),
});

/** `GET /v1/inbox`: returns the newest notices of the department, of an area or of the city. */
export const readInbox =
  (deps: InboxDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    if (asked.area !== undefined) requireKnownArea(asked.area, await deps.places.now());
    const name = asked.box ?? ownBox(staff);
    const box = boxAsked(staff, name, asked.area);
    requireBox(staff, box);
    const { items, cursor } = await readPage(() => deps.notices.inBox(box, asked));
    const shown = await mapConcurrent(items, readAtOnce, (notice) =>
      isShownTo(notice, staff, deps),
    );
    const notices = items
      .filter((_notice, index) => shown[index])
      .map((notice) => toNoticeLine(notice, staff));
    return { status: 200, body: { notices, cursor: cursor ?? null } };
  };
