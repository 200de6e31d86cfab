import type { Reply } from '../../../client/loop-client.ts';
import type { PlannedStop } from '../plan.ts';
import type { Door, PlannedRating } from '../rating-plan.ts';
import { callForEach } from './lanes.ts';
import { expectStatus, keepReceipt } from './loading.ts';
import type { Loading } from './loading.ts';
import { fetchPadTokens, forgetPadTokens, sendFromPad } from './rate-on-pads.ts';
import type { PadRatingPlan } from './rate-on-pads.ts';
import { keyOf } from './report-cases.ts';

interface Receipt {
  readonly receipt: string;
  readonly repeated: boolean;
  readonly ticket?: object;
}

type DoorBy<By extends Door['by']> = Extract<Door, { by: By }>;

const nameOf = ({ channel, projectNo, serviceNumber }: PlannedRating): string =>
  `${channel} rating of ${projectNo}-${serviceNumber}`;

const countRating = (loading: Loading, rating: PlannedRating, reply: Reply<Receipt>): void => {
  const { counts } = loading;
  const { receipt, repeated, ticket } = expectStatus(reply, [200, 201], nameOf(rating));
  keepReceipt(loading, rating, receipt);
  if (repeated) counts.repeats += 1;
  else counts.ratings += 1;
  if (!repeated && ticket) counts.tickets += 1;
};

/** Portal, app, QR, SMS and terminal: the system asks for an invitation, the resident uses it. */
const rateByInvitation = async (
  loading: Loading,
  rating: PlannedRating,
  door: DoorBy<'invitation'>,
): Promise<void> => {
  const { projectNo, serviceNumber, channel, words } = rating;
  const system = loading.client.signed(keyOf(loading, door.integrator));
  const asked = { projectNo, serviceNumber, channel };
  const invited = await system.post<{ token: string }>('/v1/invitations', asked);
  const { token } = expectStatus(invited, [201], `invitation for the ${nameOf(rating)}`);
  const clientRef = `town-${projectNo}-${serviceNumber}`;
  const submitted = { token, ...words, clientRef };
  countRating(loading, rating, await loading.client.open().post<Receipt>('/v1/ratings', submitted));
};

/** Hotline and paper: one person writes it down, a second compares and confirms. */
const rateByStaff = async (
  loading: Loading,
  rating: PlannedRating,
  door: DoorBy<'staff'>,
): Promise<void> => {
  const { projectNo, serviceNumber, channel, words } = rating;
  const first = loading.client.bearer(await loading.tokenOf(door.enteredBy));
  const second = loading.client.bearer(await loading.tokenOf(door.checkedBy));
  const entry = { projectNo, serviceNumber, channel, record: door.record, ...words };
  const entered = await first.post<{ id: string }>('/v1/entries', entry);
  const { id } = expectStatus(entered, [200, 202], `entry of the ${nameOf(rating)}`);
  const confirmed = await second.post<Receipt>(`/v1/entries/${id}/confirm`, { matches: true });
  countRating(loading, rating, confirmed);
};

const rateContact = (loading: Loading, rating: PlannedRating): Promise<void> => {
  const { door } = rating;
  if (door.by === 'pad') return sendFromPad(loading, { ...rating, door });
  if (door.by === 'staff') return rateByStaff(loading, rating, door);
  return rateByInvitation(loading, rating, door);
};

const isOnPad = (rating: PlannedRating): rating is PadRatingPlan => rating.door.by === 'pad';

/** What residents say at this stop, each through their own door. */
export const rateContacts = async (loading: Loading, stop: PlannedStop): Promise<void> => {
  const onPads = stop.ratings.filter(isOnPad);
  await fetchPadTokens(loading, stop.at, onPads);
  await callForEach(stop.ratings, (rating) => rateContact(loading, rating));
  forgetPadTokens(loading, onPads);
};
