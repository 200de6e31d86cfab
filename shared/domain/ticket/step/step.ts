import { canonicalJson, omitUndefined } from '../../text/canonical-json.ts';
import type { Digest } from '../../text/digest.ts';
import type { TicketEvent } from '../event/event.ts';
import type { StepLink } from './step-link.ts';

/** An event as one link of the ticket's audit chain. */
export type Step = Linked<TicketEvent>;

export type Linked<E extends TicketEvent> = E & {
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the previous step; the ticket's id for the first. */
  readonly previous: string;
  readonly hash: string;
};

/**
 * Appends an event after `last`. The hash is the digest of the canonical JSON (RFC 8785) of the
 * step without it, so a change of an earlier step breaks every hash after it.
 */
export const linkStep = <E extends TicketEvent>(
  last: StepLink | undefined,
  event: E,
  digest: Digest,
): Linked<E> => {
  const open = omitUndefined({
    ...event,
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? event.ticketId,
    hash: undefined,
  });
  return { ...open, hash: digest(canonicalJson(open)) };
};

/** Returns the number of the first step that does not fit its chain; undefined when all do. */
export const brokenLink = (steps: readonly Step[], digest: Digest): number | undefined => {
  const broken = steps.findIndex((step, index) => {
    const relinked = linkStep(steps[index - 1], step, digest);
    return (
      step.ticketId !== steps[0]?.ticketId ||
      step.number !== index + 1 ||
      step.previous !== relinked.previous ||
      step.hash !== relinked.hash
    );
  });
  return broken === -1 ? undefined : broken + 1;
};
