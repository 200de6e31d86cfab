/**
 * Every function: who is hurt while it fails (the alarm says this sentence), and its size where it
 * differs from 10 s and 512 MB. What each may do is in `loop-stack.ts`, its routes in `routes.ts`.
 */
import type { FlowName } from './construct/flow-function.ts';

export interface FunctionFacts {
  readonly impact: string;
  readonly seconds?: number;
  readonly megabytes?: number;
}

export const FUNCTIONS = {
  'case/receive': {
    impact: 'Cases of self-built systems do not arrive, and their residents cannot rate them.',
    seconds: 25,
    megabytes: 1024,
  },
  'case/show': { impact: 'Self-built systems cannot look up what became of a case.' },
  'case/import': {
    impact: 'Cases that come as files do not arrive, and their residents cannot rate them.',
    seconds: 29,
    megabytes: 1769,
  },

  'rating/invite': { impact: 'Portal, app and counters get no rating links for their residents.' },
  'rating/present': { impact: 'Residents open a rating link and see an error.' },
  'rating/submit': { impact: 'Residents press send and their rating is not stored.' },
  'rating/follow': { impact: 'Residents cannot see what became of their rating.' },
  'rating/append': { impact: 'Residents cannot say whether the answer to their rating helped.' },
  'rating/enter': { impact: 'Hotline and counter staff cannot enter what residents told them.' },
  'rating/awaiting': { impact: 'Staff cannot see which entered ratings wait for a second person.' },
  'rating/confirm': { impact: 'Entered ratings stay unconfirmed and count nowhere.' },

  'pad/register': { impact: 'A hall cannot add a new pad.' },
  'pad/list': { impact: 'Halls cannot see their pads.' },
  'pad/revoke': { impact: 'A lost or stolen pad cannot be locked out.' },
  'pad/enrol': { impact: 'A new or replaced pad cannot be put to work.' },
  'pad/current': { impact: 'Pads show no service, so nobody can rate at the windows.' },
  'pad/collect': {
    impact: 'Ratings given at the windows stay on the pads and are not counted yet.',
    seconds: 25,
    megabytes: 1024,
  },
  'pad/beat': { impact: 'Pads that work look as if they had gone silent.' },
  'pad/watch': {
    impact: 'Nobody is told when a pad falls silent and residents at that window cannot rate.',
    seconds: 60,
  },

  'ticket/list': { impact: 'Handlers cannot see the bad ratings that they have to answer.' },
  'ticket/act': {
    impact: 'Handlers and supervisors cannot record what they did, and tickets run past deadlines.',
    seconds: 25,
  },
  'ticket/show': { impact: 'Handlers cannot open a bad rating to answer it.' },

  'evidence/offer': { impact: 'Departments cannot put forward photographs and documents.' },
  'evidence/show': { impact: 'Staff cannot look at what a department put forward.' },

  'change/relay': {
    impact: 'Departments are told late of new bad ratings, and the center learns nothing new.',
    seconds: 30,
  },

  'deadline/sweep': {
    impact: 'Nobody is reminded of deadlines, and overdue tickets are not escalated.',
    seconds: 60,
    megabytes: 1024,
  },
  'deadline/watch': {
    impact: 'An escalation that was missed goes unnoticed.',
    seconds: 300,
    megabytes: 1024,
  },
  'deadline/missed': { impact: 'Supervisors cannot see whether escalations were missed.' },
  'escalation/raise': {
    impact: 'Overdue tickets are not escalated, and residents wait without anybody asking why.',
    seconds: 30,
  },
  'escalation/deliver': {
    impact: 'Notices to departments do not reach their inboxes.',
    seconds: 30,
  },
  'escalation/inbox': { impact: 'Staff cannot read what they were notified of.' },
  'escalation/read': { impact: 'Staff cannot say that they have read a notice.' },

  'webhook/admit': { impact: 'No further system or chat group can be told of notices.' },
  'webhook/list': { impact: 'Administrators cannot see where notices are sent to.' },
  'webhook/remove': { impact: 'Notices go on to a system that should no longer have them.' },
  'webhook/redeliver': { impact: 'Notices that a system missed cannot be sent to it again.' },

  'calendar/show': { impact: 'Staff cannot see what the days of a year are counted by.' },
  'calendar/load': {
    impact: 'A new or corrected calendar year cannot be loaded, and deadlines wait for it.',
    seconds: 25,
  },
  'calendar/resume': {
    impact: 'Deadlines of some tickets stay counted by a calendar that was replaced.',
    seconds: 60,
  },
  'calendar/recount': {
    impact: 'Deadlines of some tickets stay counted by a calendar that was replaced.',
    seconds: 30,
  },

  'policy/list': { impact: 'Staff cannot see which rules are in force.' },
  'policy/show': { impact: 'Staff cannot read the rules that a ticket was opened under.' },
  'policy/propose': { impact: 'New rules cannot be proposed.' },
  'policy/dry-run': {
    impact: 'Nobody can see what proposed rules would do before they hold.',
    seconds: 25,
    megabytes: 1024,
  },
  'policy/activate': { impact: 'Proposed rules cannot be put in force, nor earlier ones again.' },

  'integrator/admit': { impact: 'A new self-built system cannot be admitted.' },
  'integrator/list': { impact: 'Administrators cannot see which systems may send.' },
  'integrator/revoke': { impact: 'A system whose key leaked cannot be locked out.' },

  'aggregate/project': {
    impact: 'Figures stand still: ratings are stored and answered, but counted nowhere yet.',
    seconds: 60,
    megabytes: 1024,
  },
  'aggregate/figures': { impact: 'Staff cannot see any figures.', seconds: 25, megabytes: 1024 },
  'aggregate/recount': {
    impact: 'Nobody can prove the figures of a month against the records.',
    seconds: 29,
    megabytes: 1769,
  },
  'open/scores': { impact: 'The public cannot see any figures.', seconds: 25, megabytes: 1024 },

  'oversight/cases': {
    impact: 'Nobody sees which cases are running past the term that was promised.',
    seconds: 25,
    megabytes: 1024,
  },
  'oversight/pads': {
    impact: 'Halls cannot see which pads are silent and which ratings were refused or are missing.',
    seconds: 25,
  },
  'oversight/register': { impact: 'The lists of what should be able to be rated cannot be kept.' },
  'oversight/coverage': {
    impact: 'Nobody sees which halls, departments and matters are never rated.',
    seconds: 25,
    megabytes: 1024,
  },

  'report/send': {
    impact: 'The provincial center is not told of cases, ratings and what became of them.',
    seconds: 180,
  },
  'report/resume': {
    impact: 'What the provincial center did not answer is not sent to it again.',
    seconds: 60,
  },
  'report/outbox': { impact: 'Staff cannot see what the provincial center refused, and why.' },
  'report/resend': { impact: 'Staff cannot put right what the provincial center refused.' },
  'report/access': { impact: 'The access to the provincial center can be neither seen nor set.' },
  'report/period': { impact: 'Staff cannot see what the province was told of a month.' },
  'report/build': {
    impact: 'The report of a month cannot be built, so the province is not told of it.',
    seconds: 25,
    megabytes: 1024,
  },
  'report/submit': {
    impact: 'The report of a month cannot be handed to the province.',
    seconds: 25,
  },
  'report/reconcile': {
    impact: 'Staff cannot compare a day with the provincial center again.',
    seconds: 29,
    megabytes: 1024,
  },
  'report/daily': {
    impact: 'Nobody notices when the provincial center holds something else than the city.',
    seconds: 600,
    megabytes: 1024,
  },
  'report/difference': {
    impact: 'Staff cannot see or settle what differs between the city and the province.',
  },
  'report/callback': {
    impact: 'Ratings given over the pages of the province do not reach the departments.',
    seconds: 25,
  },

  'report/bulletin': {
    impact: 'Nobody can print the monthly bulletin.',
    seconds: 29,
    megabytes: 1769,
  },

  'open/method': { impact: 'The public cannot read how the published figures are reckoned.' },
  'open/docs': { impact: 'Integrators cannot read the description of the interface.' },
} as const satisfies Readonly<Record<FlowName, FunctionFacts>>;

export type LoopFunction = keyof typeof FUNCTIONS;
