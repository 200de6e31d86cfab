import { randomUUID } from 'node:crypto';

import type { InvitedChannel } from '../../../../../../shared/domain/rating/channel.ts';
import { expectThat } from '../../../player/expectation.ts';
import { isBadRating } from '../../../player/rating-words.ts';
import type { RatingWords } from '../../../player/rating-words.ts';
import type { Rated, Stage } from '../../stage.ts';

export interface Invited {
  readonly projectNo: string;
  readonly channel: InvitedChannel;
  readonly token: string;
  readonly url: string;
  /** The random reference of the page that opens the link. */
  readonly clientRef: string;
}

/** Reports a new case and returns its number. */
export const reportCase = async ({ play, cases }: Stage): Promise<string> => {
  const event = cases.createCase();
  const { stored } = await play('reportEvents', { body: { events: [event] } });
  expectThat(stored === 1, 'the case is stored', stored);
  return event.projectNo;
};

/** Reports a new case and invites the resident to rate its one contact. */
export const inviteResident = async (stage: Stage, channel: InvitedChannel): Promise<Invited> => {
  const projectNo = await reportCase(stage);
  const body = { projectNo, serviceNumber: 1, channel };
  const { token, url, qrSvg } = await stage.play('inviteResident', { body });
  expectThat(qrSvg.includes('<svg'), 'the invitation brings a QR code', qrSvg.slice(0, 40));
  return { projectNo, channel, token, url, clientRef: randomUUID() };
};

interface RatingAnswer {
  readonly receipt?: string | undefined;
  readonly ticket?: object | undefined;
}

/**
 * Keeps a rating for later scenes. A bad rating opens a ticket, a good one does not. Only the rater
 * has the receipt.
 */
export const keepRating = (
  stage: Stage,
  { channel, projectNo }: Pick<Rated, 'channel' | 'projectNo'>,
  { words, answer }: { readonly words: RatingWords; readonly answer: RatingAnswer },
): void => {
  const bad = isBadRating(words);
  expectThat((answer.ticket !== undefined) === bad, 'a ticket for a bad rating only', answer);
  stage.rated.push({ channel, projectNo, receipt: answer.receipt, bad });
};

/** Rates a contact for the first time. */
export const rateContact = async (stage: Stage, invited: Invited, words: RatingWords) => {
  const { token, clientRef } = invited;
  const answer = await stage.play('rate', { body: { token, clientRef, ...words } });
  keepRating(stage, invited, { words, answer });
  return answer;
};
