import * as z from 'zod/mini';

import { ProjectNo, text } from '../primitive.ts';
import { reasonText } from '../read-text.ts';

/** Hands a case that another system reported first to the system that owns it. */
export const CaseHandOver = z.strictObject({
  /** An active access key of the owner. */
  to: text(128),
  reason: reasonText(300),
});

export const CaseHandedOver = z.object({
  projectNo: ProjectNo,
  from: z.string(),
  to: z.string(),
});
