import type { StaffRole } from '../shared/domain/access/staff-role.ts';
import type { EnteredChannel } from '../shared/domain/rating/channel.ts';

/** The roles that may enter, and confirm, what a resident said over a channel. */
export const entryRoles = {
  hotline: ['hotline_operator'],
  paper: ['clerk'],
} as const satisfies Record<EnteredChannel, readonly StaffRole[]>;

const entering: readonly StaffRole[] = Object.values(entryRoles).flat();

/** Handlers work on tickets, the others oversee them; one rule for lists, files and inboxes. */
const ticketActors: readonly StaffRole[] = ['handler', 'supervisor', 'reviewer'];
const ticketReaders: readonly StaffRole[] = [...ticketActors, 'auditor'];

/** 对省上报 is the work of the city office; auditors read it. */
const officers: readonly StaffRole[] = ['supervisor', 'system_admin'];
const watchers: readonly StaffRole[] = [...officers, 'auditor'];
const padKeepers: readonly StaffRole[] = ['hall_admin', 'system_admin'];
const padOverseers: readonly StaffRole[] = [...padKeepers, 'supervisor', 'auditor'];

/**
 * The roles of every route of staff, one of which the caller needs; `any` where the verb decides by
 * what is asked for. Checked before the verb is called, and shown in the contract. No schema is
 * imported here, because every function of staff contains this table.
 */
export const routeRoles = {
  'POST /v1/entries': entering,
  'GET /v1/entries': [...entering, 'hall_admin'],
  'POST /v1/entries/{id}/confirm': entering,
  'POST /v1/pads': padKeepers,
  'GET /v1/pads': [...padKeepers, 'supervisor'],
  'DELETE /v1/pads/{padId}': padKeepers,
  'GET /v1/tickets': ticketReaders,
  'GET /v1/tickets/{id}': ticketReaders,
  'POST /v1/tickets/{id}/actions': ticketActors,
  'POST /v1/evidence': ['handler'],
  'GET /v1/evidence/{id}': ticketReaders,
  'GET /v1/calendar/{year}': 'any',
  'PUT /v1/calendar/{year}': ['system_admin'],
  'GET /v1/policies': 'any',
  'POST /v1/policies': ['system_admin'],
  'GET /v1/policies/{version}': 'any',
  'POST /v1/policies/{version}/dry-run': ['system_admin'],
  'POST /v1/policies/{version}/activate': ['system_admin'],
  'GET /v1/escalations/watch': ['supervisor', 'auditor'],
  'GET /v1/inbox': ticketReaders,
  'POST /v1/inbox/{id}/read': ticketReaders,
  'POST /v1/webhooks': ['system_admin'],
  'GET /v1/webhooks': ['system_admin', 'auditor'],
  'DELETE /v1/webhooks/{id}': ['system_admin'],
  'POST /v1/webhooks/{id}/redeliver': ['system_admin'],
  'GET /v1/figures': 'any',
  'GET /v1/figures/recount': ['supervisor', 'auditor'],
  'GET /v1/oversight/cases': ['handler', 'supervisor', 'reviewer', 'auditor'],
  'GET /v1/oversight/pads': padOverseers,
  'GET /v1/oversight/pads/{padId}': padOverseers,
  'GET /v1/register/{noun}': ['system_admin', 'supervisor', 'reviewer', 'auditor', 'hall_admin'],
  'PUT /v1/register/{noun}': ['system_admin'],
  'GET /v1/coverage': ['supervisor', 'reviewer', 'auditor', 'system_admin', 'hall_admin'],
  'GET /v1/audit/breaks': ['supervisor', 'auditor'],
  'POST /v1/audit/breaks/{ticketId}/settle': ['supervisor', 'auditor'],
  'POST /v1/integrators': ['system_admin'],
  'GET /v1/integrators': ['system_admin', 'auditor'],
  'DELETE /v1/integrators/{accessKey}': ['system_admin'],
  'GET /v1/reports/outbox': ['supervisor', 'auditor', 'system_admin'],
  'GET /v1/reports/outbox/{projectNo}': ['supervisor', 'auditor', 'system_admin'],
  'POST /v1/reports/outbox/{projectNo}/resend': officers,
  'POST /v1/reports/outbox/{projectNo}/withdraw': officers,
  'GET /v1/center': ['system_admin'],
  'PUT /v1/center': ['system_admin'],
  'GET /v1/reports': watchers,
  'GET /v1/reports/{period}': watchers,
  'POST /v1/reports/{period}/build': officers,
  'POST /v1/reports/{period}/submit': officers,
  'POST /v1/reports/reconcile': officers,
  'GET /v1/reports/differences': watchers,
  'POST /v1/reports/differences/{id}/settle': officers,
  'GET /v1/bulletins/{period}/{format}': ['supervisor', 'auditor', 'system_admin'],
} as const satisfies Readonly<Record<string, readonly StaffRole[] | 'any'>>;

export type StaffRoute = keyof typeof routeRoles;

export const rolesOf = (route: StaffRoute): readonly StaffRole[] | 'any' => routeRoles[route];
