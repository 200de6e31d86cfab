/** The separator of a text file: a comma by RFC 4180; spreadsheets also write tabs and semicolons. */
import type { FileColumn } from '../../../events/case/import-file.table.ts';
import type { FileSeparator } from '../../../events/case/import.ts';
import { headerScore, searchedRows } from './find-header.ts';

export const separators = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
} as const satisfies Record<FileSeparator, string>;

/** Enough for every title above a header. */
const longestHead = 64 * 1024;

/** Returns the separator by which a line of the beginning names the most columns. */
export const separatorOf = (text: string, all: readonly FileColumn[]): FileSeparator => {
  const lines = text.slice(0, longestHead).split(/\r\n?|\n/);
  const head = lines.filter((line) => line.trim() !== '').slice(0, searchedRows);
  const scoreOf = (separator: FileSeparator): number => {
    const scores = head.map((line) => {
      const cells = line.replaceAll('"', '').split(separators[separator]);
      return headerScore({ line: 1, cells }, all);
    });
    return Math.max(0, ...scores);
  };
  const [best] = (['comma', 'tab', 'semicolon'] as const)
    .map((separator) => ({ separator, score: scoreOf(separator) }))
    .toSorted((a, b) => b.score - a.score);
  return best?.separator ?? 'comma';
};
