/** Every HTTP route: its path, its function, and its permitted callers. */
import type { LoopFunction } from './functions.table.ts';

/** The gateway checks `staff`, the function the others: see `OPEN_AT_THE_GATEWAY`. */
export type Access = 'integrator' | 'open' | 'pad' | 'page' | 'resident' | 'staff';

export interface Route {
  readonly on: `${'DELETE' | 'GET' | 'POST' | 'PUT'} /${string}`;
  readonly to: LoopFunction;
  readonly access: Access;
}

export const ROUTES = [
  // Cases.
  { on: 'POST /v1/cases', to: 'case/receive', access: 'integrator' },
  { on: 'GET /v1/cases/{projectNo}', to: 'case/integrator', access: 'integrator' },
  { on: 'POST /v1/cases/{projectNo}/correction', to: 'case/integrator', access: 'integrator' },
  { on: 'POST /v1/cases/import', to: 'case/integrator', access: 'integrator' },
  { on: 'GET /v1/cases/import/template.csv', to: 'case/public', access: 'open' },
  { on: 'GET /v1/cases/import/template.xlsx', to: 'case/public', access: 'open' },

  // Invitations, ratings and their progress; entries of ratings by telephone or on paper.
  { on: 'POST /v1/invitations', to: 'rating/integrator', access: 'integrator' },
  { on: 'GET /v1/invitations/{token}', to: 'rating/public', access: 'resident' },
  { on: 'POST /v1/ratings', to: 'rating/submit', access: 'resident' },
  { on: 'POST /v1/ratings/contest', to: 'rating/public', access: 'resident' },
  { on: 'GET /v1/ratings/contest/{reference}', to: 'rating/public', access: 'resident' },
  { on: 'POST /v1/receipts/claim', to: 'rating/public', access: 'resident' },
  { on: 'GET /v1/receipts/{receipt}', to: 'rating/public', access: 'resident' },
  { on: 'POST /v1/receipts/{receipt}/append', to: 'rating/public', access: 'resident' },
  { on: 'GET /r/{token}', to: 'rating/page', access: 'resident' },
  { on: 'POST /r/{token}', to: 'rating/page', access: 'resident' },
  { on: 'POST /r/{token}/contest', to: 'rating/page', access: 'resident' },
  { on: 'GET /r/{token}/contest/{reference}', to: 'rating/page', access: 'resident' },
  { on: 'GET /receipt', to: 'rating/page', access: 'resident' },
  { on: 'POST /receipt', to: 'rating/page', access: 'resident' },
  { on: 'GET /receipt/{receipt}', to: 'rating/page', access: 'resident' },
  { on: 'POST /receipt/{receipt}/append', to: 'rating/page', access: 'resident' },
  { on: 'GET /r/{token}/messages', to: 'rating/page', access: 'resident' },
  { on: 'POST /r/{token}/messages', to: 'rating/page', access: 'resident' },
  { on: 'GET /receipt/{receipt}/messages', to: 'rating/page', access: 'resident' },
  { on: 'POST /receipt/{receipt}/messages', to: 'rating/page', access: 'resident' },
  { on: 'GET /claim/{code}', to: 'rating/page', access: 'resident' },
  { on: 'POST /claim/{code}', to: 'rating/page', access: 'resident' },
  { on: 'GET /about/privacy', to: 'rating/page', access: 'open' },
  { on: 'GET /about/accessibility', to: 'rating/page', access: 'open' },
  { on: 'POST /v1/entries', to: 'rating/staff', access: 'staff' },
  { on: 'GET /v1/entries', to: 'rating/staff', access: 'staff' },
  { on: 'GET /v1/entries/{id}', to: 'rating/staff', access: 'staff' },
  { on: 'POST /v1/entries/{id}/confirm', to: 'rating/staff', access: 'staff' },
  { on: 'GET /v1/contests', to: 'rating/staff', access: 'staff' },
  { on: 'GET /v1/contests/{id}', to: 'rating/staff', access: 'staff' },
  { on: 'POST /v1/contests/{id}/call-back', to: 'rating/staff', access: 'staff' },
  { on: 'POST /v1/contests/{id}/unmask', to: 'rating/staff', access: 'staff' },
  { on: 'POST /v1/contests/{id}/ruling', to: 'rating/staff', access: 'staff' },

  // Hall pads.
  { on: 'POST /v1/pads', to: 'pad/staff', access: 'staff' },
  { on: 'GET /v1/pads', to: 'pad/staff', access: 'staff' },
  { on: 'DELETE /v1/pads/{padId}', to: 'pad/staff', access: 'staff' },
  { on: 'POST /v1/pads/{padId}/reinstate', to: 'pad/staff', access: 'staff' },
  { on: 'POST /v1/pads/enrol', to: 'pad/pad', access: 'pad' },
  { on: 'GET /v1/pads/me', to: 'pad/pad', access: 'pad' },
  { on: 'GET /v1/pads/me/current', to: 'pad/pad', access: 'pad' },
  { on: 'POST /v1/pads/me/ratings', to: 'pad/collect', access: 'pad' },
  { on: 'POST /v1/pads/me/heartbeat', to: 'pad/pad', access: 'pad' },

  // Tickets and inboxes.
  { on: 'GET /v1/tickets', to: 'ticket/staff', access: 'staff' },
  { on: 'GET /v1/tickets/{id}', to: 'ticket/staff', access: 'staff' },
  { on: 'POST /v1/tickets/{id}/actions', to: 'ticket/staff', access: 'staff' },
  { on: 'POST /v1/evidence', to: 'evidence/staff', access: 'staff' },
  { on: 'GET /v1/evidence/{id}', to: 'evidence/staff', access: 'staff' },
  { on: 'GET /v1/inbox', to: 'notice/staff', access: 'staff' },
  { on: 'POST /v1/inbox/{id}/read', to: 'notice/staff', access: 'staff' },
  { on: 'GET /v1/escalations/watch', to: 'escalation/staff', access: 'staff' },

  // Messages to residents.
  { on: 'POST /v1/messages/receipts', to: 'message/integrator', access: 'integrator' },
  { on: 'POST /v1/messages/opt-out', to: 'message/public', access: 'resident' },
  { on: 'POST /v1/receipts/resend', to: 'message/public', access: 'resident' },
  { on: 'GET /v1/messages/call-list', to: 'message/staff', access: 'staff' },

  // The basis of every deadline: the State Council's notices and the city's policy.
  { on: 'GET /v1/calendar/{year}', to: 'calendar/staff', access: 'staff' },
  { on: 'PUT /v1/calendar/{year}', to: 'calendar/staff', access: 'staff' },
  { on: 'POST /v1/calendar/{year}/dry-run', to: 'calendar/staff', access: 'staff' },
  { on: 'GET /v1/policies', to: 'policy/staff', access: 'staff' },
  { on: 'POST /v1/policies', to: 'policy/staff', access: 'staff' },
  { on: 'GET /v1/policies/{version}', to: 'policy/staff', access: 'staff' },
  { on: 'POST /v1/policies/{version}/dry-run', to: 'policy/staff', access: 'staff' },
  { on: 'POST /v1/policies/{version}/activate', to: 'policy/staff', access: 'staff' },

  // Webhooks for notices.
  { on: 'POST /v1/webhooks', to: 'notice/staff', access: 'staff' },
  { on: 'GET /v1/webhooks', to: 'notice/staff', access: 'staff' },
  { on: 'DELETE /v1/webhooks/{id}', to: 'notice/staff', access: 'staff' },
  { on: 'POST /v1/webhooks/{id}/redeliver', to: 'notice/staff', access: 'staff' },

  // Integrators.
  { on: 'POST /v1/integrators', to: 'access/staff', access: 'staff' },
  { on: 'GET /v1/integrators', to: 'access/staff', access: 'staff' },
  { on: 'DELETE /v1/integrators/{accessKey}', to: 'access/staff', access: 'staff' },
  { on: 'POST /v1/cases/{projectNo}/hand-over', to: 'access/staff', access: 'staff' },
  { on: 'POST /v1/pads/{padId}/take-up', to: 'access/staff', access: 'staff' },
  { on: 'POST /v1/pads/{padId}/settle', to: 'access/staff', access: 'staff' },

  // What one person proposes and another confirms.
  { on: 'GET /v1/approvals', to: 'access/staff', access: 'staff' },
  { on: 'GET /v1/approvals/{id}', to: 'access/staff', access: 'staff' },
  { on: 'POST /v1/approvals/{id}/confirm', to: 'access/staff', access: 'staff' },
  { on: 'POST /v1/approvals/{id}/refuse', to: 'access/staff', access: 'staff' },
  { on: 'GET /v1/acts', to: 'access/staff', access: 'staff' },

  // Figures and their verification.
  { on: 'GET /v1/figures', to: 'figures/staff', access: 'staff' },
  { on: 'GET /v1/figures/recount', to: 'figures/staff', access: 'staff' },
  { on: 'GET /v1/open/scores', to: 'public/public', access: 'open' },
  { on: 'GET /v1/open/method', to: 'public/public', access: 'open' },
  { on: 'GET /open/method', to: 'public/public', access: 'open' },

  // The monthly bulletin as a file.
  { on: 'GET /v1/bulletins/{period}/{format}', to: 'bulletin/staff', access: 'staff' },

  // Oversight of an area.
  { on: 'GET /v1/oversight/cases', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/oversight/steps', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/oversight/cases/{projectNo}', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/oversight/pads', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/oversight/pads/{padId}', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/oversight/presses', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/register/{noun}', to: 'oversight/staff', access: 'staff' },
  { on: 'PUT /v1/register/{noun}', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/register/{noun}/versions', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/register/{noun}/file.csv', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/register/{noun}/file.xlsx', to: 'oversight/staff', access: 'staff' },
  { on: 'PUT /v1/register/{noun}/file', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/coverage', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/coverage/unlisted', to: 'oversight/staff', access: 'staff' },
  { on: 'GET /v1/audit/breaks', to: 'oversight/staff', access: 'staff' },
  { on: 'POST /v1/audit/acts/settle', to: 'oversight/staff', access: 'staff' },
  {
    on: 'POST /v1/audit/breaks/{ticketId}/settle',
    to: 'oversight/staff',
    access: 'staff',
  },

  // Reports to the provincial center: the outbox, refusals, and the credentials.
  { on: 'GET /v1/reports/outbox', to: 'exchange/staff', access: 'staff' },
  { on: 'GET /v1/reports/outbox/{projectNo}', to: 'exchange/staff', access: 'staff' },
  { on: 'POST /v1/reports/outbox/{projectNo}/resend', to: 'exchange/staff', access: 'staff' },
  { on: 'POST /v1/reports/outbox/{projectNo}/withdraw', to: 'exchange/staff', access: 'staff' },
  { on: 'GET /v1/center', to: 'exchange/staff', access: 'staff' },
  { on: 'PUT /v1/center', to: 'exchange/staff', access: 'staff' },

  // Monthly reports to the center, and the reconciliation of a day.
  { on: 'GET /v1/reports', to: 'period/staff', access: 'staff' },
  { on: 'GET /v1/reports/{period}', to: 'period/staff', access: 'staff' },
  { on: 'POST /v1/reports/{period}/build', to: 'period/staff', access: 'staff' },
  { on: 'POST /v1/reports/{period}/submit', to: 'period/staff', access: 'staff' },
  { on: 'POST /v1/reports/reconcile', to: 'reconciliation/staff', access: 'staff' },
  { on: 'GET /v1/reports/differences', to: 'reconciliation/staff', access: 'staff' },
  { on: 'POST /v1/reports/differences/{id}/settle', to: 'reconciliation/staff', access: 'staff' },

  // Callbacks of the provincial center, and those that could not be stored.
  { on: 'GET /v1/center/callbacks', to: 'exchange/staff', access: 'staff' },
  { on: 'GET /v1/center/callbacks/{id}', to: 'exchange/staff', access: 'staff' },
  { on: 'POST /v1/center/callbacks/{id}/settle', to: 'exchange/staff', access: 'staff' },
  { on: 'POST /v1/center/callbacks/{id}/take', to: 'exchange/staff', access: 'staff' },
  { on: 'POST /v1/center/{operation}', to: 'exchange/integrator', access: 'integrator' },

  // The public contract.
  { on: 'GET /openapi.json', to: 'docs/public', access: 'open' },
  { on: 'GET /docs', to: 'docs/public', access: 'open' },
  { on: 'GET /docs/problems', to: 'docs/public', access: 'open' },

  // The parts of the pages.
  { on: 'GET /config.json', to: 'page/file', access: 'page' },
  { on: 'GET /assets/{name}', to: 'page/file', access: 'page' },
  { on: 'GET /pad', to: 'page/file', access: 'page' },
  { on: 'GET /pad/{file+}', to: 'page/file', access: 'page' },
  { on: 'GET /', to: 'page/file', access: 'page' },
  { on: 'GET /{path+}', to: 'page/file', access: 'page' },
] as const satisfies readonly Route[];

/** Why a route has no authorizer at the gateway; cdk-nag shows these with its rule APIG4. */
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
  page: 'The parts of the pages are the same for everyone and hold no data.',
  open: 'The description of the interface is published to everyone and holds no data.',
} as const satisfies Record<Exclude<Access, 'staff'>, string>;
