import type { SQSRecord } from 'aws-lambda';

import { NoticeMessage } from '../../events/notice.ts';
import { momentOf } from '../../events/primitive.ts';
import type { Inbox, Notice } from '../../shared/port/inbox.ts';
import { Permanent } from '../../shared/queue/permanent.ts';

const parsed = (body: string): Notice => {
  try {
    const message = NoticeMessage.parse(JSON.parse(body));
    return { ...message, at: momentOf(message.at) };
  } catch (fault) {
    throw new Permanent('a notice that does not fit its schema', { cause: fault });
  }
};

/** One notice into its department's inbox; delivered twice, it is there once. */
export const deliverNotice =
  (inbox: Inbox) =>
  async (record: SQSRecord): Promise<void> => {
    await inbox.deliver(parsed(record.body));
  };
