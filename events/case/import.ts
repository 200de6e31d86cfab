import * as z from 'zod/mini';

import { eventOutcome, refusalWith } from './event-answer.ts';

/**
 * Limits of one call in lines (without the header) and bytes, so that it ends well within the
 * gateway's 30 seconds. The command line tool splits longer files.
 */
export const longestFile = 500;
export const largestFile = 4 * 1024 * 1024;

export const fileForms = ['csv', 'ndjson', 'xlsx'] as const;
export type FileForm = (typeof fileForms)[number];

const fileEncodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type FileEncoding = (typeof fileEncodings)[number];

const fileSeparators = ['comma', 'tab', 'semicolon'] as const;
export type FileSeparator = (typeof fileSeparators)[number];

/** How a file was read, so that its sender sees when it was not as meant. */
export const FileReading = z.object({
  /** Text files only. */
  encoding: z.optional(z.enum(fileEncodings)),
  /** Only when the cells are not separated by commas. */
  separator: z.optional(z.enum(fileSeparators)),
  /** Workbooks only: the sheet that was read, and those that were not. */
  sheet: z.optional(z.string()),
  sheetsNotRead: z.optional(z.array(z.string())),
  /** The line of the column names, when other lines stand above it; those were not read. */
  headerLine: z.optional(z.int()),
  /** Lines that a filter or a person has hidden in the workbook; they were read like the others. */
  hiddenLines: z.optional(z.array(z.int())),
});
export type FileReading = z.infer<typeof FileReading>;

export const ImportedLine = z.object({
  /** As counted by an editor or a spreadsheet, from 1; the header counts too. */
  line: z.int(),
  ...eventOutcome,
  problem: refusalWith({
    /** The column's name in the file's own header; absent in JSON Lines. */
    column: z.optional(z.string()),
  }),
});
export type ImportedLine = z.infer<typeof ImportedLine>;

export const CaseImportAnswer = z.object({
  form: z.enum(fileForms),
  ...FileReading.shape,
  stored: z.int(),
  repeats: z.int(),
  refused: z.int(),
  lines: z.array(ImportedLine),
});
export type CaseImportAnswer = z.infer<typeof CaseImportAnswer>;
