import { ReceiptView } from '../../../../../../events/rating/receipt-view.ts';
import { expectBody, expectThat, inShort, expectProblem } from '../../expectation.ts';
import { handler, head } from '../../fresh-case.ts';
import type { Stage } from '../../stage.ts';
import { makeRecordFile, uploadEvidence } from './evidence.ts';
import { performAction, attemptAction, badBy, fileOf, ticketOf } from './ticket.ts';
import type { Deed } from './ticket.ts';

const reason = '录音显示评价对象为另一部门，评价人已确认。';

const askDismissal = async (stage: Stage, ticketId: string): Promise<void> => {
  const { tell } = stage;
  const note = '评价人要评的是另一个部门，见通话记录。';
  const claim = { type: 'claimInvalid', grounds: 'mistaken', note } as const;
  const bare = await attemptAction(stage, {
    ticketId,
    by: handler,
    deed: { ...claim, evidence: [] },
  });
  tell.quote(inShort(expectProblem(bare, 422, 'evidence_missing')));
  const evidence = [
    await uploadEvidence(stage, ticketId, makeRecordFile('Transcript of the call, as recorded.')),
  ];
  await performAction(stage, { ticketId, by: handler, deed: { ...claim, evidence } });
  const { state, clocks } = await fileOf(stage, ticketId);
  expectThat(state === 'dismissal_review', 'it waits for its ruling', state);
  // A clock that waits for its calendar stands still without a due moment.
  const isPaused = clocks.rectify.pausedAt !== undefined;
  expectThat(isPaused, 'the rectify clock stands still', clocks.rectify);
  tell.quote(clocks.rectify.sentence);
  tell.pass('申请须附佐证，审核期间整改时限暂停', 'asked with evidence; the rectify clock pauses');
};

/** 不予采纳: asked for by the department, ruled on by a person outside it. */
export const playDismissal = async (stage: Stage): Promise<void> => {
  const { tell, client } = stage;
  tell.scene('差评申诉', 'An appeal against a rating');
  const rated = badBy(stage, 'hotline');
  const ticketId = ticketOf(rated);
  await askDismissal(stage, ticketId);
  const grant: Deed = { type: 'rule', claim: 'invalid', grant: true, note: reason };
  const same = await attemptAction(stage, { ticketId, by: handler, deed: grant });
  tell.quote(inShort(expectProblem(same, 403, 'role_missing')));
  const own = await attemptAction(stage, { ticketId, by: head, deed: grant });
  tell.quote(inShort(expectProblem(own, 403, 'own_department')));
  tell.pass(
    '申请人与本部门负责人都不能审核',
    'neither whoever asked nor the head of the department may rule',
  );
  const ruled = await performAction(stage, { ticketId, by: 'reviewer', deed: grant });
  expectThat(ruled.state === 'dismissed', 'dismissed by the reviewer', ruled.state);
  const view = await client.open().get(`/v1/receipts/${rated.receipt}`);
  const { rating, ticket } = expectBody(view, 200, ReceiptView);
  expectThat(rating.level === 'dissatisfied', 'the rating stays as it was given', rating.level);
  expectThat(ticket?.dismissal?.reason === reason, 'the resident reads the reason', ticket);
  tell.quote(`${rating.name} · ${ticket?.name ?? ''} · ${ticket?.dismissal?.reason ?? ''}`);
  tell.pass('评价保留，评价人可查看理由', 'the rating stays; the rater can read the reason');
};
