import { PeriodSubmission } from '../../events/period/view.ts';
import type { PeriodSubmitted } from '../../events/period/view.ts';
import { decideSubmit } from '../../shared/domain/period/edition.ts';
import type { SubmitRefusal } from '../../shared/domain/period/edition.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpRequest } from '../../shared/http/edge.ts';
import { reportProblems } from '../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { editionView } from './answer.ts';
import { keptEdition, periodInPath } from './period-in-path.ts';
import { sendEdition } from './send-edition.ts';
import type { SendEditionDeps } from './send-edition.ts';

export interface SubmitDeps extends SendEditionDeps {}

const problemOf = {
  same_person: 'same_person',
  draft_differs: reportProblems.draft_differs,
  change_requested: reportProblems.period_change_requested,
} as const satisfies Record<SubmitRefusal, ConstructorParameters<typeof Problem>[0]>;

/** Without a body, the current draft is submitted. */
const submissionIn = (request: HttpRequest): PeriodSubmission =>
  (request.body ?? '') === '' ? {} : readBody(request, PeriodSubmission);

/**
 * `POST /v1/reports/{period}/submit`: a second person freezes the draft, and it is sent to the
 * center. The edition is stored as submitted first. Whatever happens on the way to the center, this
 * call or the daily run sends the same bytes again until there is an answer.
 */
export const submitPeriod =
  (deps: SubmitDeps): StaffHandler =>
  async (request, staff) => {
    const { digest } = submissionIn(request);
    const { edition: newest, text } = await keptEdition(deps.periods, periodInPath(request));
    const decision = decideSubmit(newest, { digest, by: staff.id, at: deps.now() });
    if (!decision.ok) throw new Problem(problemOf[decision.reason]);
    const { changed, edition } = decision;
    if (changed && (await deps.periods.save(edition)) === 'conflict') throw new Problem('busy');
    const stands =
      edition.state === 'submitted' ? await sendEdition({ edition, text }, deps) : edition;
    const body: PeriodSubmitted = { changed, ...editionView(stands) };
    return { status: stands.state === 'submitted' ? 202 : 200, body };
  };
