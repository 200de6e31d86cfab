import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { Unplaced } from './unplaced.ts';

/** What a call says of itself. */
interface Call {
  /** The center's own id. */
  readonly id: string | undefined;
  readonly claimedAt: Instant | undefined;
}

interface Received {
  readonly rating: Pick<
    Rating,
    'projectNo' | 'serviceNumber' | 'clientRef' | 'claimedAt' | 'proof'
  >;
  readonly repeated: boolean;
}

/** Whether a rating is the one that the call brought before: by its id, else by its time. */
const isOfCall = ({ rating }: Received, { id, claimedAt }: Call): boolean => {
  if (rating.proof !== 'center') return false;
  const isKnown = id !== undefined && rating.clientRef !== undefined;
  return isKnown ? rating.clientRef === id : rating.claimedAt === claimedAt;
};

const isSameMoment = ({ rating }: Received, { claimedAt }: Call): boolean =>
  rating.proof === 'center' && claimedAt !== undefined && rating.claimedAt === claimedAt;

const isOther = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

/** Whether nothing tells a rating with the same words from the call: not its id, not its time. */
const isLike = ({ rating }: Received, { id, claimedAt }: Call): boolean =>
  !isOther(rating.clientRef, id) && !isOther(rating.claimedAt, claimedAt);

const takenCodes = ['already_rated', 'append_used'] as const;
type TakenCode = (typeof takenCodes)[number];

const takenCodeOf = (fault: unknown): TakenCode => {
  const code = fault instanceof Problem ? fault.code : undefined;
  const taken = takenCodes.find((one) => one === code);
  if (taken === undefined) throw fault;
  return taken;
};

const receive = async <Place, R extends Received>(
  place: Place,
  receiveAt: (place: Place) => Promise<R>,
): Promise<R | TakenCode> => {
  try {
    return await receiveAt(place);
  } catch (fault) {
    return takenCodeOf(fault);
  }
};

/**
 * Stores a rating at the first of its likely contacts that no other rating has. The center rates with
 * the same words often ("very satisfied", nothing else), so the same words under another id are
 * another rating as long as they may be about another contact, or were said at another time.
 *
 * @throws Unplaced when every contact has another rating
 */
export const receiveAtOwnPlace = async <Place, R extends Received>(
  places: readonly Place[],
  { call, isCertain }: { readonly call: Call; readonly isCertain: boolean },
  receiveAt: (place: Place) => Promise<R>,
): Promise<R> => {
  let taken: TakenCode = 'already_rated';
  const equal: R[] = [];
  for (const place of places) {
    const received = await receive(place, receiveAt);
    if (typeof received === 'string') taken = received;
    else if (!received.repeated || isOfCall(received, call)) return received;
    else equal.push(received);
  }
  const same = equal.find((one) => isSameMoment(one, call) || (isCertain && isLike(one, call)));
  if (same !== undefined) return same;
  throw new Unplaced(taken);
};
