import type * as z from 'zod/mini';

import { InboxView } from '../../../../../../events/notice/inbox-view.ts';
import type { BoxKind } from '../../../../../../shared/domain/notice/notice.ts';
import { expectBody } from '../../expectation.ts';
import { boxDoors } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';

export type ReceivedNotice = z.output<typeof InboxView>['notices'][number];

const ladderTypes: Readonly<Record<string, string>> = { ticket_opened: 'notify' };

/** The rung a notice tells of. */
export const rungOf = ({ type }: ReceivedNotice): string => ladderTypes[type] ?? type;

/** What an inbox holds about one ticket, read page by page from the newest back to `since`. */
export const readNotices = async (
  stage: Stage,
  kind: BoxKind,
  { ticketId, since }: { readonly ticketId: string; readonly since: string },
): Promise<readonly ReceivedNotice[]> => {
  const { by, query } = boxDoors[kind];
  const reader = await stage.as(by);
  const own: ReceivedNotice[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await reader.get(`/v1/inbox?${query}&limit=100${after}`);
    const view = expectBody(page, 200, InboxView);
    own.push(...view.notices.filter((notice) => notice.ticketId === ticketId));
    const isOlder = view.notices.some(({ at }) => Date.parse(at) < Date.parse(since));
    cursor = isOlder ? null : view.cursor;
  }
  return own;
};
