import type { TicketBoxKind } from '../../../../../../shared/domain/notice/notice.ts';
import type { AnswerOf } from '../../../player/steps.table.ts';
import { inboxes } from '../../rung.table.ts';
import type { Stage } from '../../stage.ts';

export type ReceivedNotice = Extract<
  AnswerOf<'readInbox'>['notices'][number],
  { readonly ticketId: string }
>;

const ladderTypes: Readonly<Record<string, string>> = { ticket_opened: 'notify' };

/** The rung that a notice is about. */
export const rungOf = ({ type }: ReceivedNotice): string => ladderTypes[type] ?? type;

/** The notices about one ticket in an inbox, from the newest back to `since`. */
export const readNotices = async (
  stage: Stage,
  kind: TicketBoxKind,
  { ticketId, since }: { readonly ticketId: string; readonly since: string },
): Promise<readonly ReceivedNotice[]> => {
  const { by, query } = inboxes[kind];
  const own: ReceivedNotice[] = [];
  for await (const { notices } of stage.pages('readInbox', { by, query })) {
    for (const notice of notices) {
      if ('ticketId' in notice && notice.ticketId === ticketId) own.push(notice);
    }
    if (notices.some(({ at }) => Date.parse(at) < Date.parse(since))) break;
  }
  return own;
};
