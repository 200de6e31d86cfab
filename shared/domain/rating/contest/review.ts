/** What persons outside the department do with a contest. Nothing is decided by one of them. */
import type { CallBack, Contest, ContestLook, ContestRuling } from './contest.ts';

export type ContestRefusal =
  | 'contest_ended' // it was ruled on
  | 'contest_not_called_back' // nobody tried to reach the applicant
  | 'contest_answer_missing' // the applicant did not say that the second rating is theirs
  | 'contest_answer_misplaced'; // an answer of somebody who was not reached, or none of one who was

type Review =
  | { readonly ok: true; readonly next: Contest }
  | { readonly ok: false; readonly reason: ContestRefusal };

const changed = (contest: Contest, more: Partial<Contest>): Review => ({
  ok: true,
  next: { ...contest, ...more, version: contest.version + 1 },
});

const whileOpen = (contest: Contest, more: Partial<Contest>): Review =>
  contest.state === 'open' ? changed(contest, more) : { ok: false, reason: 'contest_ended' };

/** Records an attempt to reach the applicant; one who was reached said something. */
export const recordCallBack = (contest: Contest, callBack: CallBack): Review => {
  const isReached = callBack.outcome === 'reached';
  return isReached === (callBack.answer !== undefined)
    ? whileOpen(contest, { callBacks: [...contest.callBacks, callBack] })
    : { ok: false, reason: 'contest_answer_misplaced' };
};

/** Records a look at the applicant's number, which is allowed while the duty to call back runs. */
export const recordLook = (contest: Contest, look: ContestLook): Review =>
  whileOpen(contest, { looks: [...contest.looks, look] });

const lastAnswer = ({ callBacks }: Contest): CallBack['answer'] =>
  callBacks.findLast(({ answer }) => answer !== undefined)?.answer;

/**
 * Returns why nobody can rule so. Only the applicant, who was reached, can say that the first rating
 * is not theirs and the second one is; that a rating stands may be ruled after an attempt.
 */
export const rulingRefusal = (contest: Contest, upheld: boolean): ContestRefusal | undefined => {
  if (contest.state !== 'open') return 'contest_ended';
  if (contest.callBacks.length === 0) return 'contest_not_called_back';
  return upheld && lastAnswer(contest) !== 'contest_is_own' ? 'contest_answer_missing' : undefined;
};

/** Ends a contest with what two persons ruled. */
export const ruleOnContest = (contest: Contest, ruling: ContestRuling): Review => {
  const reason = rulingRefusal(contest, ruling.upheld);
  return reason === undefined
    ? changed(contest, { state: ruling.upheld ? 'upheld' : 'rejected', ruling })
    : { ok: false, reason };
};

/** Whether these two persons ruled so before: a repeat of the same act. */
export const isRuledBy = (
  { ruling }: Contest,
  signed: Pick<ContestRuling, 'by' | 'confirmedBy' | 'at'>,
): boolean =>
  ruling?.by === signed.by && ruling.confirmedBy === signed.confirmedBy && ruling.at === signed.at;
