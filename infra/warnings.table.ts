/**
 * The alarm texts of queues, stream, table and API; those of functions are in `functions.table.ts`.
 */
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
    impact: 'A notice or a report was not sent on, and reaches its people or the center late.',
    runbook: 'changes-given-up',
  },
  changesLate: {
    impact: 'Departments and supervisors are told late of what just happened to a ticket.',
    runbook: 'changes-late',
  },
  figuresGivenUp: {
    impact:
      'Some changes were passed over, and the figures of their days are wrong until repaired.',
    runbook: 'figures-given-up',
  },
  figuresLate: {
    impact: 'Figures lag behind what residents and departments do.',
    runbook: 'figures-late',
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
  reportsGivenUp: {
    impact: 'The provincial center is not told of some cases until somebody looks at them.',
    runbook: 'reports-given-up',
  },
  reportsLate: {
    impact: 'The provincial center learns of cases and ratings late.',
    runbook: 'reports-late',
  },
  reportsRefused: {
    impact: 'A case was not reported because the call for it could not be read.',
    runbook: 'reports-refused',
  },
  reportsStuck: {
    impact: 'The provincial center refused records of cases, and their ratings do not count there.',
    runbook: 'reports-stuck',
  },
  centerSilent: {
    impact: 'The provincial center has not answered for an hour and is told nothing new.',
    runbook: 'center-silent',
  },
  differencesOpen: {
    impact: 'The provincial center holds other ratings or steps of some days than the city does.',
    runbook: 'differences-open',
  },
  periodsUnanswered: {
    impact: 'The report of a month was submitted, and the provincial center has not answered.',
    runbook: 'periods-unanswered',
  },
  padsSilent: {
    impact: 'Residents at many windows cannot rate: one pad in ten, or more, has fallen silent.',
    runbook: 'pads-silent',
  },
  padRatingsMissing: {
    impact: 'Ratings that residents gave at a window have not arrived for an hour.',
    runbook: 'pad-ratings-missing',
  },
  deadlineSchedulesLost: {
    impact: 'Deadlines were not looked at for a while, so reminders and escalations come late.',
    runbook: 'deadline-schedules-lost',
  },
  schedulesLost: {
    impact: 'A regular check did not run, so a silent pad may go unnoticed a while longer.',
    runbook: 'schedules-lost',
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
