import { powerRoles } from '../shared/domain/access/power.ts';
import type { StaffRole } from '../shared/domain/access/staff-role.ts';
import type { EnteredChannel } from '../shared/domain/rating/channel.ts';

/** The roles that may enter, and confirm, what a resident said over a channel. */
export const entryRoles = {
  hotline: ['hotline_operator'],
  paper: ['clerk'],
} as const satisfies Record<EnteredChannel, readonly StaffRole[]>;

const entering: readonly StaffRole[] = Object.values(entryRoles).flat();

/** Handlers work on tickets, the others oversee them; one rule for lists and files. */
const ticketActors: readonly StaffRole[] = ['handler', 'supervisor', 'reviewer'];
const ticketReaders: readonly StaffRole[] = [...ticketActors, 'auditor'];

/** 对省上报 is the work of the city office; auditors read it. */
const officers: readonly StaffRole[] = ['supervisor', 'system_admin'];
const watchers: readonly StaffRole[] = [...officers, 'auditor'];
const padKeepers = powerRoles.pad;
/** Who may propose some act of power may confirm those of colleagues. */
const deciders: readonly StaffRole[] = [...new Set(Object.values(powerRoles).flat())];
const inboxReaders: readonly StaffRole[] = [...ticketReaders, ...deciders];
/** The persons who oversee an area read its registers and their coverage. */
const areaOverseers: readonly StaffRole[] = [
  'system_admin',
  'supervisor',
  'reviewer',
  'auditor',
  'hall_admin',
];
const padOverseers: readonly StaffRole[] = [...padKeepers, 'supervisor', 'auditor'];

/**
 * `city`: only staff of the whole city, which is checked before the verb is called. `area`: the verb
 * compares the area, or the department, of what the call names or asks for. `open`: for all staff.
 */
type Reach = 'city' | 'area' | 'open';

interface StaffCall {
  /** One of which the caller needs; `any` where the verb decides by what is asked for. */
  readonly roles: readonly StaffRole[] | 'any';
  readonly reach: Reach;
  /** False for a write that is no administrative act, or that a chain of its own records. */
  readonly logged?: false;
}

/**
 * Who may make each call of staff. Role and reach of the city are checked before the verb is called,
 * and shown in the contract. No schema is imported here, because every function of staff contains
 * this table.
 */
export const staffCalls = {
  'POST /v1/entries': { roles: entering, reach: 'area' },
  'GET /v1/entries': { roles: [...entering, 'hall_admin'], reach: 'area' },
  'GET /v1/entries/{id}': { roles: [...entering, 'hall_admin'], reach: 'area' },
  'POST /v1/entries/{id}/confirm': { roles: entering, reach: 'area' },
  'GET /v1/contests': { roles: [...powerRoles.contest_ruling, 'auditor'], reach: 'area' },
  'GET /v1/contests/{id}': { roles: [...powerRoles.contest_ruling, 'auditor'], reach: 'area' },
  'POST /v1/contests/{id}/call-back': { roles: powerRoles.contest_ruling, reach: 'area' },
  'POST /v1/contests/{id}/unmask': { roles: powerRoles.contest_ruling, reach: 'area' },
  'POST /v1/contests/{id}/ruling': { roles: powerRoles.contest_ruling, reach: 'area' },
  'POST /v1/pads': { roles: powerRoles.pad, reach: 'area' },
  'GET /v1/pads': { roles: [...padKeepers, 'supervisor'], reach: 'area' },
  'DELETE /v1/pads/{padId}': { roles: padKeepers, reach: 'area' },
  'POST /v1/pads/{padId}/reinstate': { roles: powerRoles.pad, reach: 'area' },
  'GET /v1/tickets': { roles: ticketReaders, reach: 'area' },
  'GET /v1/tickets/{id}': { roles: ticketReaders, reach: 'area' },
  'POST /v1/tickets/{id}/actions': { roles: ticketActors, reach: 'area', logged: false },
  'POST /v1/evidence': { roles: ['handler'], reach: 'area', logged: false },
  'GET /v1/evidence/{id}': { roles: ticketReaders, reach: 'area' },
  'GET /v1/calendar/{year}': { roles: 'any', reach: 'open' },
  'PUT /v1/calendar/{year}': { roles: powerRoles.calendar_year, reach: 'city' },
  'POST /v1/calendar/{year}/dry-run': {
    roles: powerRoles.calendar_year,
    reach: 'city',
    logged: false,
  },
  'GET /v1/policies': { roles: 'any', reach: 'open' },
  'POST /v1/policies': { roles: powerRoles.policy, reach: 'city' },
  'GET /v1/policies/{version}': { roles: 'any', reach: 'open' },
  'POST /v1/policies/{version}/dry-run': { roles: ['system_admin'], reach: 'city', logged: false },
  'POST /v1/policies/{version}/activate': { roles: powerRoles.policy, reach: 'city' },
  'GET /v1/escalations/watch': { roles: ['supervisor', 'auditor'], reach: 'city' },
  'GET /v1/inbox': { roles: inboxReaders, reach: 'area' },
  'POST /v1/inbox/{id}/read': { roles: inboxReaders, reach: 'area', logged: false },
  'GET /v1/messages/call-list': {
    roles: ['hotline_operator', 'supervisor', 'auditor'],
    reach: 'area',
  },
  'POST /v1/webhooks': { roles: powerRoles.webhook, reach: 'area' },
  'GET /v1/webhooks': { roles: ['system_admin', 'auditor'], reach: 'area' },
  'DELETE /v1/webhooks/{id}': { roles: ['system_admin'], reach: 'area' },
  'POST /v1/webhooks/{id}/redeliver': { roles: ['system_admin'], reach: 'area' },
  'GET /v1/figures': { roles: 'any', reach: 'area' },
  'GET /v1/figures/recount': { roles: ['supervisor', 'auditor'], reach: 'area' },
  'GET /v1/oversight/cases': {
    roles: ['handler', 'supervisor', 'reviewer', 'auditor'],
    reach: 'area',
  },
  'GET /v1/oversight/steps': {
    roles: ['handler', 'supervisor', 'reviewer', 'auditor'],
    reach: 'area',
  },
  'GET /v1/oversight/cases/{projectNo}': {
    roles: ['supervisor', 'reviewer', 'auditor', 'system_admin'],
    reach: 'area',
  },
  'GET /v1/oversight/pads': { roles: padOverseers, reach: 'area' },
  'GET /v1/oversight/pads/{padId}': { roles: padOverseers, reach: 'area' },
  'GET /v1/oversight/presses': { roles: padOverseers, reach: 'area' },
  'GET /v1/register/{noun}': { roles: areaOverseers, reach: 'area' },
  'PUT /v1/register/{noun}': { roles: powerRoles.register, reach: 'area' },
  'GET /v1/register/{noun}/versions': { roles: areaOverseers, reach: 'area' },
  'GET /v1/register/{noun}/file.csv': { roles: areaOverseers, reach: 'area' },
  'GET /v1/register/{noun}/file.xlsx': { roles: areaOverseers, reach: 'area' },
  'PUT /v1/register/{noun}/file': { roles: powerRoles.register, reach: 'area' },
  'GET /v1/coverage': { roles: areaOverseers, reach: 'area' },
  'GET /v1/coverage/unlisted': { roles: areaOverseers, reach: 'area' },
  'GET /v1/audit/breaks': { roles: ['supervisor', 'auditor'], reach: 'city' },
  'POST /v1/audit/acts/settle': { roles: ['supervisor', 'auditor'], reach: 'city' },
  'POST /v1/audit/breaks/{ticketId}/settle': { roles: ['supervisor', 'auditor'], reach: 'city' },
  'POST /v1/integrators': { roles: powerRoles.integrator, reach: 'area' },
  'GET /v1/integrators': { roles: ['system_admin', 'auditor'], reach: 'area' },
  'DELETE /v1/integrators/{accessKey}': { roles: ['system_admin'], reach: 'area' },
  'POST /v1/cases/{projectNo}/hand-over': { roles: powerRoles.case_owner, reach: 'area' },
  'POST /v1/pads/{padId}/take-up': { roles: powerRoles.take_up_rating, reach: 'area' },
  'POST /v1/pads/{padId}/settle': { roles: powerRoles.settle_press, reach: 'area' },
  'GET /v1/acts': { roles: ['auditor'], reach: 'city' },
  'GET /v1/approvals': { roles: [...deciders, 'auditor'], reach: 'area' },
  'GET /v1/approvals/{id}': { roles: [...deciders, 'auditor'], reach: 'area' },
  'POST /v1/approvals/{id}/confirm': { roles: deciders, reach: 'area' },
  'POST /v1/approvals/{id}/refuse': { roles: deciders, reach: 'area' },
  'GET /v1/reports/outbox': { roles: ['supervisor', 'auditor', 'system_admin'], reach: 'area' },
  'GET /v1/reports/outbox/{projectNo}': {
    roles: ['supervisor', 'auditor', 'system_admin'],
    reach: 'area',
  },
  'POST /v1/reports/outbox/{projectNo}/resend': { roles: officers, reach: 'area' },
  'POST /v1/reports/outbox/{projectNo}/withdraw': { roles: officers, reach: 'area' },
  'GET /v1/center/callbacks': { roles: watchers, reach: 'city' },
  'GET /v1/center/callbacks/{id}': { roles: watchers, reach: 'city' },
  'POST /v1/center/callbacks/{id}/settle': { roles: powerRoles.settle_callback, reach: 'city' },
  'POST /v1/center/callbacks/{id}/take': { roles: powerRoles.center_callback, reach: 'city' },
  'GET /v1/center': { roles: ['system_admin'], reach: 'city' },
  'PUT /v1/center': { roles: powerRoles.center_access, reach: 'city' },
  'GET /v1/reports': { roles: watchers, reach: 'city' },
  'GET /v1/reports/{period}': { roles: watchers, reach: 'city' },
  'POST /v1/reports/{period}/build': { roles: officers, reach: 'city' },
  'POST /v1/reports/{period}/submit': { roles: officers, reach: 'city' },
  'POST /v1/reports/reconcile': { roles: officers, reach: 'city' },
  'GET /v1/reports/differences': { roles: watchers, reach: 'city' },
  'POST /v1/reports/differences/{id}/settle': { roles: officers, reach: 'city' },
  'GET /v1/bulletins/{period}/{format}': {
    roles: ['supervisor', 'auditor', 'system_admin'],
    reach: 'area',
  },
} as const satisfies Readonly<Record<string, StaffCall>>;

export type StaffRoute = keyof typeof staffCalls;

export const callOf = (route: StaffRoute): StaffCall => staffCalls[route];

/** Whether the call is written into the log of administrative acts. */
export const isLogged = (route: StaffRoute): boolean =>
  !route.startsWith('GET ') && callOf(route).logged !== false;
