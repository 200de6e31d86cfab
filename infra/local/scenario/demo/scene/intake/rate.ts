import { Invitation, RatingReceipt } from '../../../../../../events/rating/rating.ts';
import type { InvitedChannel } from '../../../../../../shared/domain/rating/channel.ts';
import type { Level } from '../../../../../../shared/domain/rating/level.ts';
import { expectBody, expectThat } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { reportEvents } from './case-arrives.ts';

export interface Words {
  readonly level: Level;
  readonly tags?: readonly string[];
  readonly text?: string;
  readonly contactConsent?: boolean;
}

export interface Invited {
  readonly projectNo: string;
  readonly channel: InvitedChannel;
  readonly token: string;
  readonly url: string;
}

/** A new case and the invitation for its one contact. */
export const inviteResident = async (stage: Stage, channel: InvitedChannel): Promise<Invited> => {
  const event = stage.cases.accepted();
  const { stored } = await reportEvents(stage, [event]);
  expectThat(stored === 1, 'the case is stored', stored);
  const asked = { projectNo: event.projectNo, serviceNumber: 1, channel };
  const reply = await stage.client.signed(stage.system).post('/v1/invitations', asked);
  const { token, url, qrSvg } = expectBody(reply, 201, Invitation);
  expectThat(qrSvg.includes('<svg'), 'the invitation brings a QR code', qrSvg.slice(0, 40));
  return { projectNo: event.projectNo, channel, token, url };
};

export const submitRating = (stage: Stage, { token }: Invited, words: Words) =>
  stage.client.open().post('/v1/ratings', { token, ...words });

/** A first rating: 201, with a ticket when it is bad and without one when it is not. */
export const rateContact = async (stage: Stage, invited: Invited, words: Words) => {
  const receipt = expectBody(await submitRating(stage, invited, words), 201, RatingReceipt);
  const bad = words.level.includes('dissatisfied');
  expectThat((receipt.ticket !== undefined) === bad, 'a ticket for a bad rating only', receipt);
  const { channel, projectNo } = invited;
  stage.rated.push({ channel, projectNo, receipt: receipt.receipt, bad });
  return receipt;
};
