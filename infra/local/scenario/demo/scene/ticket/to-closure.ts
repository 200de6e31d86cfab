import { uploadEvidence } from '../../../player/evidence.ts';
import { expectThat } from '../../../player/expectation.ts';
import {
  approve,
  find,
  recordNoAnswer,
  recordReached,
  sendBack,
  submit,
} from '../../../player/staff-action.ts';
import { handler as by, head, supervisor } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';
import { makeRecordFile, rereadEvidence, showWrongEvidence } from './evidence.ts';
import {
  findBad,
  performAction,
  readTicket,
  receiptOf,
  showRefusedAction,
  ticketOf,
} from './ticket.ts';

const answer = '您反映的情况属实：窗口未一次性告知。我局已修订告知单并逐岗培训，向您致歉。';

const makeSubmission = (evidence: string[]) => ({
  ...submit('修订一次性告知单，窗口全员培训并现场抽查。', answer),
  evidence,
});

const callResident = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const finding = find('reasonable_now', 'guide', '告知单缺一项材料。');
  await performAction(stage, { ticketId, by, action: finding });
  const early = { ticketId, by, action: makeSubmission([]) };
  await showRefusedAction(stage, early, '422 contact_missing');
  tell.pass('未回访不得提交', 'nothing can be submitted before the rater was contacted');
  await performAction(stage, { ticketId, by, action: recordNoAnswer });
  const reached = recordReached('已致歉，听取具体经过。');
  await performAction(stage, { ticketId, by, action: reached });
  const { contacts, assignee } = await readTicket(stage, ticketId);
  expectThat(contacts.length === 2 && assignee === by, 'both attempts are on file', contacts);
};

const showWrongReviews = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const action = approve();
  await showRefusedAction(stage, { ticketId, by: head, action }, '403 own_department');
  tell.pass('不得审核本部门的工单', 'a department cannot review itself');
  const { version } = await readTicket(stage, ticketId);
  const old = { ticketId, by: supervisor, action, version: version - 1 };
  await showRefusedAction(stage, old, '409 stale_version');
  tell.pass('按旧版本操作被拒绝', 'an action on a stale version is refused');
};

const reviewTicket = async (stage: Stage, ticketId: string, evidence: string[]): Promise<void> => {
  const { tell } = stage;
  const review = { ticketId, by: supervisor };
  const note = '请附培训签到记录。';
  const returned = await performAction(stage, { ...review, action: sendBack(note) });
  expectThat(returned.state === 'rectifying', 'sent back', returned.state);
  const { clocks, returns } = await readTicket(stage, ticketId);
  expectThat(returns === 1, 'returned once', returns);
  tell.quote(clocks.rectify.sentence);
  tell.pass('退回重办，期限为短期限', 'sent back, with the short clock');
  const file = makeRecordFile('Attendance list of the training, signed.');
  const proof = await uploadEvidence(stage, { by, ticketId, file });
  await performAction(stage, { ticketId, by, action: makeSubmission([...evidence, proof]) });
  const closed = await performAction(stage, { ...review, action: approve() });
  expectThat(closed.state === 'closed', 'closed', closed.state);
  tell.pass('闭环审核通过，工单已办结', 'the review was passed: closed');
};

/** 承办与闭环审核: what the handler and the supervisor may do, and what they may not. */
export const playToClosure = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('从回访到闭环', 'From the first call to closure');
  tell.say('承办人办理评价器上的那条差评。', 'The handler works on the bad rating from the pad.');
  const rated = findBad(stage, 'pad');
  const receipt = receiptOf(rated);
  const ticketId = ticketOf(rated);
  await callResident(stage, ticketId);
  await showWrongEvidence(stage, ticketId);
  const file = makeRecordFile('Revised notice, in force at every window.');
  const evidence = await uploadEvidence(stage, { by, ticketId, file });
  await performAction(stage, { ticketId, by, action: makeSubmission([evidence]) });
  await rereadEvidence(stage, evidence, file);
  const { ticket } = await stage.play('readReceipt', { at: { receipt } });
  expectThat(ticket?.answer === null, 'no answer before its review', ticket?.answer);
  await showWrongReviews(stage, ticketId);
  await reviewTicket(stage, ticketId, [evidence]);
  const { audit } = await readTicket(stage, ticketId);
  expectThat(audit.intact, 'the audit chain is whole', audit.intact);
  tell.pass(
    `${audit.steps.length} 条办理记录校验通过`,
    `${audit.steps.length} audit steps verified`,
  );
};
