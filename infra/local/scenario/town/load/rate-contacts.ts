import { ticketIdOf } from '../../player/case-event.ts';
import { ExpectationFailed } from '../../player/expectation.ts';
import type { PlannedStop } from '../plan.ts';
import type { IntakeBy, PlannedRating } from '../rating-plan.ts';
import { callForEach, keepReceipt } from './loading.ts';
import type { Loading } from './loading.ts';
import { fetchPadTokens, forgetPadTokens, sendFromPad } from './rate-on-pads.ts';
import type { PadRatingPlan } from './rate-on-pads.ts';
import { keyOf } from './report-cases.ts';

const nameOf = (rating: PlannedRating): string =>
  `${rating.channel} rating of ${ticketIdOf(rating)}`;

interface RatingAnswer {
  readonly repeated: boolean;
  readonly receipt?: string;
  readonly ticket?: object | undefined;
}

const countRating = (loading: Loading, rating: PlannedRating, answer: RatingAnswer): void => {
  const { counts } = loading;
  keepReceipt(loading, rating, answer.receipt);
  if (answer.repeated) counts.repeats += 1;
  else counts.ratings += 1;
  if (!answer.repeated && answer.ticket) counts.tickets += 1;
};

/** Portal, app, QR, SMS and terminal: the system invites the resident, and the resident rates. */
const rateByInvitation = async (
  loading: Loading,
  rating: PlannedRating,
  { integrator }: IntakeBy<'invitation'>,
): Promise<void> => {
  const { projectNo, serviceNumber, channel, words } = rating;
  const { player } = loading;
  const about = nameOf(rating);
  const by = keyOf(loading, integrator);
  const invitation = { by, body: { projectNo, serviceNumber, channel }, about };
  const { token } = await player.play('inviteResident', invitation);
  const body = { token, ...words, clientRef: `town-${ticketIdOf(rating)}` };
  countRating(loading, rating, await player.ensure('rate', { body, about }));
};

/** Hotline and paper: one person enters the rating, and a second compares and confirms it. */
const rateByStaff = async (
  loading: Loading,
  rating: PlannedRating,
  { record, enteredBy, checkedBy }: IntakeBy<'staff'>,
): Promise<void> => {
  const { projectNo, serviceNumber, channel, words } = rating;
  const { player } = loading;
  const about = nameOf(rating);
  const body = { projectNo, serviceNumber, channel, record, ...words };
  const { id } = await player.ensure('enterRating', { by: enteredBy, body, about });
  const confirmation = { by: checkedBy, at: { id }, body: { matches: true }, about };
  const answer = await player.ensure('confirmEntry', confirmation);
  if (answer.state !== 'confirmed')
    throw new ExpectationFailed(`${about} is confirmed`, answer.state);
  countRating(loading, rating, answer);
};

const rateContact = (loading: Loading, rating: PlannedRating): Promise<void> => {
  const { intake } = rating;
  if (intake.by === 'pad') return sendFromPad(loading, { ...rating, intake });
  if (intake.by === 'staff') return rateByStaff(loading, rating, intake);
  return rateByInvitation(loading, rating, intake);
};

const isOnPad = (rating: PlannedRating): rating is PadRatingPlan => rating.intake.by === 'pad';

/** Sends the ratings of a stop, each by its own intake. */
export const rateContacts = async (loading: Loading, stop: PlannedStop): Promise<void> => {
  const onPads = stop.ratings.filter(isOnPad);
  await fetchPadTokens(loading, stop.at, onPads);
  await callForEach(stop.ratings, (rating) => rateContact(loading, rating));
  forgetPadTokens(loading, onPads);
};
