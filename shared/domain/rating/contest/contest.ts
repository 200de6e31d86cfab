/**
 * 评价异议: somebody with a valid link to a contact that another person rated says that it was not
 * they who rated. Persons outside the department call the applicant back and rule on it.
 */
import type { contactOutcomes } from '../../ticket/terms.ts';
import type { Term } from '../../time/deadline.ts';
import type { Instant } from '../../time/instant.ts';
import type { Channel } from '../channel.ts';
import type { Provenance } from '../proof/provenance.ts';
import { isVoided } from './contest-state.ts';
import type { ContestOutcome, ContestState } from './contest-state.ts';

/** What an applicant who was reached says of the two ratings. */
export const callBackAnswers = [
  'contest_is_own', // 异议中的评价是本人作出
  'first_is_own', // 原评价是本人作出
  'neither', // 两次均非本人作出
  'unclear', // 未能说明
] as const;
export type CallBackAnswer = (typeof callBackAnswers)[number];

/** 回访 of a contested rating: one attempt to reach the applicant. */
export interface CallBack {
  readonly at: Instant;
  /** Staff id. */
  readonly by: string;
  readonly outcome: (typeof contactOutcomes)[number];
  /** Only of an applicant who was reached. */
  readonly answer?: CallBackAnswer | undefined;
  /** What was said, encrypted. */
  readonly sealedNote?: string | undefined;
}

/** One look at name and number of the applicant. */
export interface ContestLook {
  readonly at: Instant;
  readonly by: string;
  readonly sealedReason: string;
}

export interface ContestRuling {
  readonly outcome: ContestOutcome;
  /** Staff id of who proposed it. */
  readonly by: string;
  readonly confirmedBy: string;
  readonly at: Instant;
  readonly sealedReason: string;
}

export interface ContestKey {
  readonly projectNo: string;
  readonly serviceNumber: number;
  /** From 1: after one that was rejected, another person may contest again. */
  readonly number: number;
}

export interface Contest extends ContestKey, Provenance {
  /** Of the case, when it was contested. */
  readonly area: string;
  /** The department that was rated. */
  readonly creditCode: string;
  readonly channel: Channel;
  /** Keyed digest of the link and the random reference of the page: who contests. */
  readonly sender: string;
  /** Keyed digest of the link alone. */
  readonly credential?: string | undefined;
  readonly fingerprint: string;
  /** The second rating and the statement, encrypted with the field key. */
  readonly sealed: string;
  readonly at: Instant;
  /** The term in force when it was contested. */
  readonly term: Term;
  readonly state: ContestState;
  readonly callBacks: readonly CallBack[];
  readonly looks: readonly ContestLook[];
  readonly ruling?: ContestRuling | undefined;
  readonly version: number;
}

/** How often a contact can be contested, one after the other. */
const mostContests = 3;

/**
 * How many senders may contest over one link: a person has few devices. It counts what came over that
 * link alone, so that it is reached at the same time whatever others do over theirs.
 */
export const mostContestsOfLink = 5;

/** Whether no contest is taken any more: the first rating is void, or the last of all was rejected. */
export const isContestClosed = (contests: readonly Pick<Contest, 'state'>[]): boolean => {
  const last = contests.at(-1)?.state;
  return isVoided(last) || (last === 'rejected' && contests.length >= mostContests);
};

export const contestIdOf = ({ projectNo, serviceNumber, number }: ContestKey): string =>
  `${projectNo}-${serviceNumber}c${number}`;

const idForm = /^(\d{21})-(\d{1,2})c([1-9])$/;

/** Returns undefined for what is no id of a contest. */
export const contestKeyOf = (id: string): ContestKey | undefined => {
  const [, projectNo, serviceNumber, number] = idForm.exec(id) ?? [];
  return projectNo === undefined
    ? undefined
    : { projectNo, serviceNumber: Number(serviceNumber), number: Number(number) };
};
