import * as z from 'zod/mini';

import { NoticeMessage } from './notice.ts';

/** The newest notices of the caller's department, newest first. */
export const InboxView = z.object({ notices: z.array(NoticeMessage) });
