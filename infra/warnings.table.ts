/**
 * The alarm texts of queues, stream, table and API; those of functions are in `functions.table.ts`.
 */
import type { Warning } from './construct/alarm/on-call.ts';

export const WARNINGS = {
  noticesGivenUp: {
    impact: 'Some departments were not notified of a bad rating, and its deadline is running.',
    runbook: 'notices-given-up',
  },
  noticesLate: {
    impact:
      'Departments are notified of bad ratings late and lose part of the time to handle them.',
    runbook: 'notices-late',
  },
  changesGivenUp: {
    impact:
      'A notice or a report was not passed on, and reaches the department or the center late.',
    runbook: 'changes-given-up',
  },
  changesLate: {
    impact: 'Departments and supervisors are notified late of changes to their tickets.',
    runbook: 'changes-late',
  },
  figuresGivenUp: {
    impact: 'Some changes were skipped, and the figures of their days are wrong until repaired.',
    runbook: 'figures-given-up',
  },
  figuresLate: {
    impact: 'Staff and the public see figures without the latest ratings and changes.',
    runbook: 'figures-late',
  },
  noticesRefused: {
    impact: 'A notice could not be parsed and was dropped, and its department was not notified.',
    runbook: 'notices-refused',
  },
  webhooksGivenUp: {
    impact:
      'A department or the city got no notice in its own system and finds it only in its inbox.',
    runbook: 'webhooks-given-up',
  },
  messagesGivenUp: {
    impact: 'Some residents were not told what happened to their rating, or not invited to rate.',
    runbook: 'messages-given-up',
  },
  messagesLate: {
    impact: 'Residents get messages about their ratings late.',
    runbook: 'messages-late',
  },
  messagesRefused: {
    impact: 'A message to a resident was dropped, because the call for it could not be processed.',
    runbook: 'messages-refused',
  },
  messagesFailed: {
    impact: 'The gateway of text messages did not take messages, and their residents get none.',
    runbook: 'messages-failed',
  },
  messagesUnanswered: {
    impact:
      'Residents were not told about their ratings, because the gateway answered none of five attempts.',
    runbook: 'messages-unanswered',
  },
  messagesUndelivered: {
    impact: 'Messages were sent and reached no telephone, and their residents learn nothing.',
    runbook: 'messages-undelivered',
  },
  escalationsGivenUp: {
    impact: 'Overdue tickets are not escalated, and their residents keep waiting.',
    runbook: 'escalations-given-up',
  },
  escalationsLate: {
    impact: 'Departments and supervisors get reminders and escalations late.',
    runbook: 'escalations-late',
  },
  escalationsRefused: {
    impact: 'A ticket was not escalated, because the message for it could not be processed.',
    runbook: 'escalations-refused',
  },
  escalationsMissed: {
    impact: 'A ticket passed its deadline, and its department or supervisor was not notified.',
    runbook: 'escalations-missed',
  },
  deadlinesBehind: {
    impact: 'Deadlines pass without a reminder or an escalation, because the sweep is behind.',
    runbook: 'deadlines-behind',
  },
  calendarPending: {
    impact: 'Some tickets have no deadline, because a year has no calendar yet.',
    runbook: 'tickets-pending-calendar',
  },
  recountsGivenUp: {
    impact: 'Some open tickets still have deadlines by a calendar that was replaced.',
    runbook: 'recounts-given-up',
  },
  recountsLate: {
    impact: 'Handlers and residents see deadlines by the old calendar for longer than expected.',
    runbook: 'recounts-late',
  },
  recountsRefused: {
    impact: 'A ticket was not recounted, because the message for it could not be processed.',
    runbook: 'recounts-refused',
  },
  reportsGivenUp: {
    impact: 'The provincial center does not receive some cases until they are repaired manually.',
    runbook: 'reports-given-up',
  },
  reportsLate: {
    impact: 'The provincial center receives cases and ratings late.',
    runbook: 'reports-late',
  },
  reportsRefused: {
    impact: 'A case was not reported, because the message for it could not be processed.',
    runbook: 'reports-refused',
  },
  reportsStuck: {
    impact: 'The provincial center refused records of cases, and their ratings do not count there.',
    runbook: 'reports-stuck',
  },
  centerSilent: {
    impact: 'The provincial center has not answered for an hour and receives nothing new.',
    runbook: 'center-silent',
  },
  callbacksOpen: {
    impact:
      'Ratings, follow-ups or steps of the provincial center are not stored until a person looks.',
    runbook: 'callbacks-open',
  },
  auditBroken: {
    impact:
      'A ticket, or the log of acts, does not agree with its chain: somebody changed the table itself.',
    runbook: 'audit-broken',
  },
  casesNotErased: {
    impact: 'Identity and words of some cases are kept longer than the notice to residents says.',
    runbook: 'cases-not-erased',
  },
  differencesOpen: {
    impact: 'The provincial center and the city have different ratings or steps for some days.',
    runbook: 'differences-open',
  },
  periodsUnanswered: {
    impact: 'The report of a month was submitted, and the provincial center has not answered.',
    runbook: 'periods-unanswered',
  },
  padsSilent: {
    impact:
      'Residents at many windows cannot rate, because a tenth or more of all pads are silent.',
    runbook: 'pads-silent',
  },
  padRatingsMissing: {
    impact: 'Ratings that residents gave at a window have not arrived for an hour.',
    runbook: 'pad-ratings-missing',
  },
  pressesOpen: {
    impact: 'What residents pressed at a window is no rating yet, and nothing binds it any more.',
    runbook: 'presses-open',
  },
  refusedRatingsOpen: {
    impact: 'What a pad sent was refused, so what a resident pressed is no rating yet.',
    runbook: 'refused-ratings-open',
  },
  deadlineSchedulesLost: {
    impact: 'Deadlines were not checked for a while, so reminders and escalations come late.',
    runbook: 'deadline-schedules-lost',
  },
  schedulesLost: {
    impact: 'A scheduled check did not run, so a silent pad may be detected later.',
    runbook: 'schedules-lost',
  },
  tableThrottled: {
    impact:
      'Residents, halls and handlers wait or get errors, because the table throttles requests.',
    runbook: 'table-throttled',
  },
  apiFaults: {
    impact: 'Residents, halls, integrators or staff get errors instead of answers.',
    runbook: 'api-answers-5xx',
  },
} as const satisfies Readonly<Record<string, Warning>>;
