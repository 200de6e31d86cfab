import * as z from 'zod/mini';

import { AuditBreakSettlement } from '../../events/oversight/audit.ts';
import type {
  ActsBreakView,
  AuditBreakList,
  AuditBreakView,
} from '../../events/oversight/audit.ts';
import type { StaffRoute } from '../../events/roles.table.ts';
import { settleBreak } from '../../shared/domain/oversight/audit-break.ts';
import type { ActsBreak, AuditBreak } from '../../shared/domain/oversight/audit-break.ts';
import type { SettleOrder } from '../../shared/domain/oversight/work-item.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { Answer, HttpRequest } from '../../shared/http/edge.ts';
import { pageAsked, readPage } from '../../shared/http/paging.ts';
import { oversightProblems } from '../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../shared/http/problem/problem.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { Staff, StaffHandler } from '../../shared/http/staff.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { AuditProgress, AuditStore } from '../../shared/port/oversight/audit-store.ts';
import { workItemView } from './work-item-view.ts';

export interface AuditDeps {
  readonly now: Now;
  readonly audits: AuditStore;
}

const Asked = z.object({
  ...pageAsked,
  state: z._default(z.enum(['open', 'settled']), 'open'),
});

const actsView = (item: ActsBreak): ActsBreakView => ({
  found: item.found,
  ...workItemView(item),
});

const breakView = (item: AuditBreak): AuditBreakView => ({
  ticketId: item.ticketId,
  ...actsView(item),
});

const runView = ({ at, changedSince, nextMonth, verified }: AuditProgress) => ({
  at: withOffset(at),
  changedSince,
  nextMonth,
  verified,
});

const listBreaks = async (request: HttpRequest, deps: AuditDeps): Promise<Answer> => {
  const asked = readQuery(Asked, request);
  const { items, cursor } = await readPage(() => deps.audits.listed(asked.state, asked));
  const [acts, progress] = [await deps.audits.actsBreak(), await deps.audits.progress()];
  const body: AuditBreakList = {
    breaks: items.map(breakView),
    ...(acts?.state === asked.state && { acts: actsView(acts) }),
    ...(cursor !== undefined && { cursor }),
    ...(progress && { latestRun: runView(progress) }),
  };
  return { status: 200, body };
};

const settled = <Break extends ActsBreak>(
  request: HttpRequest,
  known: Break | undefined,
  by: Omit<SettleOrder, 'note'>,
) => {
  const { note } = readBody(request, AuditBreakSettlement);
  if (known === undefined) throw new Problem(oversightProblems.audit_break_unknown);
  const decision = settleBreak(known, { ...by, note });
  if (!decision.ok) throw new Problem(oversightProblems[decision.reason]);
  return decision;
};

const answerSettlement = async (
  request: HttpRequest,
  { id: by }: Staff,
  deps: AuditDeps,
): Promise<Answer> => {
  const known = await deps.audits.find(pathParameter(request, 'ticketId'));
  const { changed, item } = settled(request, known, { by, at: deps.now() });
  if (changed && (await deps.audits.save(item)) === 'conflict') throw new Problem('busy');
  return { status: 200, body: breakView(item) };
};

const answerActsSettlement = async (
  request: HttpRequest,
  { id: by }: Staff,
  { audits, now }: AuditDeps,
): Promise<Answer> => {
  const { changed, item } = settled(request, await audits.actsBreak(), { by, at: now() });
  if (changed && (await audits.saveActsBreak(item)) === 'conflict') throw new Problem('busy');
  return { status: 200, body: actsView(item) };
};

const breakRoute = 'GET /v1/audit/breaks';

/**
 * `GET /v1/audit/breaks`: lists the tickets that disagree with their audit chain, the log of acts
 * when it does, and the latest run of the verifier. `POST /v1/audit/breaks/{ticketId}/settle`:
 * states what was found out; a break that changes opens again, and one that is gone closes in the
 * next run.
 */
const manageAuditBreaks =
  (deps: AuditDeps): StaffHandler =>
  (request, staff) => {
    return request.routeKey === breakRoute
      ? listBreaks(request, deps)
      : answerSettlement(request, staff, deps);
  };

/** The verbs of audit breaks by their routes. */
export const auditRoutes = (deps: AuditDeps) => {
  const manage = manageAuditBreaks(deps);
  return {
    [breakRoute]: manage,
    'POST /v1/audit/breaks/{ticketId}/settle': manage,
    'POST /v1/audit/acts/settle': (request, staff) => answerActsSettlement(request, staff, deps),
  } as const satisfies Partial<Readonly<Record<StaffRoute, StaffHandler>>>;
};
