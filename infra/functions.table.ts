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
    impact: 'Cases of self-built systems are not stored, and their residents cannot rate them.',
    seconds: 25,
    megabytes: 1024,
  },
  'case/integrator': {
    impact: 'Case files cannot be imported, and systems cannot look up the state of a case.',
    seconds: 29,
    megabytes: 1769,
  },
  'case/retention': {
    impact: 'Identity and words of old cases are kept longer than the notice to residents says.',
    seconds: 900,
    megabytes: 1024,
  },
  'case/public': { impact: 'Self-built systems cannot download the template of case files.' },

  'rating/integrator': {
    impact: 'The portal, the app and the counters get no rating links for their residents.',
  },
  'rating/submit': { impact: 'Residents send a rating and it is not stored.' },
  'rating/public': {
    impact: 'Residents cannot open a rating link, follow their rating or confirm its result.',
  },
  'rating/page': {
    impact: 'Residents see no rating page and cannot follow a rating in the browser.',
  },
  'rating/staff': {
    impact: 'Ratings by telephone and on paper cannot be entered or confirmed, and do not count.',
  },

  'pad/staff': { impact: 'Halls cannot add, list or block their pads.' },
  'pad/pad': {
    impact:
      'Residents cannot rate at the windows, because pads show no service and appear to be silent.',
  },
  'pad/collect': {
    impact: 'Ratings from the windows stay on the pads and are not counted yet.',
    seconds: 25,
    megabytes: 1024,
  },
  'pad/watch': {
    impact: 'Nobody is notified when a pad is silent and residents at its window cannot rate.',
    seconds: 60,
  },

  'ticket/staff': {
    impact:
      'Handlers and supervisors cannot see or handle bad ratings, and tickets become overdue.',
    seconds: 25,
    megabytes: 1024,
  },
  'evidence/staff': {
    impact: 'Departments cannot upload photographs and documents, and staff cannot view them.',
  },

  'escalation/sweep': {
    impact: 'Departments get no reminders of deadlines, and overdue tickets are not escalated.',
    seconds: 60,
    megabytes: 1024,
  },
  'escalation/watch': {
    impact: 'Supervisors do not learn of an escalation that was missed.',
    seconds: 300,
    megabytes: 1024,
  },
  'escalation/raise': {
    impact: 'Overdue tickets are not escalated, and their residents keep waiting.',
    seconds: 30,
  },
  'escalation/staff': { impact: 'Supervisors cannot see whether escalations were missed.' },

  'notice/relay': {
    impact: 'Departments are notified of bad ratings late, and the center receives nothing new.',
    seconds: 30,
  },
  'notice/deliver': {
    impact: 'Notices to departments do not reach their inboxes.',
    seconds: 30,
  },
  'notice/staff': {
    impact: 'Staff cannot read their notices or choose the systems that receive them.',
  },

  'message/send': {
    impact:
      'Residents are not invited to rate, and are not told that their bad rating was answered.',
    seconds: 30,
  },
  'message/public': {
    impact: 'Residents cannot refuse messages, and cannot have a lost receipt sent again.',
  },
  'message/integrator': {
    impact: 'Nobody learns of messages that did not reach their residents.',
    seconds: 25,
  },
  'message/staff': { impact: 'The hotline does not see whom it may call for a rating.' },

  'calendar/staff': {
    impact:
      'Staff cannot load a new or corrected calendar year, and deadlines in that year stay open.',
    seconds: 25,
  },
  'calendar/resume': {
    impact: 'Some tickets keep deadlines that were counted by a calendar that was replaced.',
    seconds: 60,
  },
  'calendar/recount': {
    impact: 'Some tickets keep deadlines that were counted by a calendar that was replaced.',
    seconds: 30,
  },

  'policy/staff': {
    impact: 'Staff cannot read, propose, test or activate rules.',
    seconds: 25,
    megabytes: 1024,
  },

  'access/staff': {
    impact:
      'Staff cannot admit a new system, revoke one whose key has leaked, or confirm what colleagues proposed.',
    seconds: 25,
    megabytes: 1024,
  },

  'figures/project': {
    impact:
      'Staff and the public see old figures, because new ratings are stored but not yet counted.',
    seconds: 60,
    megabytes: 1024,
  },
  'figures/staff': {
    impact: 'Staff cannot see figures or verify them against the records.',
    seconds: 29,
    megabytes: 1769,
  },

  'exchange/send': {
    impact: 'The provincial center does not receive cases, ratings and the results of tickets.',
    seconds: 180,
  },
  'exchange/resume': {
    impact:
      'Reports that the provincial center did not answer are not sent again, and its callbacks that wait for their case stay waiting.',
    seconds: 60,
  },
  'exchange/staff': {
    impact: 'Staff cannot see or repair records that the provincial center refused.',
  },
  'exchange/integrator': {
    impact: 'Ratings from the pages of the province do not reach the departments.',
    seconds: 25,
  },

  'period/staff': {
    impact: 'Staff cannot build, read or submit the monthly report to the province.',
    seconds: 25,
    megabytes: 1024,
  },
  'reconciliation/staff': {
    impact: 'Staff cannot see or resolve differences between the city and the province.',
    seconds: 29,
    megabytes: 1024,
  },
  'reconciliation/nightly': {
    impact:
      'Staff do not learn of differences between the records of the city and of the province.',
    seconds: 600,
    megabytes: 1024,
  },

  'oversight/verify': {
    impact: 'Nobody learns of a ticket that was changed in the table, past its audit chain.',
    seconds: 900,
    megabytes: 1024,
  },
  'oversight/staff': {
    impact: 'Supervisors cannot see overdue cases, silent pads and services without ratings.',
    seconds: 25,
    megabytes: 1024,
  },

  'bulletin/staff': {
    impact: 'Staff cannot download the monthly bulletin.',
    seconds: 29,
    megabytes: 1769,
  },

  'public/public': {
    impact: 'The public cannot see figures or read how they are calculated.',
    seconds: 25,
    megabytes: 1024,
  },
  'page/file': {
    impact:
      'Pages of residents and staff appear without style, and staff cannot sign in to theirs.',
  },
  'docs/public': { impact: 'Integrators cannot read the description of the interface.' },
} as const satisfies Readonly<Record<FlowName, FunctionFacts>>;

export type LoopFunction = keyof typeof FUNCTIONS;
