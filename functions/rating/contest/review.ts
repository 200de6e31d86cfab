import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import { ContestCallBack, ContestUnmask } from '../../../events/rating/contest.ts';
import { mapConcurrent } from '../../../shared/concurrency.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import type { Contest } from '../../../shared/domain/rating/contest/contest.ts';
import { recordCallBack, recordLook } from '../../../shared/domain/rating/contest/review.ts';
import { isErased } from '../../../shared/domain/text/erased.ts';
import { insideRefusal } from '../../../shared/domain/ticket/authorization/authorization.ts';
import { readBody } from '../../../shared/http/body.ts';
import { languageOf } from '../../../shared/http/edge.ts';
import { readWithin } from '../../../shared/http/oversight/over-areas.ts';
import { pageAsked } from '../../../shared/http/paging.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { Now } from '../../../shared/port/clock.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { ContestStore } from '../../../shared/port/rating/contest-store.ts';
import { namedApplicant } from '../../ticket/unmask.ts';
import { isOutside, requireOutside } from './outside.ts';
import type { ContestedDeps } from './outside.ts';
import { contestPlace } from './sealed-words.ts';
import { contestFile, contestRow } from './view.ts';
import type { ContestFileDeps } from './view.ts';

export interface ReviewDeps extends ContestedDeps, ContestFileDeps {
  readonly now: Now;
  readonly cases: CaseStore;
  readonly contests: Pick<ContestStore, 'find' | 'save' | 'listed'>;
  readonly places: Pick<Places, 'now'>;
}

const Asked = z.object({
  state: z._default(z.enum(['open', 'ended']), 'open'),
  area: z.optional(Area),
  ...pageAsked,
});

/** Whether the rated department is another one; everything else is checked with each contest shown. */
const isOfOthers = (staff: Staff, { creditCode }: Contest): boolean =>
  insideRefusal({ departments: [creditCode], workers: [] }, staff) === undefined;

/** How many contests of a list are read at once with everything that decides who may see them. */
const readAtOnce = 5;

/**
 * `GET /v1/contests`: lists the contests that do not concern the person, the oldest first in each area.
 */
export const listContests =
  (deps: ReviewDeps): StaffHandler =>
  async (request, staff) => {
    const { state, ...asked } = readQuery(Asked, request);
    const only = (contest: Contest): boolean => isOfOthers(staff, contest);
    const within = { staff, places: deps.places };
    const { items, cursor } = await readWithin(asked, within, (area, page) =>
      deps.contests.listed({ area, state }, { ...page, only }),
    );
    const outside = await mapConcurrent(items, readAtOnce, (contest) =>
      isOutside(contestIdOf(contest), staff, deps),
    );
    const shown = items.filter((_contest, index) => outside[index]);
    const contests = await Promise.all(shown.map((contest) => contestRow(contest, deps)));
    return { status: 200, body: { contests, cursor: cursor ?? null } };
  };

/** `GET /v1/contests/{id}`: returns everything that those who review need. */
export const showContest =
  (deps: ReviewDeps): StaffHandler =>
  async (request, staff) => {
    const contested = await requireOutside(request, staff, deps);
    if (isErased(contested.contest.sealed)) throw new Problem(contestProblems.contest_erased);
    return { status: 200, body: await contestFile(contested, languageOf(request), deps) };
  };

type Decided = ReturnType<typeof recordCallBack>;

const saveDecided = async (decided: Decided, { contests }: ReviewDeps): Promise<Contest> => {
  if (!decided.ok) throw new Problem(contestProblems[decided.reason]);
  if ((await contests.save(decided.next)) === 'conflict') throw new Problem('busy');
  return decided.next;
};

/** `POST /v1/contests/{id}/call-back`: records an attempt to reach the applicant. */
export const recordContestCallBack =
  (deps: ReviewDeps): StaffHandler =>
  async (request, staff) => {
    const { note, ...said } = readBody(request, ContestCallBack);
    const contested = await requireOutside(request, staff, deps);
    const { contest } = contested;
    const sealedNote = note && (await deps.keys.encrypt(note, contestPlace(contest)));
    const callBack = { at: deps.now(), by: staff.id, ...said, sealedNote };
    const next = await saveDecided(recordCallBack(contest, callBack), deps);
    const body = await contestFile({ ...contested, contest: next }, languageOf(request), deps);
    return { status: 200, body, about: { contestId: contestIdOf(next) } };
  };

/**
 * `POST /v1/contests/{id}/unmask`: shows name and number of the applicant, while the duty to call
 * back runs. The look is recorded with its reason before anything is shown.
 */
export const unmaskForContest =
  (deps: ReviewDeps): StaffHandler =>
  async (request, staff) => {
    const { reason } = readBody(request, ContestUnmask);
    const { contest, first } = await requireOutside(request, staff, deps);
    const sealedReason = await deps.keys.encrypt(reason, contestPlace(contest));
    const look = { at: deps.now(), by: staff.id, sealedReason };
    await saveDecided(recordLook(contest, look), deps);
    const { projectNo, receivedAt: ratedAt } = first;
    return { status: 200, body: await namedApplicant({ projectNo, ratedAt }, deps) };
  };
