/**
 * Every function: the impact while it fails (the text of its alarm), and its size if it differs
 * from 10 s and 512 MB. Its grants are in `stage/`, its routes in `routes.ts`.
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
  'case/integrator': {
    impact:
      'Cases that come as files do not arrive, and systems cannot look up what became of one.',
    seconds: 29,
    megabytes: 1769,
  },
  'case/public': { impact: 'Self-built systems cannot download the template of case files.' },

  'rating/integrator': {
    impact: 'Portal, app and counters get no rating links for their residents.',
  },
  'rating/submit': { impact: 'Residents press send and their rating is not stored.' },
  'rating/public': {
    impact: 'Residents cannot open a rating link, follow their rating, or say whether it helped.',
  },
  'rating/staff': {
    impact: 'Ratings by telephone and on paper cannot be entered or confirmed, and do not count.',
  },

  'pad/staff': { impact: 'Halls cannot add, see or lock out their pads.' },
  'pad/pad': {
    impact: 'Pads show no service, so nobody can rate at the windows, and seem to be silent.',
  },
  'pad/collect': {
    impact: 'Ratings given at the windows stay on the pads and are not counted yet.',
    seconds: 25,
    megabytes: 1024,
  },
  'pad/watch': {
    impact: 'Nobody is told when a pad falls silent and residents at that window cannot rate.',
    seconds: 60,
  },

  'ticket/staff': {
    impact: 'Handlers and supervisors cannot see or act on bad ratings, and tickets run late.',
    seconds: 25,
    megabytes: 1024,
  },
  'evidence/staff': {
    impact: 'Departments cannot put forward photographs and documents, nor staff look at them.',
  },

  'escalation/sweep': {
    impact: 'Nobody is reminded of deadlines, and overdue tickets are not escalated.',
    seconds: 60,
    megabytes: 1024,
  },
  'escalation/watch': {
    impact: 'An escalation that was missed goes unnoticed.',
    seconds: 300,
    megabytes: 1024,
  },
  'escalation/raise': {
    impact: 'Overdue tickets are not escalated, and residents wait without anybody asking why.',
    seconds: 30,
  },
  'escalation/staff': { impact: 'Supervisors cannot see whether escalations were missed.' },

  'notice/relay': {
    impact: 'Departments are told late of new bad ratings, and the center learns nothing new.',
    seconds: 30,
  },
  'notice/deliver': {
    impact: 'Notices to departments do not reach their inboxes.',
    seconds: 30,
  },
  'notice/staff': {
    impact: 'Staff cannot read what they were notified of, nor choose which systems hear of it.',
  },

  'calendar/staff': {
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

  'policy/staff': {
    impact: 'Rules cannot be read, proposed, tried or put in force.',
    seconds: 25,
    megabytes: 1024,
  },

  'access/staff': {
    impact: 'A new system cannot be admitted, nor one whose key leaked be locked out.',
  },

  'figures/project': {
    impact: 'Figures stand still: ratings are stored and answered, but counted nowhere yet.',
    seconds: 60,
    megabytes: 1024,
  },
  'figures/staff': {
    impact: 'Staff cannot see any figures, nor prove them against the records.',
    seconds: 29,
    megabytes: 1769,
  },

  'exchange/send': {
    impact: 'The provincial center is not told of cases, ratings and what became of them.',
    seconds: 180,
  },
  'exchange/resume': {
    impact: 'What the provincial center did not answer is not sent to it again.',
    seconds: 60,
  },
  'exchange/staff': {
    impact: 'Staff cannot see or put right what the provincial center refused.',
  },
  'exchange/integrator': {
    impact: 'Ratings given over the pages of the province do not reach the departments.',
    seconds: 25,
  },

  'period/staff': {
    impact: 'The report of a month cannot be built, read or submitted to the province.',
    seconds: 25,
    megabytes: 1024,
  },
  'reconciliation/staff': {
    impact: 'Staff cannot see or settle what differs between the city and the province.',
    seconds: 29,
    megabytes: 1024,
  },
  'reconciliation/nightly': {
    impact: 'Nobody notices when the provincial center holds something else than the city.',
    seconds: 600,
    megabytes: 1024,
  },

  'oversight/staff': {
    impact: 'Nobody sees which cases run late, which pads are silent and what is never rated.',
    seconds: 25,
    megabytes: 1024,
  },

  'bulletin/staff': {
    impact: 'Nobody can print the monthly bulletin.',
    seconds: 29,
    megabytes: 1769,
  },

  'public/public': {
    impact: 'The public cannot see any figures, nor read how they are made.',
    seconds: 25,
    megabytes: 1024,
  },
  'docs/public': { impact: 'Integrators cannot read the description of the interface.' },
} as const satisfies Readonly<Record<FlowName, FunctionFacts>>;

export type LoopFunction = keyof typeof FUNCTIONS;
