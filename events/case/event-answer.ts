import * as z from 'zod/mini';

/** `more`: what an error says beside its path and problem. */
export const refusalWith = <More extends z.core.$ZodShape>(more: More) =>
  z.optional(
    z.object({
      code: z.string(),
      detail: z.string(),
      errors: z.optional(
        z.array(
          z.object({
            path: z.string(),
            problem: z.string(),
            /** What is wrong, in the language of the caller. */
            detail: z.string(),
            ...more,
            /** With `not_allowed`: the permitted values. */
            allowed: z.optional(z.array(z.string())),
          }),
        ),
      ),
    }),
  );

/** What came of one event, of a batch or of a file. */
export const eventOutcome = {
  eventId: z.optional(z.string()),
  outcome: z.enum(['stored', 'repeat', 'refused']),
  /**
   * Members of the header that differ from an earlier one of the case, which stays: correct the case
   * where it is reported to the province.
   */
  notTaken: z.optional(z.array(z.string())),
} as const;

export const CaseEventAnswer = z.object({
  index: z.int(),
  ...eventOutcome,
  problem: refusalWith({}),
});
export type CaseEventAnswer = z.infer<typeof CaseEventAnswer>;

export const CaseEventBatchAnswer = z.object({
  stored: z.int(),
  repeats: z.int(),
  refused: z.int(),
  items: z.array(CaseEventAnswer),
});
