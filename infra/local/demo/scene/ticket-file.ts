import { InboxView } from '../../../../events/inbox-view.ts';
import { ReceiptView } from '../../../../events/receipt-view.ts';
import { TicketFile } from '../../../../events/ticket-view.ts';
import { answered, holds, inShort, NotAsTold, refused } from '../expectation.ts';
import { handler } from '../fresh-case.ts';
import type { Rated, Stage } from '../stage.ts';

const badOne = (stage: Stage): Rated => {
  const found = stage.rated.find(({ bad, channel }) => bad && channel === 'app');
  if (!found) throw new NotAsTold('the app rating is a bad one', 'came: none');
  return found;
};

const settle = async ({ client }: Stage): Promise<void> => {
  const reply = await client.open().post('/_local/idle', {});
  holds(reply.status === 200, 'the instance comes to rest', reply.body);
};

const toldTheHandler = async (stage: Stage, ticketId: string): Promise<void> => {
  await settle(stage);
  const inbox = await (await stage.as(handler)).get('/v1/inbox');
  const { notices } = answered(inbox, 200, InboxView);
  const own = notices.filter((notice) => notice.ticketId === ticketId);
  holds(own.length === 1, 'the department has one notice of the ticket', own);
  stage.tell.pass('部门收件箱里有一条派单通知', 'one notice in the department’s inbox');
};

/** 工单: what the handler sees, and who may not see it. */
export const ticketFile = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('工单与期限', 'The ticket and its deadline');
  const { projectNo } = badOne(stage);
  const path = `/v1/tickets/${projectNo}-1`;
  const file = answered(await (await stage.as(handler)).get(path), 200, TicketFile);
  tell.quote(file.clocks.contact.sentence);
  tell.quote(file.clocks.rectify.sentence);
  holds(file.audit.intact && file.audit.steps.length === 1, 'the audit chain is whole', file.audit);
  holds(file.words !== null, 'the handler reads the resident’s words', file.words);
  tell.pass('期限逐日可解释，审计链完整', 'the deadline is explained, the audit chain is whole');
  const stranger = await (await stage.as('handler-keqiao-shichang')).get(path);
  tell.quote(inShort(refused(stranger, 403, 'out_of_scope')));
  tell.pass('其他部门看不到', 'another department may not see it');
  await toldTheHandler(stage, `${projectNo}-1`);
};

/** 回执: the same loop as the resident sees it. */
export const receiptView = async (stage: Stage): Promise<void> => {
  const { tell, client } = stage;
  tell.scene('居民查询回执', 'The resident follows the receipt');
  const { receipt } = badOne(stage);
  const view = answered(await client.open().get(`/v1/receipts/${receipt}`), 200, ReceiptView);
  const { ticket, rating } = view;
  holds(ticket?.state === 'open', 'the receipt shows the open ticket', ticket);
  tell.quote(`${view.matter ?? ''} · ${rating.name} · ${ticket?.name ?? ''}`);
  tell.quote(ticket?.rectify.sentence ?? '');
  const guessed = `${receipt.slice(0, -1)}${receipt.endsWith('A') ? 'B' : 'A'}`;
  const wrong = await client.open().get(`/v1/receipts/${guessed}`);
  tell.quote(inShort(refused(wrong, 404, 'receipt_unknown')));
  tell.pass('回执编号无法猜测', 'a receipt cannot be guessed');
};
