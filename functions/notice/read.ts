import type { Notice } from '../../shared/domain/notice/notice.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { NoticeStore } from '../../shared/port/notice/store.ts';
import { canReadBox, isMeantFor } from './box.ts';

export interface ReadDeps {
  readonly now: Now;
  readonly notices: Pick<NoticeStore, 'find' | 'save'>;
}

const requireNotice = async (deps: ReadDeps, id: string): Promise<Notice> => {
  const notice = (await deps.notices.find(id))?.notice;
  if (notice?.state !== 'sent') throw new Problem('notice_unknown');
  return notice;
};

/** Returns the time of the first read: now, or that of a faster concurrent call. */
const firstRead = async (deps: ReadDeps, notice: Notice, staff: Staff): Promise<Instant | null> => {
  if (notice.readAt !== undefined) return notice.readAt;
  // It stays unread for those who may confirm the act.
  if (!isMeantFor(staff, notice)) return null;
  const readAt = deps.now();
  const next = { ...notice, readAt, readBy: staff.id, version: notice.version + 1 };
  if ((await deps.notices.save(next)) === 'saved') return readAt;
  const other = await requireNotice(deps, notice.id);
  if (other.readAt === undefined) throw new Problem('busy');
  return other.readAt;
};

/**
 * `POST /v1/inbox/{id}/read`: records the first reader of a notice; later calls return that time. Of
 * a proposed act only a person counts who may confirm it.
 */
export const markRead =
  (deps: ReadDeps): StaffHandler =>
  async (request, staff) => {
    const notice = await requireNotice(deps, pathParameter(request, 'id'));
    // As if it were not there, so that an id tells nobody that a case was badly rated.
    if (!canReadBox(staff, notice.box)) throw new Problem('notice_unknown');
    const readAt = await firstRead(deps, notice, staff);
    return { status: 200, body: { id: notice.id, readAt: readAt && withOffset(readAt) } };
  };
