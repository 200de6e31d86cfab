import { ReceiptView } from '../../../../../../events/rating/receipt-view.ts';
import { channels } from '../../../../../../shared/domain/rating/channel.ts';
import { expectBody, expectThat, expectProblem } from '../../expectation.ts';
import type { Rated, Stage } from '../../stage.ts';

/** What the instance itself says of one rated contact. */
const recheckContact = async (stage: Stage, rated: Rated): Promise<readonly string[]> => {
  const view = await stage.client.open().get(`/v1/receipts/${rated.receipt}`);
  const { rating, ticket } = expectBody(view, 200, ReceiptView);
  expectThat(
    rating.channel === rated.channel,
    `the rating came by ${rated.channel}`,
    rating.channel,
  );
  const overseer = await stage.as('supervisor-yuecheng');
  const file = await overseer.get<{ id?: string }>(`/v1/tickets/${rated.projectNo}-1`);
  if (rated.bad) expectThat(file.status === 200 && ticket !== undefined, 'a ticket', file.status);
  else expectProblem(file, 404, 'ticket_unknown');
  return [rating.channelName, rating.name, ticket?.name ?? '—', rated.receipt];
};

/** 结算: by every channel one rating, for every bad one exactly one ticket. */
export const playClosing = async (stage: Stage): Promise<void> => {
  const { tell, rated } = stage;
  tell.scene('结果', 'The result');
  const unused = channels.filter((channel) => rated.every((one) => one.channel !== channel));
  expectThat(unused.length === 0, 'every channel was used', unused);
  const rows = [];
  for (const channel of channels) {
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
