import { withOffset } from '../../shared/domain/time.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { staffOf } from '../../shared/http/staff.ts';
import type { Inbox } from '../../shared/port/inbox.ts';

export interface InboxDoor {
  readonly inbox: Inbox;
  readonly claimPrefix: string;
}

const newest = 50;

/** `GET /v1/inbox`: the newest notices of the caller's department. */
export const readInbox =
  (door: InboxDoor): HttpHandler =>
  async (request) => {
    const { department } = staffOf(request, door.claimPrefix);
    if (department === undefined) throw new Problem('role_missing', { fact: 'department' });
    const notices = await door.inbox.of(department, { limit: newest });
    return {
      status: 200,
      body: { notices: notices.map((notice) => ({ ...notice, at: withOffset(notice.at) })) },
    };
  };
