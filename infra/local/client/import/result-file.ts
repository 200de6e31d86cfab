import { open, rename, rm } from 'node:fs/promises';

import type { ImportedLine } from '../../../../events/case/import.ts';

export interface ResultFile {
  readonly path: string;
  add(lines: readonly ImportedLine[]): Promise<void>;
  close(): Promise<void>;
}

const quoteCell = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const formatRow = (cells: readonly string[]): string => `${cells.map(quoteCell).join(',')}\r\n`;

const outcomes = { stored: '已存储', repeat: '已存在', refused: '被拒绝' } as const;

const rowOf = ({ line, outcome, eventId, problem }: ImportedLine): string => {
  const errors = problem?.errors ?? [];
  const where = errors.map(({ column, path }) => column ?? path).join('; ');
  const why = errors.length > 0 ? errors.map(({ detail }) => detail).join('; ') : problem?.detail;
  return formatRow([
    String(line),
    outcomes[outcome],
    eventId ?? '',
    problem?.code ?? '',
    where,
    why ?? '',
  ]);
};

let opened = 0;

/**
 * 逐行结果: writes the result of each line into a file beside the input, in a format that a
 * spreadsheet program opens. The file is written under a temporary name and renamed at the end, so
 * two concurrent imports do not write into each other's result. An import that fails before its
 * first line leaves an earlier result unchanged.
 */
export const resultFile = async (path: string): Promise<ResultFile> => {
  opened += 1;
  const draft = `${path}.${process.pid}-${opened}.part`;
  const file = await open(draft, 'wx');
  let begun = false;
  await file.write(`\uFEFF${formatRow(['行', '结果', '事件编号', '错误代码', '列', '说明'])}`);
  return {
    path,
    add: async (lines) => {
      begun = true;
      await file.write(lines.map(rowOf).join(''));
    },
    close: async () => {
      await file.close();
      await (begun ? rename(draft, path) : rm(draft));
    },
  };
};
