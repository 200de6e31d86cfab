import * as z from 'zod/mini';

import { ticketEventFacts } from '../../domain/ticket/event/facts.ts';
import type { FactsOf, TicketEventType } from '../../domain/ticket/event/facts.ts';
import type { Step } from '../../domain/ticket/step/step.ts';
import { ticketStates } from '../../domain/ticket/terms.ts';
import { Instant } from '../../domain/time/instant.ts';
import { defineKind, startVersions } from '../stored-kind.ts';

const Actor = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('resident') }),
  z.strictObject({ role: z.literal('system') }),
  z.strictObject({
    role: z.literal('staff'),
    id: z.string(),
    department: z.optional(z.string()),
  }),
]);

const Envelope = z.strictObject({
  ticketId: z.string(),
  number: z.int(),
  at: Instant,
  by: Actor,
  round: z.literal([1, 2]),
  from: z.optional(z.enum(ticketStates)),
  to: z.optional(z.enum(ticketStates)),
  actionId: z.optional(z.string()),
  commit: z.optional(
    z.strictObject({
      version: z.int(),
      nextAt: z.optional(Instant),
      pendingYear: z.optional(z.int()),
    }),
  ),
  sealedNote: z.optional(z.string()),
  sealedAnswer: z.optional(z.string()),
  previous: z.string(),
  hash: z.string(),
});

type StoredEvent<T extends TicketEventType> = Omit<
  z.output<typeof Envelope>,
  T extends 'submitted' ? 'sealedAnswer' : never
> & { type: T; facts: FactsOf<T> } & (T extends 'submitted' ? { sealedAnswer: string } : unknown);

/** One schema for each type of event; a submission has the answer. */
const [first, ...others] = Object.entries(ticketEventFacts).map(([type, facts]) =>
  z.extend(Envelope, {
    type: z.literal(type),
    facts,
    ...(type === 'submitted' && { sealedAnswer: z.string() }),
  }),
);
if (first === undefined) throw new Error('there are no events');

const AnyStep = z.discriminatedUnion('type', [first, ...others]) as unknown as z.ZodMiniType<
  { [T in TicketEventType]: StoredEvent<T> }[TicketEventType]
>;

export const storedStep = defineKind<Step>()({
  name: 'step',
  writes: 1,
  versions: startVersions(1, AnyStep),
});
