import { contestKeyOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { involvedIn } from '../../../shared/domain/rating/contest/involved.ts';
import type { Involved } from '../../../shared/domain/rating/contest/involved.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { insideRefusal } from '../../../shared/domain/ticket/authorization/authorization.ts';
import { ticketIdOf } from '../../../shared/domain/ticket/ticket.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import type { HttpRequest } from '../../../shared/http/edge.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { canReach } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { TicketFiles } from '../../../shared/port/evidence/store.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import type { RatingStore } from '../../../shared/port/rating/store.ts';
import type { TicketStore } from '../../../shared/port/ticket/store.ts';

export interface ContestedDeps {
  readonly contests: Pick<ContestStore, 'find'>;
  readonly ratings: Pick<RatingStore, 'find'>;
  readonly tickets: Pick<TicketStore, 'find' | 'steps'>;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly evidence: TicketFiles;
}

/** A contest with the rating that it is about, and who may not rule on it. */
export interface Contested {
  readonly contest: Contest;
  readonly first: Rating;
  readonly ticket: Ticket | undefined;
  /** When the latest step of the ticket was taken. */
  readonly lastStepAt: Instant | undefined;
  readonly involved: Involved;
}

const requireFound = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Problem(contestProblems.contest_unknown);
  return found;
};

/** Reads a contest with everything that decides who may see it. @throws Problem for an unknown one */
export const contestedBy = async (id: string, deps: ContestedDeps): Promise<Contested> => {
  const contest = requireFound(await deps.contests.find(requireFound(contestKeyOf(id))));
  const { projectNo, serviceNumber } = contest;
  const key = { projectNo, serviceNumber };
  const ticketId = ticketIdOf(key);
  const [first, ticket, steps, files, handled] = await Promise.all([
    deps.ratings.find({ ...key, assessNumber: 1 }),
    deps.tickets.find(ticketId),
    deps.tickets.steps(ticketId),
    deps.evidence.ofTicket(ticketId),
    deps.cases.find(projectNo),
  ]);
  const rating = requireFound(first);
  return {
    contest,
    first: rating,
    ticket,
    lastStepAt: steps.at(-1)?.at,
    involved: involvedIn({ ratings: [rating], handled }, { ticket, steps, files }),
  };
};

/** Whether the person is none of the departments and persons concerned by a contest that there is. */
export const isOutside = async (
  contestId: string,
  staff: Staff,
  deps: ContestedDeps,
): Promise<boolean> =>
  insideRefusal((await contestedBy(contestId, deps)).involved, staff) === undefined;

/**
 * Returns the contest of the path. Out of reach, and to departments and persons concerned, it is
 * answered as if it were not there.
 */
export const requireOutside = async (
  request: HttpRequest,
  staff: Staff,
  deps: ContestedDeps,
): Promise<Contested> => {
  const contested = await contestedBy(pathParameter(request, 'id'), deps);
  const isInside = insideRefusal(contested.involved, staff) !== undefined;
  if (isInside || !canReach(staff, contested.contest.area)) {
    throw new Problem(contestProblems.contest_unknown);
  }
  return contested;
};
