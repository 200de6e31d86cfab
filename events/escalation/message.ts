import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';

/**
 * A message of the escalation queue: check a ticket at a moment. It has no other content: the
 * consumer reads the ticket and decides again.
 */
export const EscalationMessage = z.strictObject({ ticketId: z.string(), at: Moment });
export type EscalationMessage = z.infer<typeof EscalationMessage>;
