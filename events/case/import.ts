import * as z from 'zod/mini';

/**
 * The most lines (beside the header) and bytes that one call takes, so that it ends well within the
 * gateway's 30 seconds; the command line cuts longer files.
 */
export const longestFile = 500;
export const largestFile = 4 * 1024 * 1024;

const fileForms = ['csv', 'ndjson', 'xlsx'] as const;
export type FileForm = (typeof fileForms)[number];

const fileEncodings = ['utf-8', 'utf-8-bom', 'gb18030'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

export const ImportedLine = z.object({
  /** As an editor or a spreadsheet counts them, from 1; the header is a line too. */
  line: z.int(),
  eventId: z.optional(z.string()),
  outcome: z.enum(['stored', 'repeat', 'refused']),
  problem: z.optional(
    z.object({
      code: z.string(),
      detail: z.string(),
      errors: z.optional(
        z.array(
          z.object({
            /** As the file's own header calls it; absent in JSON Lines. */
            column: z.optional(z.string()),
            path: z.string(),
            problem: z.string(),
            detail: z.string(),
            /** With `not_allowed`: the values that are. */
            allowed: z.optional(z.array(z.string())),
          }),
        ),
      ),
    }),
  ),
});
export type ImportedLine = z.infer<typeof ImportedLine>;

export const CaseImportAnswer = z.object({
  form: z.enum(fileForms),
  /** Of files that are text. */
  encoding: z.optional(z.enum(fileEncodings)),
  /** Of workbooks: the sheet that was read, and those that were not. */
  sheet: z.optional(z.string()),
  sheetsNotRead: z.optional(z.array(z.string())),
  stored: z.int(),
  repeats: z.int(),
  refused: z.int(),
  lines: z.array(ImportedLine),
});
export type CaseImportAnswer = z.infer<typeof CaseImportAnswer>;
