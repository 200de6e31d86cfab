import type { Instant } from '../../../../../shared/domain/time/instant.ts';
import { ticketIdOf } from '../../player/case-event.ts';
import { ExpectationFailed } from '../../player/expectation.ts';
import { isBadRating } from '../../player/rating-words.ts';
import type { IntakeBy, PlannedRating } from '../rating-plan.ts';
import { callForEach, keepReceipt } from './loading.ts';
import type { Loading } from './loading.ts';

export type PadRatingPlan = PlannedRating & { readonly intake: IntakeBy<'pad'> };

/** How long a pad shows a contact after its stop at least. */
const onShowMs = 5 * 60_000;

const padOf = ({ ledger }: Loading, { intake }: PadRatingPlan) => {
  const place = `${intake.hall}/${intake.window}`;
  const key = ledger.pads[place];
  if (!key) throw new Error(`the pad at ${place} was not enrolled`);
  return key;
};

const fetchToken = async (loading: Loading, at: Instant, rating: PadRatingPlan): Promise<void> => {
  const key = ticketIdOf(rating);
  if (loading.ledger.padTokens[key] !== undefined) return;
  const about = `pad rating of ${key}`;
  const { contact } = await loading.player.play('showContact', {
    by: padOf(loading, rating),
    about,
  });
  if (contact !== null && ticketIdOf(contact) === key) {
    loading.ledger.padTokens[key] = contact.token;
  } else if (loading.now() - Date.parse(at) > onShowMs) {
    loading.counts.missed += 1;
  } else {
    throw new ExpectationFailed(`${about}: its contact is on show`, 'another contact, or none');
  }
};

/**
 * Fetches the tokens of the contacts that the pads show. A token is available only now. It is kept
 * before it is used, so that an interrupted loading sends the same rating again.
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
  const { counts, ledger, player } = loading;
  const token = ledger.padTokens[ticketIdOf(rating)];
  if (token === undefined) return;
  const about = `pad rating of ${ticketIdOf(rating)}`;
  const body = { ratings: [{ sequence: rating.intake.sequence, token, ...rating.words }] };
  const batch = { by: padOf(loading, rating), body, about };
  const { stored, repeats, refused } = await player.ensure('sendPadRatings', batch);
  const [problem] = refused;
  if (problem) throw new ExpectationFailed(`${about} is accepted`, JSON.stringify(problem));
  keepReceipt(loading, rating);
  counts.ratings += stored.length;
  counts.repeats += repeats.length;
  if (isBadRating(rating.words)) counts.tickets += stored.length;
};

/** Deletes the tokens of a finished stop. The ledger is written together with the stop. */
export const forgetPadTokens = ({ ledger }: Loading, ratings: readonly PadRatingPlan[]): void => {
  for (const rating of ratings) delete ledger.padTokens[ticketIdOf(rating)];
};
