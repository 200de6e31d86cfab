import '../support/silent-logs.ts';
import { receiveCases } from '../../functions/case/receive.ts';
import { showCase } from '../../functions/case/show.ts';
import { readInbox } from '../../functions/escalation/inbox.ts';
import { admitIntegrator } from '../../functions/integrator/admit.ts';
import { listIntegrators } from '../../functions/integrator/list.ts';
import { revokeIntegrator } from '../../functions/integrator/revoke.ts';
import { serveDocs } from '../../functions/open/docs.ts';
import { takeHeartbeat } from '../../functions/pad/beat.ts';
import { collectRatings } from '../../functions/pad/collect.ts';
import { currentContact } from '../../functions/pad/current.ts';
import { enrolPad } from '../../functions/pad/enrol.ts';
import { listPads } from '../../functions/pad/list.ts';
import { registerPad } from '../../functions/pad/register.ts';
import { revokePad } from '../../functions/pad/revoke.ts';
import { awaitingEntries } from '../../functions/rating/awaiting.ts';
import { confirmEntry } from '../../functions/rating/confirm.ts';
import { enterRating } from '../../functions/rating/enter.ts';
import { followReceipt } from '../../functions/rating/follow.ts';
import { invite } from '../../functions/rating/invite.ts';
import { presentInvitation } from '../../functions/rating/present.ts';
import { submitRating } from '../../functions/rating/submit.ts';
import { listTickets } from '../../functions/ticket/list.ts';
import { showTicket } from '../../functions/ticket/show.ts';
import { newId } from '../../shared/clock.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import type { Now } from '../../shared/port/clock.ts';
import { shippedRules } from '../../shared/rules.ts';
import type { Stores } from '../fake/stores.ts';

export const publicUrl = 'https://pingjia.example.cn';

const byRoute = (stores: Stores, now: Now): Readonly<Record<string, HttpHandler>> => {
  const { calendar } = shippedRules.timetable;
  const rules = shippedRules;
  const door = { ...stores, now, newId, rules, calendar, publicUrl, claimPrefix: '' };
  const docs = serveDocs();
  return {
    'POST /v1/cases': receiveCases(door),
    'GET /v1/cases/{projectNo}': showCase(door),
    'POST /v1/invitations': invite(door),
    'GET /v1/invitations/{token}': presentInvitation(door),
    'POST /v1/ratings': submitRating(door),
    'GET /v1/receipts/{receipt}': followReceipt(door),
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
    'GET /v1/inbox': readInbox(door),
    'POST /v1/integrators': admitIntegrator(door),
    'GET /v1/integrators': listIntegrators(door),
    'DELETE /v1/integrators/{accessKey}': revokeIntegrator(door),
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
