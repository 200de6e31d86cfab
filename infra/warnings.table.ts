/** What the alarms on queues, stream, table and API say; those on functions are in `functions.table.ts`. */
import type { Warning } from './construct/on-call.ts';

export const WARNINGS = {
  noticesGivenUp: {
    impact: 'Some departments were never told of a bad rating, while its clock runs.',
    runbook: 'notices-given-up',
  },
  noticesLate: {
    impact: 'Departments learn of bad ratings late and lose time from their clocks.',
    runbook: 'notices-late',
  },
  changesGivenUp: {
    impact: 'A notice was written but not sent on, and reaches its people late.',
    runbook: 'changes-given-up',
  },
  changesLate: {
    impact: 'Departments and supervisors are told late of what just happened to a ticket.',
    runbook: 'changes-late',
  },
  noticesRefused: {
    impact: 'A notice was dropped because it could not be read, and its department was not told.',
    runbook: 'notices-refused',
  },
  webhooksGivenUp: {
    impact: 'A department or the city was not told over its own system; its inbox has the notice.',
    runbook: 'webhooks-given-up',
  },
  escalationsGivenUp: {
    impact: 'Overdue tickets are not escalated, and residents wait without anybody asking why.',
    runbook: 'escalations-given-up',
  },
  escalationsLate: {
    impact: 'Reminders and escalations of overdue tickets come late.',
    runbook: 'escalations-late',
  },
  escalationsRefused: {
    impact: 'A ticket was not escalated because the call for it could not be read.',
    runbook: 'escalations-refused',
  },
  escalationsMissed: {
    impact: 'A ticket ran past its deadline and its department or supervisor was not called.',
    runbook: 'escalations-missed',
  },
  deadlinesBehind: {
    impact: 'Deadlines pass and nobody is reminded or called, because the sweep is behind.',
    runbook: 'deadlines-behind',
  },
  calendarPending: {
    impact: 'Some tickets have no deadline, because a year has no calendar yet.',
    runbook: 'tickets-pending-calendar',
  },
  recountsGivenUp: {
    impact: 'Some open tickets are still counted by a calendar that was replaced.',
    runbook: 'recounts-given-up',
  },
  recountsLate: {
    impact: 'Deadlines are shown by the old calendar for longer than they should be.',
    runbook: 'recounts-late',
  },
  recountsRefused: {
    impact: 'A ticket was not counted again because the order for it could not be read.',
    runbook: 'recounts-refused',
  },
  padsSilent: {
    impact: 'Residents at many windows cannot rate: one pad in ten, or more, has fallen silent.',
    runbook: 'pads-silent',
  },
  padRatingsMissing: {
    impact: 'Ratings that residents gave at a window have not arrived for an hour.',
    runbook: 'pad-ratings-missing',
  },
  deadlineBeatsLost: {
    impact: 'Deadlines were not looked at for a while, so reminders and escalations come late.',
    runbook: 'deadline-beats-lost',
  },
  beatsLost: {
    impact: 'A regular check did not run, so a silent pad may go unnoticed a while longer.',
    runbook: 'beats-lost',
  },
  tableThrottled: {
    impact: 'Residents, halls and handlers wait or get errors, because the table refuses requests.',
    runbook: 'table-throttled',
  },
  apiFaults: {
    impact: 'Residents, halls, integrators or staff get error pages instead of answers.',
    runbook: 'api-answers-5xx',
  },
} as const satisfies Readonly<Record<string, Warning>>;
