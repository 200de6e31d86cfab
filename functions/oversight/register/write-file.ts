import { registerColumns, yesOrNo } from '../../../events/oversight/register-file.table.ts';
import type { RegisterColumn } from '../../../events/oversight/register-file.table.ts';
import type { RegisterEntry, RegisterNoun } from '../../../shared/domain/oversight/register.ts';
import { writeWorkbook } from '../../../shared/spreadsheet.ts';
import { csvText } from '../../case/import/csv-text.ts';
import { listWriters } from './cell-list.ts';

const writeList = <Member extends keyof typeof listWriters>(
  member: Member,
  list: NonNullable<RegisterEntry[Member]>,
): string => listWriters[member](list);

/** The first word of a code, which the reader understands as well. */
const wordFor = (kind: RegisterColumn['kind'], code: string): string =>
  typeof kind === 'object' ? (kind[code]?.[0] ?? code) : code;

type Listed = keyof typeof listWriters;

const isListed = (member: keyof RegisterEntry): member is Listed =>
  Object.hasOwn(listWriters, member);

const cellOf = (entry: RegisterEntry, { member, kind }: RegisterColumn): string => {
  if (isListed(member)) return writeList(member, entry[member] ?? []);
  const value = entry[member];
  if (value === undefined) return '';
  return typeof value === 'string' ? wordFor(kind, value) : wordFor(yesOrNo, String(value));
};

type Rows = readonly (readonly string[])[];

const rowsOf = (columns: readonly RegisterColumn[], entries: readonly RegisterEntry[]): Rows => [
  columns.map(({ zh }) => zh),
  ...entries.map((entry) => columns.map((column) => cellOf(entry, column))),
];

export const registerCsv = (noun: RegisterNoun, entries: readonly RegisterEntry[]): string =>
  csvText(rowsOf(registerColumns(noun), entries));

const listAllowed = ({ kind, hint }: RegisterColumn): string => {
  if (typeof kind !== 'object') return hint;
  const words = Object.entries(kind).map(([code, said]) => [...said, code].join(' / '));
  return words.join('；');
};

const remarksFor = (columns: readonly RegisterColumn[]) => [
  ['列名', 'English', '必需', '可填的内容'],
  ...columns.map((column) => {
    const { zh, name, needed } = column;
    return [zh, name, needed === true ? '是' : '', listAllowed(column)];
  }),
];

/** Every column is text, so that no spreadsheet rounds a long number. */
const asText = { style: { numFmt: '@' }, width: 24 } as const;

/** Lines with text format for new entries: a column format without cells is not kept. */
const spareLines = 100;

export const registerXlsx = (
  noun: RegisterNoun,
  entries: readonly RegisterEntry[],
): Promise<Uint8Array> => {
  const columns = registerColumns(noun);
  const spare = Array.from({ length: spareLines }, () => columns.map(() => ''));
  return writeWorkbook({
    sheets: [
      {
        name: '清单',
        columns: columns.map(() => asText),
        rows: [...rowsOf(columns, entries), ...spare].map((row) => [...row]),
        freezePane: { rows: 1 },
      },
      {
        name: '填写说明',
        columns: [{}, {}, {}, { width: 80 }],
        rows: remarksFor(columns),
      },
    ],
  });
};
