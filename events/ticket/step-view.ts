/** One step of a ticket's audit chain, by the type of its event. */
import * as z from 'zod/mini';

import { ticketEventFacts } from '../../shared/domain/ticket/event/facts.ts';
import type { FactsOf, TicketEventType } from '../../shared/domain/ticket/event/facts.ts';
import { ticketStates } from '../../shared/domain/ticket/terms.ts';
import { Moment } from '../primitive.ts';

const Actor = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['resident', 'system']) }),
  z.object({
    role: z.literal('staff'),
    id: z.string(),
    /** 统一社会信用代码 of the person's department at that time. */
    department: z.optional(z.string()),
  }),
]);

const Envelope = z.object({
  ticketId: z.string(),
  number: z.int(),
  at: Moment,
  by: Actor,
  /** 轮次 */
  round: z.union([z.literal(1), z.literal(2)]),
  /** The states before and after, when the event changed the state. */
  from: z.optional(z.enum(ticketStates)),
  to: z.optional(z.enum(ticketStates)),
  actionId: z.optional(z.string()),
  /** On the last event of each write: what the ticket has from the write itself. */
  commit: z.optional(
    z.object({
      version: z.int(),
      nextAt: z.optional(z.string()),
      pendingYear: z.optional(z.int()),
    }),
  ),
  /** The person's note, and their answer to the resident. */
  note: z.optional(z.string()),
  answer: z.optional(z.string()),
  /**
   * Both as encrypted text, of which the hash covers the digest; `erased:<day>:<digest>` when the
   * period of the case was over.
   */
  sealedNote: z.optional(z.string()),
  sealedAnswer: z.optional(z.string()),
  /** Hash of the previous step; the ticket's id for the first. */
  previous: z.string(),
  /**
   * SHA-256 of the canonical JSON (RFC 8785) of the step without `hash`, `note`, `answer`,
   * `sealedNote` and `sealedAnswer`, with `at` in UTC with milliseconds, and, when there are such
   * texts, `words`: the SHA-256 of `sealedNote` as `note`, of `sealedAnswer` as `answer`. A step of
   * an older release has the encrypted texts themselves in place of `words`.
   */
  hash: z.string(),
});

type EventView = {
  [T in TicketEventType]: z.output<typeof Envelope> & {
    readonly type: T;
    readonly facts: FactsOf<T>;
  };
}[TicketEventType];

/** One schema for each type of event; `EventView` is their union. */
const [first, ...others] = Object.entries(ticketEventFacts).map(([type, facts]) =>
  z.extend(Envelope, { type: z.literal(type), facts }),
);
if (first === undefined) throw new Error('there are no events');

export const StepView = z.discriminatedUnion('type', [
  first,
  ...others,
]) as unknown as z.ZodMiniType<EventView>;

/** Where a ticket and its audit chain disagree first. */
export const breakViews = [
  /** The first step that does not fit its predecessor. */
  z.object({ kind: z.literal('link'), number: z.int() }),
  /** The chain ends before or after the step that the ticket names, or inside a write. */
  z.object({ kind: z.literal('end') }),
  /** The members of the ticket that the events do not give. */
  z.object({ kind: z.literal('replay'), members: z.readonly(z.array(z.string())) }),
  /** The rating is missing or is not the one that the chain was written for. */
  z.object({ kind: z.literal('rating'), assessNumber: z.union([z.literal(1), z.literal(2)]) }),
] as const;

export const BreakView = z.discriminatedUnion('kind', breakViews);
