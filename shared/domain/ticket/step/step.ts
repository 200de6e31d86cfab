import { canonicalJson, omitUndefined } from '../../text/canonical-json.ts';
import type { Digest } from '../../text/digest.ts';
import { digestOfSealed } from '../../text/erased.ts';
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

/** A step before its hash is known. */
type Open = Omit<Step, 'hash'>;

/**
 * Returns the hash of a step: the digest of its canonical JSON (RFC 8785), in which the digests of
 * its encrypted texts stand in `words` for the texts, so that these can be erased.
 */
const hashOf = ({ sealedNote, sealedAnswer, ...facts }: Open, digest: Digest): string => {
  const words = omitUndefined({
    note: sealedNote && digestOfSealed(sealedNote, digest),
    answer: sealedAnswer && digestOfSealed(sealedAnswer, digest),
  });
  const bound = Object.keys(words).length === 0 ? undefined : words;
  return digest(canonicalJson(omitUndefined({ ...facts, words: bound })));
};

/**
 * Returns the hash that an older release made, which covers the encrypted texts themselves. No step
 * has a member `words`, so no text is both a step of one form and another of the other.
 */
const olderHashOf = (open: Open, digest: Digest): string => digest(canonicalJson(open));

/**
 * Appends an event after `last`. The hash covers the whole step, so a change of an earlier step
 * breaks every hash after it.
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
  return { ...open, hash: hashOf(open, digest) };
};

/** Whether the texts of a step can be erased: an older hash covers the texts themselves. */
export const bindsWordsByDigest = ({ hash, ...open }: Step, digest: Digest): boolean =>
  hash === hashOf(open, digest);

const isHashOf = (step: Step, digest: Digest): boolean => {
  const { hash, ...open } = omitUndefined(step);
  return bindsWordsByDigest(step, digest) || hash === olderHashOf(open, digest);
};

/** Returns the number of the first step that does not fit its chain; undefined when all do. */
export const brokenLink = (steps: readonly Step[], digest: Digest): number | undefined => {
  const broken = steps.findIndex((step, index) => {
    return (
      step.ticketId !== steps[0]?.ticketId ||
      step.number !== index + 1 ||
      step.previous !== (steps[index - 1]?.hash ?? step.ticketId) ||
      !isHashOf(step, digest)
    );
  });
  return broken === -1 ? undefined : broken + 1;
};
