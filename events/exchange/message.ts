import * as z from 'zod/mini';

import { ProjectNo } from '../primitive.ts';

/**
 * A message of the report queue: a case changed in a way that may have to be reported to the
 * provincial center. It names the case only: the consumer determines what to report.
 */
export const ReportMessage = z.strictObject({ projectNo: ProjectNo });
export type ReportMessage = z.infer<typeof ReportMessage>;
