import { FollowUpReceipt, ReceiptView } from '../../../../../../events/rating/receipt-view.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import type { Stage } from '../../stage.ts';
import { badBy } from './ticket.ts';

/** 追评: the resident reads the answer and has the last word, once. */
export const followUp = async (stage: Stage): Promise<void> => {
  const { tell, client } = stage;
  tell.scene('评价人查看整改反馈并追评', 'The rater reads the answer and gives a follow-up rating');
  const { receipt } = badBy(stage, 'pad');
  const path = `/v1/receipts/${receipt}`;
  const { ticket } = expectBody(await client.open().get(path), 200, ReceiptView);
  expectThat(ticket?.state === 'closed' && ticket.answer !== null, 'the answer is there', ticket);
  tell.quote(`整改反馈 ${ticket?.answer ?? ''}`);
  for (const { name, at } of ticket?.stages ?? []) tell.quote(`${name} ${at ?? '—'}`);
  const words = { level: 'satisfied', tags: ['413'], text: '这次说得很清楚。' } as const;
  const postAppend = (said: object) => client.open().post(`${path}/append`, said);
  const first = expectBody(await postAppend(words), 201, FollowUpReceipt);
  expectThat(!first.reopened && !first.repeated, 'a good follow-up reopens nothing', first);
  const again = expectBody(await postAppend(words), 200, FollowUpReceipt);
  expectThat(again.repeated && again.receipt === first.receipt, 'a repeat is the same', again);
  const other = await postAppend({ ...words, level: 'very_satisfied', tags: ['510'] });
  tell.quote(inShort(expectProblem(other, 409, 'append_used')));
  tell.pass('追评满意，限追评1次', 'a good follow-up, once');
};
