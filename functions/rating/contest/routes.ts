import type { ProposeDeps } from '../../../shared/http/access/propose.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import { proposeContestRuling } from './propose-ruling.ts';
import { listContests, recordContestCallBack, showContest, unmaskForContest } from './review.ts';
import type { ReviewDeps } from './review.ts';

/** The calls of those who review contested ratings. */
export const contestRoutes = (deps: ReviewDeps & ProposeDeps) =>
  ({
    'GET /v1/contests': listContests(deps),
    'GET /v1/contests/{id}': showContest(deps),
    'POST /v1/contests/{id}/call-back': recordContestCallBack(deps),
    'POST /v1/contests/{id}/unmask': unmaskForContest(deps),
    'POST /v1/contests/{id}/ruling': proposeContestRuling(deps),
  }) as const satisfies Readonly<Record<string, StaffHandler>>;
