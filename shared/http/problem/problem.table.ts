import { adminCodes } from './first/admin.table.ts';
import { callCodes } from './first/call.table.ts';
import { ratingCodes } from './first/rating.table.ts';
import { ticketCodes } from './first/ticket.table.ts';
import type { ProblemText } from './text.ts';

/**
 * The problems of the first stages. Those of the others are in `<stage>.table.ts`, so that the
 * function for ratings does not bundle them. The code is stable; the texts may be improved.
 */
export const problems = {
  ...callCodes,
  ...ratingCodes,
  ...ticketCodes,
  ...adminCodes,
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;
