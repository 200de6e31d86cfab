import { randomUUID } from 'node:crypto';

import type { PageConfig } from '../../events/page/config.ts';
import type { StaffRoute } from '../../events/roles.table.ts';
import '../support/silent-logs.ts';
import { listActs } from '../../functions/access/acts.ts';
import { admitIntegrator } from '../../functions/access/admit.ts';
import { confirmProposal, refuseProposal } from '../../functions/access/approval/decide.ts';
import { createExecutors } from '../../functions/access/approval/executors.ts';
import { showApprovals } from '../../functions/access/approval/show.ts';
import { listIntegrators } from '../../functions/access/list.ts';
import { revokeIntegrator } from '../../functions/access/revoke.ts';
import { showBulletin } from '../../functions/bulletin/show.ts';
import { dryRunYear } from '../../functions/calendar/dry-run.ts';
import { loadYear } from '../../functions/calendar/load.ts';
import { showYear } from '../../functions/calendar/show.ts';
import { correctCase } from '../../functions/case/correct.ts';
import { handOverCase } from '../../functions/case/hand-over.ts';
import { importCases } from '../../functions/case/import.ts';
import { receiveCases } from '../../functions/case/receive.ts';
import { showCase } from '../../functions/case/show.ts';
import { serveTemplate } from '../../functions/case/template.ts';
import { serveDocs } from '../../functions/docs/docs.ts';
import { showMissed } from '../../functions/escalation/missed.ts';
import { offerEvidence } from '../../functions/evidence/offer.ts';
import { showEvidence } from '../../functions/evidence/show.ts';
import { manageCenterAccess } from '../../functions/exchange/access.ts';
import { receiveCallback } from '../../functions/exchange/callback/callback.ts';
import { keptRoutes } from '../../functions/exchange/kept/routes.ts';
import { showOutbox } from '../../functions/exchange/outbox.ts';
import { correctReport } from '../../functions/exchange/resend.ts';
import { recountFigures } from '../../functions/figures/recount.ts';
import { showFigures } from '../../functions/figures/show.ts';
import { listCalls } from '../../functions/message/call-list.ts';
import { optOut } from '../../functions/message/opt-out.ts';
import { receiveReceipts } from '../../functions/message/receive-receipts.ts';
import { resendReceipt } from '../../functions/message/resend.ts';
import { readInbox } from '../../functions/notice/inbox.ts';
import { markRead } from '../../functions/notice/read.ts';
import { admitWebhook } from '../../functions/notice/webhook/admit.ts';
import { listWebhooks } from '../../functions/notice/webhook/list.ts';
import { redeliverNotices } from '../../functions/notice/webhook/redeliver.ts';
import { removeWebhook } from '../../functions/notice/webhook/remove.ts';
import { auditRoutes } from '../../functions/oversight/audit.ts';
import { showCaseFile } from '../../functions/oversight/case-file.ts';
import { overseeCases } from '../../functions/oversight/cases.ts';
import { showCoverage } from '../../functions/oversight/coverage.ts';
import { overseePads } from '../../functions/oversight/pad/pads.ts';
import { listPresses } from '../../functions/oversight/pad/presses.ts';
import { registerRoutes } from '../../functions/oversight/register/routes.ts';
import { overseeSteps } from '../../functions/oversight/steps.ts';
import { listUnlisted } from '../../functions/oversight/unlisted.ts';
import { collectRatings } from '../../functions/pad/collect.ts';
import { enrolPad } from '../../functions/pad/enrol.ts';
import { recordHeartbeat } from '../../functions/pad/health/heartbeat.ts';
import { listPads } from '../../functions/pad/list.ts';
import { registerPad } from '../../functions/pad/register.ts';
import { reinstatePad } from '../../functions/pad/reinstate.ts';
import { revokePad } from '../../functions/pad/revoke.ts';
import { currentContact } from '../../functions/pad/screen/current.ts';
import { showOwnPad } from '../../functions/pad/screen/me.ts';
import { takeUpRoutes } from '../../functions/pad/take-up/routes.ts';
import { serveApp } from '../../functions/page/app.ts';
import { showConfig } from '../../functions/page/config.ts';
import { serveFile } from '../../functions/page/file.ts';
import { leadIn, refuseUnknown } from '../../functions/page/unknown.ts';
import { buildPeriod } from '../../functions/period/build.ts';
import { showPeriods } from '../../functions/period/show.ts';
import { submitPeriod } from '../../functions/period/submit.ts';
import { activatePolicy } from '../../functions/policy/activate.ts';
import { dryRunPolicy } from '../../functions/policy/dry-run.ts';
import { listPolicies } from '../../functions/policy/list.ts';
import { proposePolicy } from '../../functions/policy/propose.ts';
import { showPolicy } from '../../functions/policy/show.ts';
import { showMethod } from '../../functions/public/method.ts';
import { showScores } from '../../functions/public/scores.ts';
import { appendRating } from '../../functions/rating/append.ts';
import { contestRoutes } from '../../functions/rating/contest/routes.ts';
import { showContestState } from '../../functions/rating/contest/state.ts';
import { contestRating } from '../../functions/rating/contest/submit.ts';
import { awaitingEntries } from '../../functions/rating/entry/awaiting.ts';
import { confirmEntry } from '../../functions/rating/entry/confirm.ts';
import { enterRating } from '../../functions/rating/entry/enter.ts';
import { showEntry } from '../../functions/rating/entry/show.ts';
import { followReceipt } from '../../functions/rating/follow.ts';
import { invite } from '../../functions/rating/invite.ts';
import { residentProblemPages } from '../../functions/rating/page/problem-page.ts';
import { residentPages } from '../../functions/rating/page/routes.ts';
import { presentInvitation } from '../../functions/rating/present.ts';
import { claimReceipt } from '../../functions/rating/receipt/claim.ts';
import { submitRating } from '../../functions/rating/submit.ts';
import { manageDifferences } from '../../functions/reconciliation/difference.ts';
import { requestReconciliation } from '../../functions/reconciliation/reconcile.ts';
import { actOnTicket } from '../../functions/ticket/act.ts';
import { listTickets } from '../../functions/ticket/list.ts';
import { showTicket } from '../../functions/ticket/show.ts';
import { newId } from '../../shared/clock.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { forStaff } from '../../shared/http/staff-routes.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import { createListedHalls } from '../../shared/listed-halls.ts';
import type { Now } from '../../shared/port/clock.ts';
import { createSensitiveMatters } from '../../shared/sensitive-matters.ts';
import { fakeAssetFiles } from '../fake/asset-files.ts';
import { fakeDuePublisher } from '../fake/due-index.ts';
import { fakeAddresses } from '../fake/host-addresses.ts';
import type { Stores } from '../fake/stores.ts';
import { assetNames, padFiles, pageGround } from '../support/page-ground.ts';

const publicUrl = 'https://pingjia.example.cn';

const pageConfig: PageConfig = {
  publicUrl,
  issuer: 'https://id.example.cn',
  clientId: 'haochaping-web',
  audience: 'haochaping',
  token: 'access_token',
  claimPrefix: '',
  evidenceOrigin: 'https://evidence.example.cn',
};

const depsOf = (stores: Stores, now: Now) => ({
  ...stores,
  now,
  newId,
  rulebook: stores.rulebookBy(now),
  sensitive: createSensitiveMatters(stores.registers, now),
  halls: createListedHalls(stores.registers, now),
  publicUrl,
  addressesOf: fakeAddresses,
  allowLoopback: false,
  allowAssumed: false,
  ground: pageGround,
  privacy: { unit: '测试市政务服务局', phone: '12345' },
  newRef: randomUUID,
  files: fakeAssetFiles(Object.fromEntries(Object.values(assetNames).map((name) => [name, name]))),
  pad: fakeAssetFiles(Object.fromEntries(padFiles.map((name) => [name, name]))),
  assets: assetNames,
  config: pageConfig,
  publish: () => undefined,
  messageCalls: fakeDuePublisher(),
});
type Deps = ReturnType<typeof depsOf>;

const others = (deps: Deps): Readonly<Record<string, HttpHandler>> => ({
  'POST /v1/cases': receiveCases(deps),
  'GET /v1/cases/{projectNo}': showCase(deps),
  'POST /v1/cases/{projectNo}/correction': correctCase(deps),
  'POST /v1/cases/import': importCases(deps),
  'GET /v1/cases/import/template.csv': serveTemplate(),
  'GET /v1/cases/import/template.xlsx': serveTemplate(),
  'POST /v1/invitations': invite(deps),
  'GET /v1/invitations/{token}': presentInvitation(deps),
  'POST /v1/ratings': submitRating(deps),
  'POST /v1/ratings/contest': contestRating(deps),
  'GET /v1/ratings/contest/{reference}': showContestState(deps),
  'POST /v1/receipts/claim': claimReceipt(deps),
  'GET /v1/receipts/{receipt}': followReceipt(deps),
  'POST /v1/receipts/{receipt}/append': appendRating(deps),
  'POST /v1/messages/receipts': receiveReceipts(deps),
  'POST /v1/messages/opt-out': optOut(deps),
  'POST /v1/receipts/resend': resendReceipt(deps),
  'POST /v1/pads/enrol': enrolPad(deps),
  'GET /v1/pads/me': showOwnPad(deps),
  'GET /v1/pads/me/current': currentContact(deps),
  'POST /v1/pads/me/ratings': collectRatings(deps),
  'POST /v1/pads/me/heartbeat': recordHeartbeat(deps),
  'POST /v1/center/{operation}': receiveCallback(deps),
  'GET /v1/open/scores': showScores(deps),
  'GET /v1/open/method': showMethod(deps),
  'GET /open/method': showMethod(deps),
  'GET /openapi.json': serveDocs(deps.ground),
  'GET /docs': serveDocs(deps.ground),
  'GET /docs/problems': serveDocs(deps.ground),
  ...residentPages(deps),
  'GET /config.json': showConfig(deps),
  'GET /assets/{name}': serveFile(deps),
  'GET /pad': serveApp(deps),
  'GET /pad/{file+}': serveApp(deps),
  'GET /': leadIn,
  'GET /{path+}': refuseUnknown,
});

const ofStaff = (deps: Deps): Readonly<Record<StaffRoute, StaffHandler>> => ({
  'POST /v1/entries': enterRating(deps),
  'GET /v1/entries': awaitingEntries(deps),
  'GET /v1/entries/{id}': showEntry({ ...deps, sendsMessages: true }),
  'POST /v1/entries/{id}/confirm': confirmEntry(deps),
  'POST /v1/pads': registerPad(deps),
  'GET /v1/pads': listPads(deps),
  'DELETE /v1/pads/{padId}': revokePad(deps),
  'POST /v1/pads/{padId}/reinstate': reinstatePad(deps),
  'GET /v1/tickets': listTickets(deps),
  'GET /v1/tickets/{id}': showTicket(deps),
  'POST /v1/tickets/{id}/actions': actOnTicket(deps),
  'POST /v1/evidence': offerEvidence(deps),
  'GET /v1/evidence/{id}': showEvidence(deps),
  'GET /v1/inbox': readInbox(deps),
  'POST /v1/inbox/{id}/read': markRead(deps),
  'GET /v1/escalations/watch': showMissed(deps),
  'GET /v1/messages/call-list': listCalls(deps),
  'POST /v1/webhooks': admitWebhook(deps),
  'GET /v1/webhooks': listWebhooks(deps),
  'DELETE /v1/webhooks/{id}': removeWebhook(deps),
  'POST /v1/webhooks/{id}/redeliver': redeliverNotices(deps),
  'GET /v1/calendar/{year}': showYear(deps),
  'PUT /v1/calendar/{year}': loadYear(deps),
  'POST /v1/calendar/{year}/dry-run': dryRunYear(deps),
  'GET /v1/policies': listPolicies(deps),
  'POST /v1/policies': proposePolicy(deps),
  'GET /v1/policies/{version}': showPolicy(deps),
  'POST /v1/policies/{version}/dry-run': dryRunPolicy(deps),
  'POST /v1/policies/{version}/activate': activatePolicy(deps),
  'GET /v1/oversight/cases': overseeCases(deps),
  'GET /v1/oversight/steps': overseeSteps(deps),
  'GET /v1/oversight/cases/{projectNo}': showCaseFile(deps),
  'GET /v1/oversight/pads': overseePads(deps),
  'GET /v1/oversight/pads/{padId}': overseePads(deps),
  'GET /v1/oversight/presses': listPresses(deps),
  ...registerRoutes(deps),
  'GET /v1/coverage': showCoverage(deps),
  'GET /v1/coverage/unlisted': listUnlisted(deps),
  ...auditRoutes(deps),
  'POST /v1/integrators': admitIntegrator(deps),
  'GET /v1/integrators': listIntegrators(deps),
  'DELETE /v1/integrators/{accessKey}': revokeIntegrator(deps),
  'POST /v1/cases/{projectNo}/hand-over': handOverCase(deps),
  ...takeUpRoutes(deps),
  ...contestRoutes(deps),
  'GET /v1/acts': listActs(deps),
  'GET /v1/approvals': showApprovals(deps),
  'GET /v1/approvals/{id}': showApprovals(deps),
  'POST /v1/approvals/{id}/confirm': confirmProposal(deps, createExecutors(deps)),
  'POST /v1/approvals/{id}/refuse': refuseProposal(deps),
  'GET /v1/figures': showFigures(deps),
  'GET /v1/figures/recount': recountFigures(deps),
  'GET /v1/bulletins/{period}/{format}': showBulletin(deps),
  'GET /v1/reports/outbox': showOutbox(deps),
  'GET /v1/reports/outbox/{projectNo}': showOutbox(deps),
  'POST /v1/reports/outbox/{projectNo}/resend': correctReport(deps),
  'POST /v1/reports/outbox/{projectNo}/withdraw': correctReport(deps),
  ...keptRoutes(deps),
  'GET /v1/center': manageCenterAccess({ ...deps, centerUrl: publicUrl }),
  'PUT /v1/center': manageCenterAccess({ ...deps, centerUrl: publicUrl }),
  'GET /v1/reports': showPeriods(deps),
  'GET /v1/reports/{period}': showPeriods(deps),
  'POST /v1/reports/{period}/build': buildPeriod(deps),
  'POST /v1/reports/{period}/submit': submitPeriod(deps),
  'POST /v1/reports/reconcile': requestReconciliation(deps),
  'GET /v1/reports/differences': manageDifferences(deps),
  'POST /v1/reports/differences/{id}/settle': manageDifferences(deps),
});

export type Entrance = ReturnType<typeof httpEdge>;

/**
 * Every function that handles HTTP requests, by its route, behind the same check of roles and the
 * same HTTP edge as in its entry.
 */
export const entrances = (stores: Stores, now: Now): ReadonlyMap<string, Entrance> => {
  const deps = depsOf(stores, now);
  const staff = ofStaff(deps);
  const checked = (Object.keys(staff) as StaffRoute[]).map(
    (route) => [route, forStaff({ claimPrefix: '', ...deps }, route, staff[route])] as const,
  );
  const showProblem = residentProblemPages(deps);
  return new Map(
    [...Object.entries(others(deps)), ...checked].map(([route, handle]) => [
      route,
      httpEdge(handle, showProblem),
    ]),
  );
};
