import type { PadBatchAnswer } from '../../../../../events/rating/rating.ts';
import type { Instant } from '../../../../../shared/domain/time/instant.ts';
import type { Door, PlannedRating } from '../rating-plan.ts';
import { callForEach } from './lanes.ts';
import { expectStatus, keepReceipt, TownRefused } from './loading.ts';
import type { Loading } from './loading.ts';

export type PadRatingPlan = PlannedRating & { readonly door: Extract<Door, { by: 'pad' }> };

interface Current {
  readonly contact: {
    readonly token: string;
    readonly projectNo: string;
    readonly serviceNumber: number;
  } | null;
}

/** How long after a stop its contacts are surely still on show. */
const onShowMs = 5 * 60_000;

const markOf = ({ projectNo, serviceNumber }: PlannedRating): string =>
  `${projectNo}-${serviceNumber}`;

const padOf = (loading: Loading, { door }: PadRatingPlan) => {
  const place = `${door.hall}/${door.window}`;
  const key = loading.ledger.pads[place];
  if (!key) throw new Error(`the pad at ${place} was not enrolled`);
  return loading.client.signed(key);
};

const fetchToken = async (loading: Loading, at: Instant, rating: PadRatingPlan): Promise<void> => {
  const mark = markOf(rating);
  if (loading.ledger.padTokens[mark] !== undefined) return;
  const what = `contact on show for the pad rating of ${mark}`;
  const asked = await padOf(loading, rating).get<Current>('/v1/pads/me/current');
  const { contact } = expectStatus(asked, [200], what);
  if (contact?.projectNo === rating.projectNo && contact.serviceNumber === rating.serviceNumber) {
    loading.ledger.padTokens[mark] = contact.token;
  } else if (loading.now() - Date.parse(at) > onShowMs) {
    loading.counts.missed += 1;
  } else {
    throw new TownRefused(what, 'another contact, or none, is on show');
  }
};

/**
 * The token for what is on show can be had only now; it is kept before it is used, so that an
 * interrupted loading sends the same rating again instead of losing it.
 */
export const fetchPadTokens = async (
  loading: Loading,
  at: Instant,
  ratings: readonly PadRatingPlan[],
): Promise<void> => {
  await callForEach(ratings, (rating) => fetchToken(loading, at, rating));
  if (ratings.length > 0) loading.keep();
};

export const sendFromPad = async (loading: Loading, rating: PadRatingPlan): Promise<void> => {
  const token = loading.ledger.padTokens[markOf(rating)];
  if (token === undefined) return;
  const { sequence } = rating.door;
  const what = `pad rating of ${markOf(rating)}`;
  const batch = { ratings: [{ sequence, token, ...rating.words }] };
  const sent = await padOf(loading, rating).post<PadBatchAnswer>('/v1/pads/me/ratings', batch);
  const { stored, repeats, refused } = expectStatus(sent, [200], what);
  const [problem] = refused;
  if (problem) throw new TownRefused(what, `${problem.code} · ${problem.detail}`);
  keepReceipt(loading, rating, [...stored, ...repeats][0]?.receipt);
  loading.counts.ratings += stored.length;
  loading.counts.repeats += repeats.length;
  const isBad = rating.words.level.includes('dissatisfied');
  if (isBad) loading.counts.tickets += stored.length;
};

/** After the stop's ratings are in; the ledger that forgets them also says that it was played. */
export const forgetPadTokens = (loading: Loading, ratings: readonly PadRatingPlan[]): void => {
  for (const rating of ratings) delete loading.ledger.padTokens[markOf(rating)];
};
