import { channelNames } from '../../../../../../shared/domain/case/names.table.ts';
import { ownChannels } from '../../../../../../shared/domain/rating/channel.ts';
import { expectThat } from '../../../player/expectation.ts';
import { supervisor as by } from '../../case-maker.ts';
import type { Rated, Stage } from '../../stage.ts';
import { ticketOf } from './ticket.ts';

/** Reads one rated contact back from the instance. */
const recheckContact = async (stage: Stage, rated: Rated): Promise<readonly string[]> => {
  const file = { by, at: { id: ticketOf(rated) } };
  if (rated.bad) await stage.play('readTicket', file);
  else await stage.expectRefusal('readTicket', file, '404 ticket_unknown');
  const { receipt, channel } = rated;
  // Of a rating that staff entered only the resident has the receipt.
  if (receipt === undefined) return [channelNames[channel].zh, '—', '—', '—'];
  const { rating, ticket } = await stage.play('readReceipt', { at: { receipt } });
  expectThat(rating.channel === channel, `the rating came by ${channel}`, rating.channel);
  expectThat((ticket !== undefined) === rated.bad, 'a ticket for a bad rating only', ticket);
  return [rating.channelName, rating.name, ticket?.name ?? '—', receipt];
};

/** 结算: every channel has a rating, and every bad rating has exactly one ticket. */
export const playClosing = async (stage: Stage): Promise<void> => {
  const { tell, rated } = stage;
  tell.scene('结果', 'The result');
  const unused = ownChannels.filter((channel) => rated.every((one) => one.channel !== channel));
  expectThat(unused.length === 0, 'every channel was used', unused);
  const rows = [];
  for (const channel of ownChannels) {
    for (const one of rated.filter((other) => other.channel === channel)) {
      rows.push(await recheckContact(stage, one));
    }
  }
  tell.table(['渠道', '等级', '工单', '回执'], rows);
  const bad = rated.filter((one) => one.bad).length;
  tell.pass(
    `${rated.length} 次评价，${bad} 条差评各生成1件工单`,
    `${rated.length} ratings, ${bad} bad ones with one ticket each`,
  );
};
