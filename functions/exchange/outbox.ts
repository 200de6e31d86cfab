import * as z from 'zod/mini';

import { outboxStates, recordId } from '../../shared/domain/exchange/case-report.ts';
import { wellSince } from '../../shared/domain/exchange/center-health.ts';
import { wantedOf } from '../../shared/domain/exchange/plan.ts';
import { pathParameter } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readQuery } from '../../shared/http/query.ts';
import { canReach, requireKnown } from '../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';
import { caseDossier } from './record/case-dossier.ts';
import type { CaseDossierDeps } from './record/case-dossier.ts';
import { entryView, healthView, recordView } from './record/record-view.ts';

export interface OutboxDeps extends CaseDossierDeps {
  readonly now: Now;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly reports: Pick<ReportStore, 'file' | 'listed'>;
  readonly center: Pick<CenterStore, 'health'>;
}

const showRoute = 'GET /v1/reports/outbox/{projectNo}';

const Asked = z.object({
  state: z._default(z.enum(outboxStates), 'stuck'),
  ...pageAsked,
});

/**
 * Lists the outbox of the whole city. A page is filtered by what the caller may see, so it may be
 * short.
 */
const listOutbox = async (
  request: HttpRequest,
  staff: Staff,
  deps: OutboxDeps,
): Promise<Answer> => {
  const { state, ...page } = readQuery(Asked, request);
  const [{ items, cursor }, health = wellSince] = await Promise.all([
    readPage(() => deps.reports.listed(state, page)),
    deps.center.health(),
  ]);
  const seen = items.filter(({ area }) => canReach(staff, area));
  return {
    status: 200,
    body: {
      center: healthView(health, deps.now()),
      entries: seen.map(entryView),
      cursor: cursor ?? null,
    },
  };
};

const showReports = async (
  request: HttpRequest,
  staff: Staff,
  deps: OutboxDeps,
): Promise<Answer> => {
  const projectNo = pathParameter(request, 'projectNo');
  // Out of reach costs no more than unknown, so that nobody learns from the time taken.
  const seen = await deps.cases.find(projectNo);
  if (seen === undefined) throw new Problem('case_unknown');
  requireKnown(staff, seen.area, 'case_unknown');
  const [file, { records, outbox }] = await Promise.all([
    caseDossier(projectNo, deps),
    deps.reports.file(projectNo),
  ]);
  if (file === undefined) throw new Problem('case_unknown');
  const known = new Set(records.map(({ ref }) => recordId(ref)));
  const wanted = wantedOf(file).map(({ ref }) => recordId(ref));
  return {
    status: 200,
    body: {
      projectNo,
      outbox: outbox === undefined ? null : entryView(outbox),
      records: records.map(recordView),
      unsent: wanted.filter((id) => !known.has(id)),
    },
  };
};

/**
 * `GET /v1/reports/outbox`: lists cases that are stuck or wait for their next attempt. `GET
 * /v1/reports/outbox/{projectNo}`: returns every record of a case with the center's answer.
 */
export const showOutbox =
  (deps: OutboxDeps): StaffHandler =>
  async (request, staff) => {
    const answer = request.routeKey === showRoute ? showReports : listOutbox;
    return answer(request, staff, deps);
  };
