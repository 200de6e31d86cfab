import { randomUUID } from 'node:crypto';

import { expectThat } from '../../../player/expectation.ts';
import type { Stage } from '../../stage.ts';
import { findBad, receiptOf } from './ticket.ts';

/** 追评: the resident reads the answer and rates it, once. */
export const playFollowUp = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('评价人查看整改反馈并追评', 'The rater reads the answer and gives a follow-up rating');
  const at = { receipt: receiptOf(findBad(stage, 'pad')) };
  const { ticket } = await stage.play('readReceipt', { at });
  expectThat(ticket?.state === 'closed' && ticket.answer !== null, 'the answer is there', ticket);
  tell.quote(`整改反馈 ${ticket?.answer ?? ''}`);
  for (const { name, at: reachedAt } of ticket?.stages ?? []) {
    tell.quote(`${name} ${reachedAt ?? '—'}`);
  }
  const words = { level: 'satisfied', tags: ['413'], text: '这次说得很清楚。' };
  const body = { ...words, clientRef: randomUUID() };
  const first = await stage.play('followUp', { at, body });
  expectThat(!first.reopened && !first.repeated, 'a good follow-up reopens nothing', first);
  const again = await stage.repeat('followUp', { at, body });
  expectThat(again.repeated && again.receipt === first.receipt, 'a repeat is the same', again);
  const other = { ...words, clientRef: randomUUID() };
  await stage.showRefusal('followUp', { at, body: other }, '409 append_used');
  tell.pass('追评满意，限追评1次', 'a good follow-up, once');
};
