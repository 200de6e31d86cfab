import type { ReadEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { zhejiang } from '../../../shared/domain/exchange/record/zhejiang.table.ts';
import type { Doubt } from '../../../shared/domain/rating/doubt.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { wireTime } from '../../../shared/domain/time/wire-time.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { Unplaced } from './unplaced.ts';

/** What a call says of itself. */
type Call = Pick<ReadEvaluation, 'channel' | 'claimedAt' | 'doubts' | 'id'>;

interface Received {
  readonly rating: Pick<
    Rating,
    | 'channel'
    | 'claimedAt'
    | 'clientRef'
    | 'doubts'
    | 'projectNo'
    | 'proof'
    | 'receivedAt'
    | 'serviceNumber'
  >;
  readonly repeated: boolean;
}

const isOther = (ours: string | undefined, theirs: string | undefined): boolean =>
  ours !== undefined && theirs !== undefined && ours !== theirs;

/** Whether everything that could not be read of the call is among the doubts of the rating. */
const hasDoubts = (ours: readonly Doubt[], theirs: readonly Doubt[]): boolean =>
  theirs.every(({ code, sent }) => ours.some((one) => one.code === code && one.sent === sent));

/** Whether a rating of our own channels is the one in the call, as it was reported to the center. */
const isReported = ({ channel, receivedAt }: Received['rating'], call: Call): boolean =>
  zhejiang.channel.codeOf(channel) === zhejiang.channel.codeOf(call.channel) &&
  call.claimedAt !== undefined &&
  wireTime(zhejiang.time, receivedAt) === wireTime(zhejiang.time, call.claimedAt);

/**
 * Whether a rating with the same level, tags and words is the one in the call: nothing else may tell
 * them apart, not the id, the time or the channel.
 */
const isOfCall = ({ rating }: Received, call: Call): boolean => {
  if (rating.proof !== 'center') return isReported(rating, call);
  return (
    rating.channel === call.channel &&
    rating.claimedAt === call.claimedAt &&
    !isOther(rating.clientRef, call.id) &&
    hasDoubts(rating.doubts ?? [], call.doubts)
  );
};

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
 * the same words often ("very satisfied", nothing else), so the same words are a repeat only where
 * nothing else differs.
 *
 * @throws Unplaced when every contact has another rating
 */
export const receiveAtOwnPlace = async <Place, R extends Received>(
  places: readonly Place[],
  { call, taken: other }: { readonly call: Call; readonly taken: TakenCode },
  receiveAt: (place: Place) => Promise<R>,
): Promise<R> => {
  let taken = other;
  for (const place of places) {
    const received = await receive(place, receiveAt);
    if (typeof received === 'string') taken = received;
    else if (!received.repeated || isOfCall(received, call)) return received;
  }
  throw new Unplaced(taken);
};
