import * as z from 'zod/mini';

import { ProjectNo } from '../primitive.ts';

/**
 * Something of a case changed that the provincial center may have to be told, as it travels through
 * the report queue. It names the case and nothing else: the consumer finds out what.
 */
export const ReportMessage = z.strictObject({ projectNo: ProjectNo });
export type ReportMessage = z.infer<typeof ReportMessage>;
