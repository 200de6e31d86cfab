import { ContestRulingRequest } from '../../../events/rating/contest.ts';
import { countingArea } from '../../../shared/domain/area/area.ts';
import { contestIdOf } from '../../../shared/domain/rating/contest/contest.ts';
import { rulingRefusal } from '../../../shared/domain/rating/contest/review.ts';
import { answerProposed } from '../../../shared/http/access/propose.ts';
import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import { readBody } from '../../../shared/http/body.ts';
import { contestProblems } from '../../../shared/http/problem/contest.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { requireOutside } from './outside.ts';
import type { ContestedDeps } from './outside.ts';

/** `POST /v1/contests/{id}/ruling`: proposes a ruling, which another person outside confirms. */
export const proposeContestRuling =
  (deps: ContestedDeps & ProposeDeps): StaffHandler =>
  async (request, staff) => {
    const { outcome, reason } = readBody(request, ContestRulingRequest);
    const { contest, involved } = await requireOutside(request, staff, deps);
    const refusal = rulingRefusal(contest, outcome);
    if (refusal !== undefined) throw new Problem(contestProblems[refusal]);
    const proposal = {
      power: 'contest_ruling',
      contestId: contestIdOf(contest),
      outcome,
      reason,
      after: contest.version,
      departments: involved.departments,
      persons: involved.workers,
    } as const;
    return answerProposed({ proposal, area: countingArea(contest.area) }, staff, deps);
  };
