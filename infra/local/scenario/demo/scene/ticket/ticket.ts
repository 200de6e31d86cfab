import type { Channel } from '../../../../../../shared/domain/rating/channel.ts';
import { ticketIdOf } from '../../../player/case-event.ts';
import { expectPresent } from '../../../player/expectation.ts';
import type { Refusal } from '../../../player/expectation.ts';
import { prepareAction } from '../../../player/staff-action.ts';
import type { Attempt } from '../../../player/staff-action.ts';
import type { AnswerOf } from '../../../player/steps.table.ts';
import { handler } from '../../case-maker.ts';
import type { Rated, Stage } from '../../stage.ts';

export type TicketFile = AnswerOf<'readTicket'>;

/** The bad rating that came by that channel in this run. */
export const findBad = ({ rated }: Stage, channel: Channel): Rated => {
  const found = rated.find((one) => one.bad && one.channel === channel);
  return expectPresent(found, `a bad rating by ${channel}`);
};

export const receiptOf = ({ receipt, channel }: Rated): string =>
  expectPresent(receipt, `the receipt of the rating by ${channel}`);

export const ticketOf = ({ projectNo }: Rated): string =>
  ticketIdOf({ projectNo, serviceNumber: 1 });

/** The ticket as its handler reads it. */
export const readTicket = (stage: Stage, id: string): Promise<TicketFile> =>
  stage.play('readTicket', { by: handler, at: { id } });

export const performAction = async (stage: Stage, attempt: Attempt) => {
  const answer = await stage.play('actOnTicket', await prepareAction(stage, attempt));
  const { by, action } = attempt;
  stage.tell.quote(`${by} · ${action.type} → ${answer.state} (v${answer.version})`);
  return answer;
};

export const showRefusedAction = async (
  stage: Stage,
  attempt: Attempt,
  refusal: Refusal,
): Promise<void> => {
  await stage.showRefusal('actOnTicket', await prepareAction(stage, attempt), refusal);
};
