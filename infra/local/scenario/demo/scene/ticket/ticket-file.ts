import { expectThat } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';
import { findBad, readTicket, receiptOf, ticketOf } from './ticket.ts';

/** 工单: what the handler sees, and who may not see it. */
export const playTicketFile = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('工单与期限', 'The ticket and its deadline');
  const id = ticketOf(findBad(stage, 'app'));
  const { clocks, audit, words } = await readTicket(stage, id);
  tell.quote(clocks.contact.sentence);
  tell.quote(clocks.rectify.sentence);
  expectThat(audit.intact && audit.steps.length === 1, 'the audit chain is whole', audit);
  expectThat(words !== null, 'the handler reads the resident’s words', words);
  tell.pass(
    '期限逐日说明，办理记录校验通过',
    'the deadline is explained day by day, the audit chain is intact',
  );
  const stranger = { by: 'handler-keqiao-shichang', at: { id } };
  await stage.showRefusal('readTicket', stranger, '404 ticket_unknown');
  tell.pass('其他部门无权查看', 'another department cannot view it');
};

/** 回执: the same ticket as the resident sees it. */
export const playReceipt = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('评价人查询办理进度', 'The rater follows the receipt');
  const receipt = receiptOf(findBad(stage, 'app'));
  const view = await stage.play('readReceipt', { at: { receipt } });
  const { ticket, rating } = view;
  expectThat(ticket?.state === 'open', 'the receipt shows the open ticket', ticket);
  tell.quote(`${view.matter ?? ''} · ${rating.name} · ${ticket?.name ?? ''}`);
  tell.quote(ticket?.rectify.sentence ?? '');
  const guessed = `${receipt.slice(0, -1)}${receipt.endsWith('A') ? 'B' : 'A'}`;
  await stage.showRefusal('readReceipt', { at: { receipt: guessed } }, '404 receipt_unknown');
  tell.pass('回执编号无法猜测', 'a receipt cannot be guessed');
};
