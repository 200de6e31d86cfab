import { writeXlsx } from 'hucre/xlsx';

import { fileColumns } from '../../../events/case/import-file.table.ts';
import { creditCode, nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import type { Key } from '../request.ts';
import { newWorld, outcomeOf } from '../world.ts';

export type Values = Readonly<Record<string, string>>;

export const csvType = 'application/csv';
export const ndjsonType = 'application/x-ndjson';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A line of a case accepted this Friday at 09:00, by the English names of its columns. */
export const acceptedLine = (projectNo = nextProjectNo()): Values => ({
  projectNo,
  type: 'accepted',
  at: '2026-11-20 09:00',
  matterCode: '许可-00757-000',
  matterName: '食品经营许可',
  departmentCode: creditCode,
  departmentName: '越城区测试局',
  area: '330602',
  caseKind: 'immediate',
  applicantKind: 'person',
  applicantName: '测试甲',
  serviceNumber: '1',
  service: 'accept',
});

/** The same line with the terms of a Chinese spreadsheet. */
export const chineseWords = (line: Values): Values => ({
  ...line,
  type: '受理',
  caseKind: '即办件',
  applicantKind: '自然人',
  service: '受理',
});

export const chineseNames: Values = Object.fromEntries(
  fileColumns.map(({ name, zh }) => [name, zh]),
);

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export interface Layout {
  readonly end?: string;
  readonly names?: Values;
}

/** Columns in the order of the first line; `names` renames them. */
export const csvOf = (lines: readonly Values[], { end = '\r\n', names = {} }: Layout = {}) => {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows = [
    columns.map((column) => names[column] ?? column),
    ...lines.map((line) => columns.map((column) => line[column] ?? '')),
  ];
  return rows.map((row) => row.map(quoted).join(',') + end).join('');
};

const pairs = function* (): Generator<readonly [string, readonly number[]]> {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const bytes = [lead, trail] as const;
      yield [decoder.decode(Uint8Array.from(bytes)), bytes];
    }
  }
};

const twoBytes = new Map(pairs());

/** Characters that GBK does not have, with their four bytes in GB 18030. */
const fourBytes = new Map<string, readonly number[]>([
  ['㐀', [0x81, 0x39, 0xee, 0x39]],
  ['𠮷', [0x95, 0x34, 0xb2, 0x35]],
]);

/**
 * Node cannot encode GB18030: this inverts its decoder for two bytes, and uses a table for four.
 */
export const gb18030 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text).flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = twoBytes.get(sign) ?? fourBytes.get(sign);
      if (bytes === undefined) throw new Error(`no GB18030 here for ${sign}`);
      return [...bytes];
    }),
  );

type CellValue = string | number | boolean | Date | null;

export interface SheetGiven {
  readonly name: string;
  readonly rows: CellValue[][];
  readonly hidden?: boolean;
  /** Maps `row,column` from 0 to a formula, with or without its saved result. */
  readonly formulas?: ReadonlyMap<string, { formula: string; formulaResult?: CellValue }>;
}

export const xlsxOf = (...sheets: readonly SheetGiven[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, hidden, formulas }) => ({
      name,
      rows,
      ...(hidden === undefined ? {} : { hidden }),
      ...(formulas === undefined ? {} : { cells: new Map(formulas) }),
    })),
  });

export const rowsOf = (lines: readonly Readonly<Record<string, CellValue>>[]): CellValue[][] => {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  return [columns, ...lines.map((line) => columns.map((column) => line[column] ?? null))];
};

let calls = 0;

/** A world with an integrator that sends files. */
export const openImport = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const send = (file: string | Uint8Array, type = csvType, by: Key = key): Promise<Reply> => {
    calls += 1;
    return world.call('POST /v1/cases/import', {
      by,
      nonce: `import-${calls}`,
      headers: { 'content-type': type },
      file: typeof file === 'string' ? Buffer.from(file) : file,
    });
  };
  /** The refusal of a whole file, with the fact in it. */
  const refused = async (file: string | Uint8Array, type = csvType): Promise<string> => {
    const reply = await send(file, type);
    if (world.stores.memory.count('case') > 0) throw new Error('something was stored');
    const { detail } = reply.body as { detail?: string };
    return `${outcomeOf(reply)} ${/\((.*)\)$/s.exec(detail ?? '')?.[1] ?? ''}`.trim();
  };
  return { world, key, send, refused };
};
