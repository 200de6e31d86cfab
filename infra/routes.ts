/** Every HTTP route: what is called, which function answers, and who may call. */
import type { LoopFunction } from './functions.table.ts';

/**
 * `staff` is checked by the gateway. The others are checked inside the function, for the reason
 * beside each in `OPEN_AT_THE_GATEWAY`.
 */
export type Access = 'integrator' | 'open' | 'pad' | 'resident' | 'staff';

export interface Route {
  readonly on: `${'DELETE' | 'GET' | 'POST' | 'PUT'} /${string}`;
  readonly to: LoopFunction;
  readonly access: Access;
}

export const ROUTES = [
  // A case comes in.
  { on: 'POST /v1/cases', to: 'case/receive', access: 'integrator' },
  { on: 'GET /v1/cases/{projectNo}', to: 'case/show', access: 'integrator' },
  { on: 'POST /v1/cases/import', to: 'case/import', access: 'integrator' },
  { on: 'GET /v1/cases/import/template.csv', to: 'case/import', access: 'open' },
  { on: 'GET /v1/cases/import/template.xlsx', to: 'case/import', access: 'open' },

  // A resident rates it, follows the rating; staff enter what came by telephone or on paper.
  { on: 'POST /v1/invitations', to: 'rating/invite', access: 'integrator' },
  { on: 'GET /v1/invitations/{token}', to: 'rating/present', access: 'resident' },
  { on: 'POST /v1/ratings', to: 'rating/submit', access: 'resident' },
  { on: 'GET /v1/receipts/{receipt}', to: 'rating/follow', access: 'resident' },
  { on: 'POST /v1/receipts/{receipt}/append', to: 'rating/append', access: 'resident' },
  { on: 'POST /v1/entries', to: 'rating/enter', access: 'staff' },
  { on: 'GET /v1/entries', to: 'rating/awaiting', access: 'staff' },
  { on: 'POST /v1/entries/{id}/confirm', to: 'rating/confirm', access: 'staff' },

  // Hall pads.
  { on: 'POST /v1/pads', to: 'pad/register', access: 'staff' },
  { on: 'GET /v1/pads', to: 'pad/list', access: 'staff' },
  { on: 'DELETE /v1/pads/{padId}', to: 'pad/revoke', access: 'staff' },
  { on: 'POST /v1/pads/enrol', to: 'pad/enrol', access: 'pad' },
  { on: 'GET /v1/pads/me/current', to: 'pad/current', access: 'pad' },
  { on: 'POST /v1/pads/me/ratings', to: 'pad/collect', access: 'pad' },
  { on: 'POST /v1/pads/me/heartbeat', to: 'pad/beat', access: 'pad' },

  // Tickets, and what staff are told.
  { on: 'GET /v1/tickets', to: 'ticket/list', access: 'staff' },
  { on: 'GET /v1/tickets/{id}', to: 'ticket/show', access: 'staff' },
  { on: 'POST /v1/tickets/{id}/actions', to: 'ticket/act', access: 'staff' },
  { on: 'POST /v1/evidence', to: 'evidence/offer', access: 'staff' },
  { on: 'GET /v1/evidence/{id}', to: 'evidence/show', access: 'staff' },
  { on: 'GET /v1/inbox', to: 'escalation/inbox', access: 'staff' },
  { on: 'POST /v1/inbox/{id}/read', to: 'escalation/read', access: 'staff' },
  { on: 'GET /v1/escalations/watch', to: 'deadline/missed', access: 'staff' },

  // What every deadline is counted by: the State Council's notices and the city's policy.
  { on: 'GET /v1/calendar/{year}', to: 'calendar/show', access: 'staff' },
  { on: 'PUT /v1/calendar/{year}', to: 'calendar/load', access: 'staff' },
  { on: 'GET /v1/policies', to: 'policy/list', access: 'staff' },
  { on: 'POST /v1/policies', to: 'policy/propose', access: 'staff' },
  { on: 'GET /v1/policies/{version}', to: 'policy/show', access: 'staff' },
  { on: 'POST /v1/policies/{version}/dry-run', to: 'policy/dry-run', access: 'staff' },
  { on: 'POST /v1/policies/{version}/activate', to: 'policy/activate', access: 'staff' },

  // Where notices go besides the inbox.
  { on: 'POST /v1/webhooks', to: 'webhook/admit', access: 'staff' },
  { on: 'GET /v1/webhooks', to: 'webhook/list', access: 'staff' },
  { on: 'DELETE /v1/webhooks/{id}', to: 'webhook/remove', access: 'staff' },
  { on: 'POST /v1/webhooks/{id}/redeliver', to: 'webhook/redeliver', access: 'staff' },

  // Who may send.
  { on: 'POST /v1/integrators', to: 'integrator/admit', access: 'staff' },
  { on: 'GET /v1/integrators', to: 'integrator/list', access: 'staff' },
  { on: 'DELETE /v1/integrators/{accessKey}', to: 'integrator/revoke', access: 'staff' },

  // What is counted, and the proof that it is counted right.
  { on: 'GET /v1/figures', to: 'aggregate/figures', access: 'staff' },
  { on: 'GET /v1/figures/recount', to: 'aggregate/recount', access: 'staff' },
  { on: 'GET /v1/open/scores', to: 'open/scores', access: 'open' },
  { on: 'GET /v1/open/method', to: 'open/method', access: 'open' },
  { on: 'GET /open/method', to: 'open/method', access: 'open' },

  // The monthly bulletin as a file.
  { on: 'GET /v1/bulletins/{period}/{format}', to: 'report/bulletin', access: 'staff' },

  // What those who oversee an area look at.
  { on: 'GET /v1/oversight/cases', to: 'oversight/cases', access: 'staff' },
  { on: 'GET /v1/oversight/pads', to: 'oversight/pads', access: 'staff' },
  { on: 'GET /v1/oversight/pads/{padId}', to: 'oversight/pads', access: 'staff' },
  { on: 'GET /v1/register/{noun}', to: 'oversight/register', access: 'staff' },
  { on: 'PUT /v1/register/{noun}', to: 'oversight/register', access: 'staff' },
  { on: 'GET /v1/coverage', to: 'oversight/coverage', access: 'staff' },

  // What the provincial center is told: what waits, what it refused, and how we sign.
  { on: 'GET /v1/reports/outbox', to: 'report/outbox', access: 'staff' },
  { on: 'GET /v1/reports/outbox/{projectNo}', to: 'report/outbox', access: 'staff' },
  { on: 'POST /v1/reports/outbox/{projectNo}/resend', to: 'report/resend', access: 'staff' },
  { on: 'POST /v1/reports/outbox/{projectNo}/withdraw', to: 'report/resend', access: 'staff' },
  { on: 'GET /v1/center', to: 'report/access', access: 'staff' },
  { on: 'PUT /v1/center', to: 'report/access', access: 'staff' },

  // What it is told of a month, and whether both sides hold the same of a day.
  { on: 'GET /v1/reports', to: 'report/period', access: 'staff' },
  { on: 'GET /v1/reports/{period}', to: 'report/period', access: 'staff' },
  { on: 'POST /v1/reports/{period}/build', to: 'report/build', access: 'staff' },
  { on: 'POST /v1/reports/{period}/submit', to: 'report/submit', access: 'staff' },
  { on: 'POST /v1/reports/reconcile', to: 'report/reconcile', access: 'staff' },
  { on: 'GET /v1/reports/differences', to: 'report/difference', access: 'staff' },
  { on: 'POST /v1/reports/differences/{id}/settle', to: 'report/difference', access: 'staff' },

  // What the provincial center tells us.
  { on: 'POST /v1/center/{operation}', to: 'report/callback', access: 'integrator' },

  // The contract, for anyone.
  { on: 'GET /openapi.json', to: 'open/docs', access: 'open' },
  { on: 'GET /docs', to: 'open/docs', access: 'open' },
  { on: 'GET /docs/problems', to: 'open/docs', access: 'open' },
] as const satisfies readonly Route[];

/** Why a route has no authorizer at the gateway; cdk-nag shows these beside its rule APIG4. */
export const OPEN_AT_THE_GATEWAY = {
  integrator:
    'The signature covers a digest of the body, which an authorizer never sees: the function ' +
    'verifies it, in one invocation instead of two.',
  pad:
    'The pad signs body and sequence (or shows its one-time enrolment code in the body), which an ' +
    'authorizer never sees: the function verifies it, in one invocation instead of two.',
  resident:
    'Residents have no account: the signed single-use token or the unguessable receipt is the ' +
    'credential, and the function verifies it.',
  open: 'The description of the interface is published to everyone and holds no data.',
} as const satisfies Record<Exclude<Access, 'staff'>, string>;
