/**
 * 计入: what one stored item adds to the figures. Sums consist of these contributions and nothing
 * else, so they can be folded from changes (what the item adds now minus what it added before) and
 * recounted from the items themselves.
 */
import { finishedAt } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import { isVoided } from '../rating/contest/contest-state.ts';
import type { Invited } from '../rating/invited.ts';
import { proofClassOf } from '../rating/proof/proof-class.ts';
import type { Rating } from '../rating/rating.ts';
import { namesOf } from '../text/names-of.ts';
import { claimKinds } from '../ticket/claim-kind.ts';
import { duties } from '../ticket/tally-counts.ts';
import { outcomesOf } from '../ticket/tally.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { civilDateOf } from '../time/instant.ts';
import type { CivilDate } from '../time/instant.ts';
import { caseScopes, contactScopes, placeOfContact, scopesOf } from './place.ts';
import type { Place } from './place.ts';
import { scopeName } from './scope.ts';
import type { Scope } from './scope.ts';
import { isNothing, nonZero, sumOf } from './slot.ts';
import type { Counts, Slot } from './slot.ts';

/** An item that is counted, as it is stored. */
export type Source =
  | { readonly kind: 'case'; readonly of: Case }
  | { readonly kind: 'invitation'; readonly of: Invited }
  | { readonly kind: 'rating'; readonly of: Rating }
  | { readonly kind: 'ticket'; readonly of: Ticket };

export const sourceKinds = namesOf<Source['kind']>({
  case: true,
  invitation: true,
  rating: true,
  ticket: true,
});

export interface Contribution {
  readonly scope: Scope;
  readonly day: CivilDate;
  readonly counts: Counts;
}

const spreadCounts = (
  scopes: readonly Scope[],
  day: CivilDate,
  counts: Counts,
): readonly Contribution[] => scopes.map((one) => ({ scope: one, day, counts }));

/** A case counts once at every place where it had a contact. */
const caseContributions = (known: Case): readonly Contribution[] => {
  const finished = finishedAt(known);
  if (finished === undefined) return [];
  const day = civilDateOf(finished);
  const { contacts } = known;
  const whole = { finished: 1, contacts: contacts.length };
  const places = contacts.flatMap((contact) => contactScopes(placeOfContact(known, contact)));
  const perPlace = Map.groupBy(places, scopeName);
  return [
    ...spreadCounts(caseScopes(placeOfContact(known)), day, whole),
    ...[...perPlace.values()].flatMap((same) =>
      spreadCounts(same.slice(0, 1), day, { finished: 1, contacts: same.length }),
    ),
  ];
};

/** Of the rating itself, whatever became of a contest. */
const givenCounts = (rating: Rating): Counts => {
  const { assessNumber, level, channel } = rating;
  const proved = { [`proof:${proofClassOf(rating)}`]: 1 };
  return assessNumber === 2
    ? { follow_up: 1, [`follow_up:${level}`]: 1, ...proved }
    : { rated: 1, [`rated:${level}`]: 1, [`rated_by:${channel}`]: 1, ...proved };
};

/** Only a first rating is contested; its follow-up is marked with it when both are void. */
const ratingCounts = (rating: Rating): Counts => {
  const { origin, assessNumber, contested } = rating;
  if (origin === 'default') return { default_received: 1 };
  const given = isVoided(contested) ? {} : givenCounts(rating);
  return contested === undefined || assessNumber === 2
    ? given
    : { ...given, [`contest:${contested}`]: 1 };
};

const countOne = (slot: Slot): Counts => ({ [slot]: 1 });

const claimCounts = ({ claimed, tally }: Ticket): Counts =>
  sumOf([
    ...claimed.map((kind) => countOne(`claim:${kind}`)),
    ...claimKinds.map((kind) => ({
      [`granted:${kind}`]: tally?.granted?.[kind] ?? 0,
      [`refused:${kind}`]: tally?.refused?.[kind] ?? 0,
      [`lapsed:${kind}`]: tally?.lapsed?.[kind] ?? 0,
    })),
  ]);

const workCounts = (ticket: Ticket): Counts =>
  sumOf([
    { bad: 1, returns: ticket.tally?.returns ?? 0 },
    countOne(`bad_by:${ticket.channel}`),
    countOne(`state:${ticket.state}`),
    ...duties.flatMap((duty) =>
      outcomesOf(ticket, duty).map((outcome) => countOne(`${duty}:${outcome}`)),
    ),
    claimCounts(ticket),
    { hardship: (ticket.tally?.granted?.hardship ?? 0) > 0 ? 1 : 0 },
    { round_two: ticket.round === 2 ? 1 : 0 },
  ]);

const ticketCounts = (ticket: Ticket): Counts =>
  ticket.voidedAt === undefined ? workCounts(ticket) : {};

/**
 * A ticket counts where its rating does, also after a transfer, because both belong to one cohort.
 */
const placeOfTicket = (ticket: Ticket): Place => ({ ...ticket, ...ticket.tally?.rated });

export const contributionsOf = (source: Source): readonly Contribution[] => {
  switch (source.kind) {
    case 'case':
      return caseContributions(source.of);
    case 'invitation':
      return spreadCounts(scopesOf(source.of), civilDateOf(source.of.at), { invited: 1 });
    case 'rating': {
      const { of } = source;
      return spreadCounts(scopesOf(of), civilDateOf(of.receivedAt), ratingCounts(of));
    }
    case 'ticket': {
      const { of } = source;
      return spreadCounts(scopesOf(placeOfTicket(of)), civilDateOf(of.openedAt), ticketCounts(of));
    }
    default:
      return source satisfies never;
  }
};

const negateCounts = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([slot, count]) => [slot, 0 - count]));

/** Merges contributions into one line for each scope and day, without zeros. */
export const netOf = (parts: readonly Contribution[]): readonly Contribution[] => {
  const places = Map.groupBy(parts, (part) => `${part.day}#${scopeName(part.scope)}`);
  return [...places.values()].flatMap((same) => {
    const counts = nonZero(sumOf(same.map((part) => part.counts)));
    return isNothing(counts) ? [] : same.slice(0, 1).map((part) => ({ ...part, counts }));
  });
};

/** Returns what a change adds: the new contributions minus the old ones. */
export const deltasOf = (
  before: Source | undefined,
  after: Source | undefined,
): readonly Contribution[] =>
  netOf([
    ...(after === undefined ? [] : contributionsOf(after)),
    ...(before === undefined ? [] : contributionsOf(before)).map((part) => ({
      ...part,
      counts: negateCounts(part.counts),
    })),
  ]);
