import type { ProposalOf } from '../../../shared/domain/access/proposal.ts';
import type { Signed } from '../../../shared/domain/access/signed.ts';
import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import { isVoided } from '../../../shared/domain/rating/contest/contest-state.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { secondGeneration } from '../../../shared/domain/rating/contest/second-generation.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { later } from '../../../shared/domain/time/instant.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { ticketProblems } from '../../../shared/http/problem/ticket.table.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import type { ContestEffect } from '../../../shared/port/rating/contest-store.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import type { TicketChange } from '../../../shared/port/ticket/store.ts';
import { rulesFor, rulesInForce } from '../../../shared/rules.ts';
import { notePlace } from '../../ticket/command.ts';
import { openingFor } from '../opening.ts';
import type { OpeningDeps } from '../opening.ts';
import { textPlace } from '../receive-rating.ts';
import type { Contested } from './outside.ts';
import { contestPlace, openContestWords } from './sealed-words.ts';

export interface EffectDeps extends OpeningDeps {
  readonly keys: KeyRing;
  readonly rulebook: Rulebook;
  readonly ratings: Pick<RatingStore, 'find'>;
}

export interface Ruled {
  readonly proposal: ProposalOf<'contest_ruling'>;
  readonly signed: Signed;
}

/** The first rating and its follow-up, which the same person gave. */
const markedRatings = async (
  { first }: Contested,
  state: Contest['state'],
  { ratings }: EffectDeps,
): Promise<readonly Rating[]> => {
  const { projectNo, serviceNumber } = first;
  const followUp = await ratings.find({ projectNo, serviceNumber, assessNumber: 2 });
  const given = followUp === undefined || !isVoided(state) ? [first] : [first, followUp];
  return given.map((rating) => ({ ...rating, contested: state }));
};

/** The event never precedes one that is there already, however late an interrupted act goes on. */
const momentFor = ({ lastStepAt }: Contested, { signed }: Ruled): Signed['at'] =>
  lastStepAt === undefined ? signed.at : later(signed.at, lastStepAt);

const dismissTicket = async (
  ticket: Ticket,
  { contested, ruled }: { readonly contested: Contested; readonly ruled: Ruled },
  { keys, rulebook }: EffectDeps,
): Promise<TicketChange> => {
  const { contest } = contested;
  const rules = await rulesFor(rulebook, ticket);
  const at = momentFor(contested, ruled);
  const { by: proposedBy, confirmedBy } = ruled.signed;
  const note = await keys.encrypt(ruled.proposal.reason, notePlace(ticket.id));
  const decision = decideTicket(
    ticket,
    { type: 'voidRating', contest: contestIdOf(contest), proposedBy, confirmedBy, note },
    { at, by: { role: 'system' }, rules },
  );
  if (!decision.ok) throw new Problem(ticketProblems[decision.reason]);
  const { next, events, notices } = decision;
  return { next, events, notices: noticesOf(next, notices, { at, rules }) };
};

/** The rating that takes the place of the first, with the ticket that a bad one opens now. */
const secondOf = async (
  { first, contest }: Contested,
  signed: Signed,
  deps: EffectDeps,
): Promise<NonNullable<ContestEffect['second']>> => {
  const draft = await openContestWords(deps.keys, contest.sealed, contestPlace(contest));
  const { text } = draft;
  const place = textPlace(contest.projectNo, contest.serviceNumber);
  const sealedText =
    text === undefined || text === '' ? undefined : await deps.keys.encrypt(text, place);
  const rating = secondGeneration(first, contest, { draft, signed, sealedText });
  const opening = await openingFor(rating, await rulesInForce(deps.rulebook), deps);
  return { rating, opening };
};

/** Returns everything that a ruling changes, for one transaction. `next`: the contest after it. */
export const effectOf = async (
  contested: Contested,
  next: Contest,
  { ruled, deps }: { readonly ruled: Ruled; readonly deps: EffectDeps },
): Promise<ContestEffect> => {
  const rated = await markedRatings(contested, next.state, deps);
  if (!isVoided(next.state)) return { contest: next, rated };
  const { ticket } = contested;
  const isReplaced = next.state === 'upheld';
  return {
    contest: next,
    rated,
    change: ticket && (await dismissTicket(ticket, { contested, ruled }, deps)),
    second: isReplaced ? await secondOf(contested, ruled.signed, deps) : undefined,
  };
};
