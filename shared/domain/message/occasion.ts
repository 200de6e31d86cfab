/** The changes of cases, ratings and tickets on which a message is planned. */
import { finishedAt } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import type { ContestOutcome } from '../rating/contest/contest-state.ts';
import type { Contest } from '../rating/contest/contest.ts';
import type { Rating } from '../rating/rating.ts';
import type { ClaimKind } from '../ticket/claim-kind.ts';
import type { Step } from '../ticket/step/step.ts';
import { generationOf, projectNoOf, serviceNumberOf } from '../ticket/ticket.ts';
import type { MessageKind } from './kind.ts';
import type { Subject } from './subject.ts';

const granted = {
  invalid: 'dismissed',
  hardship: 'hardship',
  extension: 'extended',
} as const satisfies Record<ClaimKind, MessageKind>;

/** Nothing is told of a request that was refused: it changes nothing for the resident. */
export const kindsOfStep = (step: Step): readonly MessageKind[] => {
  if (step.type === 'opened') return ['receipt'];
  if (step.type === 'ruled') return step.facts.granted ? [granted[step.facts.claim]] : [];
  if (step.type !== 'approved') return [];
  return step.facts.appendUntil === undefined ? ['answered'] : ['answered', 'follow_up_ending'];
};

/** Ids of tickets are those of their contacts, with the generation of the rating. */
const ratedBy = (ticketId: string): Omit<Subject, 'type' | 'mark'> => ({
  projectNo: projectNoOf(ticketId),
  serviceNumber: serviceNumberOf(ticketId),
  generation: generationOf(ticketId),
});

export const subjectsOfStep = (step: Step): readonly Subject[] =>
  kindsOfStep(step).map((type) => ({ type, ...ratedBy(step.ticketId), mark: step.number }));

const ruledKinds = {
  upheld: 'contest_upheld',
  rejected: 'contest_rejected',
  neither: 'contest_neither',
} as const satisfies Record<ContestOutcome, MessageKind>;

/**
 * Returns what the applicant is told of a contest: that it was received, and once it is ruled on which
 * of the two ratings counts, with its receipt, or that none does. The ticket of a bad one in the place
 * of the first tells of itself.
 */
export const subjectOfContest = (
  before: Pick<Contest, 'state'> | undefined,
  { state, projectNo, serviceNumber, number: mark }: Contest,
): Subject | undefined => {
  const about = { projectNo, serviceNumber, mark };
  if (before === undefined) return { type: 'contest_received', ...about };
  if (before.state !== 'open' || state === 'open') return undefined;
  return state === 'upheld'
    ? { type: ruledKinds[state], ...about, generation: 2 }
    : { type: ruledKinds[state], ...about };
};

/**
 * Returns the invitation to rate a case that was just finished. One message is enough for a case:
 * it asks for the last contact, whose rating can speak of the whole.
 */
export const subjectOfCase = (before: Case | undefined, after: Case): Subject | undefined => {
  const isNews = finishedAt(after) !== undefined && (before && finishedAt(before)) === undefined;
  const last = after.contacts.at(-1);
  if (!isNews || last === undefined) return undefined;
  return {
    type: 'invitation',
    projectNo: after.projectNo,
    serviceNumber: last.serviceNumber,
  };
};

/**
 * Returns the receipt of a rating that staff entered: it is the resident's, and no member of staff
 * is given it. Who gave no such rating learns of it by this message.
 */
export const subjectOfRating = (rating: Rating): Subject | undefined => {
  if (rating.proof !== 'staff_entered') return undefined;
  const { projectNo, serviceNumber } = rating;
  return { type: 'entered', projectNo, serviceNumber };
};
