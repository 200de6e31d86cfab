import { ReceiptView } from '../../../../../../events/rating/receipt-view.ts';
import { TicketFile } from '../../../../../../events/ticket/view.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import { handler } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { badBy, ticketOf } from './ticket.ts';

/** 工单: what the handler sees, and who may not see it. */
export const ticketFile = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('工单与期限', 'The ticket and its deadline');
  const path = `/v1/tickets/${ticketOf(badBy(stage, 'app'))}`;
  const file = expectBody(await (await stage.as(handler)).get(path), 200, TicketFile);
  tell.quote(file.clocks.contact.sentence);
  tell.quote(file.clocks.rectify.sentence);
  expectThat(
    file.audit.intact && file.audit.steps.length === 1,
    'the audit chain is whole',
    file.audit,
  );
  expectThat(file.words !== null, 'the handler reads the resident’s words', file.words);
  tell.pass(
    '期限逐日说明，办理记录校验通过',
    'the deadline is explained day by day, the audit chain is intact',
  );
  const stranger = await (await stage.as('handler-keqiao-shichang')).get(path);
  tell.quote(inShort(expectProblem(stranger, 403, 'out_of_scope')));
  tell.pass('其他部门无权查看', 'another department cannot view it');
};

/** 回执: the same loop as the resident sees it. */
export const receiptView = async (stage: Stage): Promise<void> => {
  const { tell, client } = stage;
  tell.scene('评价人查询办理进度', 'The rater follows the receipt');
  const { receipt } = badBy(stage, 'app');
  const view = expectBody(await client.open().get(`/v1/receipts/${receipt}`), 200, ReceiptView);
  const { ticket, rating } = view;
  expectThat(ticket?.state === 'open', 'the receipt shows the open ticket', ticket);
  tell.quote(`${view.matter ?? ''} · ${rating.name} · ${ticket?.name ?? ''}`);
  tell.quote(ticket?.rectify.sentence ?? '');
  const guessed = `${receipt.slice(0, -1)}${receipt.endsWith('A') ? 'B' : 'A'}`;
  const wrong = await client.open().get(`/v1/receipts/${guessed}`);
  tell.quote(inShort(expectProblem(wrong, 404, 'receipt_unknown')));
  tell.pass('回执编号无法猜测', 'a receipt cannot be guessed');
};
