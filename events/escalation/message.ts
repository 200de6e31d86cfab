import * as z from 'zod/mini';

import { Moment } from '../primitive.ts';

/**
 * A ticket wants to be looked at, as it travels through the escalation queue. It says when and
 * nothing else: the consumer reads the ticket and decides again.
 */
export const EscalationMessage = z.strictObject({ ticketId: z.string(), at: Moment });
export type EscalationMessage = z.infer<typeof EscalationMessage>;
