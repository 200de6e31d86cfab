import { ReceiptView } from '../../../../../../events/rating/receipt-view.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import { handler, head, supervisor } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { makeRecordFile, rereadEvidence, uploadEvidence, wrongEvidence } from './evidence.ts';
import { performAction, attemptAction, badBy, fileOf, ticketOf } from './ticket.ts';
import type { Deed } from './ticket.ts';

const answer = '您反映的情况属实：窗口未一次性告知。我局已修订告知单并逐岗培训，向您致歉。';

const makeSubmission = (evidence: string[]): Deed => ({
  type: 'submit',
  result: 'rectified',
  measure: '修订一次性告知单，窗口全员培训并现场抽查。',
  answer,
  evidence,
});

const callResident = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const by = handler;
  await performAction(stage, {
    ticketId,
    by,
    deed: { type: 'find', kind: 'reasonable_now', cause: 'guide', note: '告知单缺一项材料。' },
  });
  const early = await attemptAction(stage, { ticketId, by, deed: makeSubmission([]) });
  tell.quote(inShort(expectProblem(early, 422, 'contact_missing')));
  tell.pass('未回访不得提交', 'nothing can be submitted before the rater was contacted');
  const phone = { type: 'recordContact', way: 'phone' } as const;
  await performAction(stage, { ticketId, by, deed: { ...phone, outcome: 'no_answer' } });
  const note = '已致歉，听取具体经过。';
  await performAction(stage, { ticketId, by, deed: { ...phone, outcome: 'reached', note } });
  const { contacts, assignee } = await fileOf(stage, ticketId);
  expectThat(contacts.length === 2 && assignee === handler, 'both attempts are on file', contacts);
};

const reviewTicket = async (stage: Stage, ticketId: string, evidence: string[]): Promise<void> => {
  const { tell } = stage;
  const approve: Deed = { type: 'approve' };
  const own = await attemptAction(stage, { ticketId, by: head, deed: approve });
  tell.quote(inShort(expectProblem(own, 403, 'own_department')));
  tell.pass('不得审核本部门的工单', 'a department cannot review itself');
  const { version } = await fileOf(stage, ticketId);
  const old = { ticketId, by: supervisor, deed: approve, version: version - 1 };
  tell.quote(inShort(expectProblem(await attemptAction(stage, old), 409, 'stale_version')));
  tell.pass('按旧版本操作被拒绝', 'an action on a stale version is refused');
  const note = '请附培训签到记录。';
  const returned = await performAction(stage, {
    ticketId,
    by: supervisor,
    deed: { type: 'return', note },
  });
  expectThat(returned.state === 'rectifying', 'sent back', returned.state);
  const { clocks, returns } = await fileOf(stage, ticketId);
  expectThat(returns === 1, 'returned once', returns);
  tell.quote(clocks.rectify.sentence);
  tell.pass('退回重办，期限为短期限', 'sent back, with the short clock');
  const proof = await uploadEvidence(
    stage,
    ticketId,
    makeRecordFile('Attendance list of the training, signed.'),
  );
  await performAction(stage, { ticketId, by: handler, deed: makeSubmission([...evidence, proof]) });
  const closed = await performAction(stage, { ticketId, by: supervisor, deed: approve });
  expectThat(closed.state === 'closed', 'closed', closed.state);
  tell.pass('闭环审核通过，工单已办结', 'the review was passed: closed');
};

/** 承办与闭环审核: what the handler and the supervisor do, and what they may not. */
export const toClosure = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('从回访到闭环', 'From the first call to closure');
  tell.say('承办人办理评价器上的那条差评。', 'The handler works on the bad rating from the pad.');
  const rated = badBy(stage, 'pad');
  const ticketId = ticketOf(rated);
  await callResident(stage, ticketId);
  await wrongEvidence(stage, ticketId);
  const file = makeRecordFile('Revised notice, in force at every window.');
  const evidence = [await uploadEvidence(stage, ticketId, file)];
  await performAction(stage, { ticketId, by: handler, deed: makeSubmission(evidence) });
  await rereadEvidence(stage, evidence[0] ?? '', file);
  const pending = await stage.client.open().get(`/v1/receipts/${rated.receipt}`);
  const { ticket } = expectBody(pending, 200, ReceiptView);
  expectThat(ticket?.answer === null, 'no answer before its review', ticket?.answer);
  await reviewTicket(stage, ticketId, evidence);
  const { audit } = await fileOf(stage, ticketId);
  expectThat(audit.intact, 'the audit chain is whole', audit.intact);
  tell.pass(
    `${audit.steps.length} 条办理记录校验通过`,
    `${audit.steps.length} audit steps verified`,
  );
};
