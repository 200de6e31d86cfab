import '../support/silent-logs.ts';
import { showFigures } from '../../functions/aggregate/figures.ts';
import { recountFigures } from '../../functions/aggregate/recount.ts';
import { loadYear } from '../../functions/calendar/load.ts';
import { showYear } from '../../functions/calendar/show.ts';
import { importCases } from '../../functions/case/import.ts';
import { receiveCases } from '../../functions/case/receive.ts';
import { showCase } from '../../functions/case/show.ts';
import { serveTemplate } from '../../functions/case/template.ts';
import { showMissed } from '../../functions/deadline/missed.ts';
import { readInbox } from '../../functions/escalation/inbox.ts';
import { markRead } from '../../functions/escalation/read.ts';
import { offerEvidence } from '../../functions/evidence/offer.ts';
import { showEvidence } from '../../functions/evidence/show.ts';
import { admitIntegrator } from '../../functions/integrator/admit.ts';
import { listIntegrators } from '../../functions/integrator/list.ts';
import { revokeIntegrator } from '../../functions/integrator/revoke.ts';
import { serveDocs } from '../../functions/open/docs.ts';
import { showMethod } from '../../functions/open/method.ts';
import { openScores } from '../../functions/open/scores.ts';
import { overseeCases } from '../../functions/oversight/cases.ts';
import { showCoverage } from '../../functions/oversight/coverage.ts';
import { overseePads } from '../../functions/oversight/pads.ts';
import { keepRegister } from '../../functions/oversight/register.ts';
import { takeHeartbeat } from '../../functions/pad/beat.ts';
import { collectRatings } from '../../functions/pad/collect.ts';
import { currentContact } from '../../functions/pad/current.ts';
import { enrolPad } from '../../functions/pad/enrol.ts';
import { listPads } from '../../functions/pad/list.ts';
import { registerPad } from '../../functions/pad/register.ts';
import { revokePad } from '../../functions/pad/revoke.ts';
import { activatePolicy } from '../../functions/policy/activate.ts';
import { dryRunPolicy } from '../../functions/policy/dry-run.ts';
import { listPolicies } from '../../functions/policy/list.ts';
import { proposePolicy } from '../../functions/policy/propose.ts';
import { showPolicy } from '../../functions/policy/show.ts';
import { appendRating } from '../../functions/rating/append.ts';
import { awaitingEntries } from '../../functions/rating/awaiting.ts';
import { confirmEntry } from '../../functions/rating/confirm.ts';
import { enterRating } from '../../functions/rating/enter.ts';
import { followReceipt } from '../../functions/rating/follow.ts';
import { invite } from '../../functions/rating/invite.ts';
import { presentInvitation } from '../../functions/rating/present.ts';
import { submitRating } from '../../functions/rating/submit.ts';
import { centerAccess } from '../../functions/report/access.ts';
import { buildPeriod } from '../../functions/report/build.ts';
import { showBulletin } from '../../functions/report/bulletin.ts';
import { receiveCallback } from '../../functions/report/callback.ts';
import { differences } from '../../functions/report/difference.ts';
import { reportOutbox } from '../../functions/report/outbox.ts';
import { readPeriods } from '../../functions/report/period.ts';
import { reconcile } from '../../functions/report/reconcile.ts';
import { resendReport } from '../../functions/report/resend.ts';
import { submitPeriod } from '../../functions/report/submit.ts';
import { actOnTicket } from '../../functions/ticket/act.ts';
import { listTickets } from '../../functions/ticket/list.ts';
import { showTicket } from '../../functions/ticket/show.ts';
import { admitWebhook } from '../../functions/webhook/admit.ts';
import { listWebhooks } from '../../functions/webhook/list.ts';
import { redeliver } from '../../functions/webhook/redeliver.ts';
import { removeWebhook } from '../../functions/webhook/remove.ts';
import { newId } from '../../shared/clock.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { Stores } from '../fake/stores.ts';

export const publicUrl = 'https://pingjia.example.cn';

const byRoute = (stores: Stores, now: Now): Readonly<Record<string, HttpHandler>> => {
  const rulebook = stores.rulebookBy(now);
  const door = {
    ...stores,
    now,
    newId,
    rulebook,
    publicUrl,
    claimPrefix: '',
    allowLoopback: false,
  };
  const docs = serveDocs();
  const template = serveTemplate();
  return {
    'POST /v1/cases': receiveCases(door),
    'GET /v1/cases/{projectNo}': showCase(door),
    'POST /v1/cases/import': importCases(door),
    'GET /v1/cases/import/template.csv': template,
    'GET /v1/cases/import/template.xlsx': template,
    'POST /v1/invitations': invite(door),
    'GET /v1/invitations/{token}': presentInvitation(door),
    'POST /v1/ratings': submitRating(door),
    'GET /v1/receipts/{receipt}': followReceipt(door),
    'POST /v1/receipts/{receipt}/append': appendRating(door),
    'POST /v1/entries': enterRating(door),
    'GET /v1/entries': awaitingEntries(door),
    'POST /v1/entries/{id}/confirm': confirmEntry(door),
    'POST /v1/pads': registerPad(door),
    'GET /v1/pads': listPads(door),
    'DELETE /v1/pads/{padId}': revokePad(door),
    'POST /v1/pads/enrol': enrolPad(door),
    'GET /v1/pads/me/current': currentContact(door),
    'POST /v1/pads/me/ratings': collectRatings(door),
    'POST /v1/pads/me/heartbeat': takeHeartbeat(door),
    'GET /v1/tickets': listTickets(door),
    'GET /v1/tickets/{id}': showTicket(door),
    'POST /v1/tickets/{id}/actions': actOnTicket(door),
    'POST /v1/evidence': offerEvidence(door),
    'GET /v1/evidence/{id}': showEvidence(door),
    'GET /v1/inbox': readInbox(door),
    'POST /v1/inbox/{id}/read': markRead(door),
    'GET /v1/escalations/watch': showMissed(door),
    'POST /v1/webhooks': admitWebhook(door),
    'GET /v1/webhooks': listWebhooks(door),
    'DELETE /v1/webhooks/{id}': removeWebhook(door),
    'POST /v1/webhooks/{id}/redeliver': redeliver(door),
    'GET /v1/calendar/{year}': showYear(door),
    'PUT /v1/calendar/{year}': loadYear(door),
    'GET /v1/policies': listPolicies(door),
    'POST /v1/policies': proposePolicy(door),
    'GET /v1/policies/{version}': showPolicy(door),
    'POST /v1/policies/{version}/dry-run': dryRunPolicy(door),
    'POST /v1/policies/{version}/activate': activatePolicy(door),
    'GET /v1/oversight/cases': overseeCases(door),
    'GET /v1/oversight/pads': overseePads(door),
    'GET /v1/oversight/pads/{padId}': overseePads(door),
    'GET /v1/register/{noun}': keepRegister(door),
    'PUT /v1/register/{noun}': keepRegister(door),
    'GET /v1/coverage': showCoverage(door),
    'POST /v1/integrators': admitIntegrator(door),
    'GET /v1/integrators': listIntegrators(door),
    'DELETE /v1/integrators/{accessKey}': revokeIntegrator(door),
    'POST /v1/center/{operation}': receiveCallback(door),
    'GET /v1/figures': showFigures(door),
    'GET /v1/figures/recount': recountFigures(door),
    'GET /v1/open/scores': openScores(door),
    'GET /v1/open/method': showMethod(door),
    'GET /open/method': showMethod(door),
    'GET /v1/bulletins/{period}/{format}': showBulletin(door),
    'GET /v1/reports/outbox': reportOutbox(door),
    'GET /v1/reports/outbox/{projectNo}': reportOutbox(door),
    'POST /v1/reports/outbox/{projectNo}/resend': resendReport(door),
    'POST /v1/reports/outbox/{projectNo}/withdraw': resendReport(door),
    'GET /v1/center': centerAccess({ ...door, centerUrl: publicUrl }),
    'PUT /v1/center': centerAccess({ ...door, centerUrl: publicUrl }),
    'GET /v1/reports': readPeriods(door),
    'GET /v1/reports/{period}': readPeriods(door),
    'POST /v1/reports/{period}/build': buildPeriod(door),
    'POST /v1/reports/{period}/submit': submitPeriod(door),
    'POST /v1/reports/reconcile': reconcile(door),
    'GET /v1/reports/differences': differences(door),
    'POST /v1/reports/differences/{id}/settle': differences(door),
    'GET /openapi.json': docs,
    'GET /docs': docs,
    'GET /docs/problems': docs,
  };
};

export type Entrance = ReturnType<typeof httpEdge>;

/** Every function that answers HTTP, by its route, behind the same edge as in its entry. */
export const entrances = (stores: Stores, now: Now): ReadonlyMap<string, Entrance> =>
  new Map(
    Object.entries(byRoute(stores, now)).map(([route, handler]) => [route, httpEdge(handler)]),
  );
