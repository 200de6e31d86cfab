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
    impact: 'A new bad rating was stored but not announced to its department.',
    runbook: 'changes-given-up',
  },
  changesLate: {
    impact: 'New bad ratings are announced to departments late.',
    runbook: 'changes-late',
  },
  noticesRefused: {
    impact: 'A notice was dropped because it could not be read, and its department was not told.',
    runbook: 'notices-refused',
  },
  padsSilent: {
    impact: 'Residents at many windows cannot rate: one pad in ten, or more, has fallen silent.',
    runbook: 'pads-silent',
  },
  padRatingsMissing: {
    impact: 'Ratings that residents gave at a window have not arrived for an hour.',
    runbook: 'pad-ratings-missing',
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
