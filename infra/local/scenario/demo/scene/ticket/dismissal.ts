import { uploadEvidence } from '../../../player/evidence.ts';
import { expectThat } from '../../../player/expectation.ts';
import { claimMistaken, grantClaim, recordReached } from '../../../player/staff-action.ts';
import { handler as by, head } from '../../case-maker.ts';
import type { Stage } from '../../stage.ts';
import { makeRecordFile } from './evidence.ts';
import { findBad, performAction, readTicket, showRefusedAction, ticketOf } from './ticket.ts';

const reason = '录音显示评价对象为另一部门，评价人已确认。';

const requestDismissal = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const claim = claimMistaken('评价人要评的是另一个部门，见通话记录。');
  const bare = { ticketId, by, action: { ...claim, evidence: [] } };
  await showRefusedAction(stage, bare, '422 contact_missing');
  const call = recordReached('评价人说明要评的是另一个部门。');
  await performAction(stage, { ticketId, by, action: call });
  tell.pass('先回访评价人，后申诉', 'the rater is contacted before the department may appeal');
  await showRefusedAction(stage, bare, '422 evidence_missing');
  const file = makeRecordFile('Transcript of the call, as recorded.');
  const evidence = [await uploadEvidence(stage, { by, ticketId, file })];
  await performAction(stage, { ticketId, by, action: { ...claim, evidence } });
  const { state, clocks } = await readTicket(stage, ticketId);
  expectThat(state === 'dismissal_review', 'it waits for its ruling', state);
  // A clock that waits for a calendar is paused and has no due moment.
  const isPaused = clocks.rectify.pausedAt !== undefined;
  expectThat(isPaused, 'the rectify clock stands still', clocks.rectify);
  tell.quote(clocks.rectify.sentence);
  tell.pass('申请须附佐证，审核期间整改时限暂停', 'asked with evidence; the rectify clock pauses');
};

/** 不予采纳: the department requests it, and a person outside the department decides. */
export const playDismissal = async (stage: Stage): Promise<void> => {
  const { tell } = stage;
  tell.scene('差评申诉', 'An appeal against a rating');
  const ticketId = ticketOf(findBad(stage, 'hotline'));
  await requestDismissal(stage, ticketId);
  const action = grantClaim('invalid', reason);
  await showRefusedAction(stage, { ticketId, by, action }, '403 role_missing');
  await showRefusedAction(stage, { ticketId, by: head, action }, '403 own_department');
  tell.pass(
    '申请人与本部门负责人都不能审核',
    'neither whoever asked nor the head of the department may rule',
  );
  const { state } = await performAction(stage, { ticketId, by: 'reviewer', action });
  expectThat(state === 'dismissed', 'dismissed by the reviewer', state);
  const { level, stateName } = await readTicket(stage, ticketId);
  expectThat(level === 'dissatisfied', 'the rating stays as it was given', level);
  tell.quote(`${level} · ${stateName} · ${reason}`);
  tell.pass(
    '评价保留，评价人凭回执查看理由',
    'the rating stays; the rater reads the reason with the receipt',
  );
};
