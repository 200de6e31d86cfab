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
 * 逐行结果: beside the file, in a form that a spreadsheet opens. Written under a name of its own and
 * put in its place at the end, so that two imports at a time do not write into each other; an
 * import that never came to a line leaves an earlier result as it is.
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
