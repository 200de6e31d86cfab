/**
 * What makes the audit chain of a ticket intact: it is contiguous, it ends where the ticket says,
 * its events give exactly the stored ticket, and the ratings it was written for are unchanged.
 *
 * A consistent rewrite of every link, the ticket and the ratings is not found here, because nothing
 * outside the table says what the chain was. A text that was erased agrees with the chain, which has
 * its digest; one that was erased before any period can have been over counts as changed.
 */
import { mayBeErased } from '../case/retention/early.ts';
import { isDigestOf } from '../rating/rating-digest.ts';
import { isSameGeneration } from '../rating/rating-key.ts';
import type { Rating } from '../rating/rating.ts';
import { isSameValue } from '../text/canonical-json.ts';
import type { Digest } from '../text/digest.ts';
import { erasedOn } from '../text/erased.ts';
import { replayTicket } from './event/evolve.ts';
import { brokenLink } from './step/step.ts';
import type { Step } from './step/step.ts';
import type { Ticket } from './ticket.ts';

export type ChainBreak =
  /** The first step that does not fit its predecessor. */
  | { readonly kind: 'link'; readonly number: number }
  /** The chain ends before or after the step that the ticket names, or inside a write. */
  | { readonly kind: 'end' }
  /** The members of the ticket that the events do not give. */
  | { readonly kind: 'replay'; readonly members: readonly string[] }
  /** The rating is missing, or is not the one that the chain was written for. */
  | { readonly kind: 'rating'; readonly assessNumber: Rating['assessNumber'] };

/** A ticket with everything that must agree with it. */
export interface TicketRecord {
  readonly ticket: Ticket;
  readonly steps: readonly Step[];
  /** The stored ratings of the contact, of every generation. */
  readonly ratings: readonly Rating[];
}

const isEndOf = ({ id, lastStep }: Ticket, last: Step | undefined): boolean =>
  last !== undefined &&
  last.ticketId === id &&
  last.number === lastStep?.number &&
  last.hash === lastStep.hash &&
  last.commit !== undefined;

const membersThatDiffer = (stored: Ticket, replayed: Ticket | undefined): readonly string[] => {
  const names = new Set([...Object.keys(stored), ...Object.keys(replayed ?? {})]);
  return ([...names] as (keyof Ticket)[])
    .filter((name) => !isSameValue(stored[name], replayed?.[name]))
    .toSorted();
};

const isErasedEarly = (sealed: string | undefined, ticket: Ticket): boolean => {
  const day = sealed === undefined ? undefined : erasedOn(sealed);
  return day !== undefined && !mayBeErased(ticket, day);
};

/** Returns the first step with a text that was erased too early. */
const earlyStep = ({ ticket, steps }: TicketRecord): number | undefined =>
  steps.find(({ sealedNote, sealedAnswer }) =>
    [sealedNote, sealedAnswer].some((sealed) => isErasedEarly(sealed, ticket)),
  )?.number;

const ratingIn = (
  { ticket, ratings }: TicketRecord,
  assessNumber: Rating['assessNumber'],
): Rating | undefined =>
  ratings.find((one) => one.assessNumber === assessNumber && isSameGeneration(one, ticket));

const ratingBreak = (record: TicketRecord, digest: Digest): ChainBreak | undefined => {
  const { ticket, steps } = record;
  for (const step of steps) {
    if (step.type !== 'opened' && step.type !== 'appended') continue;
    const assessNumber = step.type === 'opened' ? 1 : 2;
    const rating = ratingIn(record, assessNumber);
    const isBound = rating !== undefined && isDigestOf(step.facts.rating, rating, digest);
    if (!isBound || isErasedEarly(rating.sealedText, ticket)) {
      return { kind: 'rating', assessNumber };
    }
  }
  return undefined;
};

/** Returns where a ticket and its chain disagree first; undefined when they are intact. */
export const findChainBreak = (record: TicketRecord, digest: Digest): ChainBreak | undefined => {
  const { ticket, steps } = record;
  const number = brokenLink(steps, digest) ?? earlyStep(record);
  if (number !== undefined) return { kind: 'link', number };
  const last = steps.at(-1);
  if (!isEndOf(ticket, last)) return { kind: 'end' };
  const rated = ratingIn(record, 1);
  const replayed = replayTicket(steps);
  const expected = replayed && {
    ...replayed,
    // The person who was rated is in no step, because handlers read the steps.
    staffId: rated ? rated.staffId : ticket.staffId,
    lastStep: ticket.lastStep,
  };
  const members = membersThatDiffer(ticket, expected);
  return members.length > 0 ? { kind: 'replay', members } : ratingBreak(record, digest);
};
