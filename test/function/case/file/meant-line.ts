/** Random lines of case files: what each cell means, and how people and programs write it. */
import * as fc from 'fast-check';

import { fileColumns } from '../../../../events/case/import-file.table.ts';
import type { FileColumn } from '../../../../events/case/import-file.table.ts';
import { parseInstant } from '../../../../shared/domain/time/instant.ts';
import { creditCode, nextProjectNo } from '../../../support/case-facts.ts';

/** What a workbook holds where a text file has a text. */
export type CellValue =
  | { readonly number: number }
  /** In minutes since midnight of 2026-11-20. */
  | { readonly minute: number }
  | { readonly noResult: true };

export interface Written {
  readonly text: string;
  readonly value?: CellValue;
  /** What is stored; `refused` is named by its column. */
  readonly meant: unknown;
}

export const refused = Symbol('refused');
const absent: Written = { text: '', meant: undefined };

export const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfe_e0));
export const within = (text: string, sign: string): string =>
  text.slice(0, 6) + sign + text.slice(6);
const textNumber = (number: number): string =>
  number >= 1e15 ? number.toExponential(5).replace('e', 'E') : String(number);

export const as = (meant: unknown, ...texts: readonly string[]): readonly Written[] =>
  texts.map((text) => ({ text, meant }));
const asNumber = (number: number, meant: unknown): Written => ({
  text: textNumber(number),
  value: { number },
  meant,
});

/** Most cells are readable, so that whole lines are. */
export const pick = (good: readonly Written[], bad: readonly Written[]): fc.Arbitrary<Written> =>
  bad.length === 0
    ? fc.constantFrom(...good)
    : fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...good) },
        { weight: 1, arbitrary: fc.constantFrom(...bad) },
      );

const digitsOf = (plain: string): readonly Written[] =>
  as(plain, plain, wide(plain), within(plain, '\u00AD'), within(plain, ' '), ` ${plain}\u3000`);

const projectNo = fc.constant(0).chain(() => {
  const plain = nextProjectNo();
  const texts = as(plain, `'${plain}`, `="${plain}"`, within(plain, '\u200B'));
  return pick(
    [...digitsOf(plain), ...texts],
    [
      asNumber(Number(plain), refused),
      ...as(refused, `${plain.slice(0, 15)}000000`, '3.306022611201E20', plain.slice(1)),
    ],
  );
});

const pad = (number: number): string => String(number).padStart(2, '0');

/** Friday until 09:00; the office opens later, and nothing is in the future. */
const at = fc.integer({ min: 1, max: 9 * 60 }).chain((minute) => {
  const [h, m] = [Math.floor(minute / 60), minute % 60];
  const clock = `${pad(h)}:${pad(m)}`;
  const meant = parseInstant(`2026-11-20T${clock}+08:00`);
  const serial = 46_346 + minute / 1440;
  return pick(
    [
      ...as(
        meant,
        `2026-11-20 ${clock}`,
        `2026/11/20 ${h}:${pad(m)}:00`,
        wide(`2026-11-20 ${clock}`),
      ),
      ...as(
        meant,
        `2026年11月20日 ${h}时${m}分`,
        `2026-11-20T${clock}+08:00`,
        `2026.11.20  ${clock}`,
      ),
      ...as(meant, `20261120${pad(h)}${pad(m)}00`, `2026-11-20 上午${h}:${pad(m)}`),
      { text: `2026/11/20 ${h}:${pad(m)}`, value: { minute }, meant },
    ],
    [
      ...as(refused, `20/11/2026 ${clock}`, '2026-11-20', '昨天', String(serial)),
      asNumber(serial, refused),
    ],
  );
});

const pieces = [
  '食品',
  '经营许可',
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '（含）',
  '𠮷',
  '㐀',
  'é',
  'e\u0301',
  '·',
  '\u00AD',
  '\u200B',
  '=1+1',
  "'",
  '12',
  'E+5',
  '|',
  '&amp;',
  '<b>',
  '_x000D_',
  ' ',
  '\u3000',
  '受理',
];

/** Every text is stored as it came, trimmed. */
export const anyText = fc
  .array(fc.constantFrom(...pieces), { maxLength: 8 })
  .map((parts) => `许${parts.join('')}`)
  .map((text): Written => ({ text, meant: text.trim() }));

const textCell = (numbers: readonly Written[] = []): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 20, arbitrary: anyText },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Written>(
        asNumber(Number('330602261120000000017'), refused),
        { text: '3.30602E+20', meant: refused },
        { text: '####', meant: refused },
        { text: '许\uFFFD可', meant: refused },
        ...numbers,
      ),
    },
  );

export const optional = (cell: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.oneof({ weight: 2, arbitrary: cell }, { weight: 1, arbitrary: fc.constant(absent) });

export const words = (meant: string, ...texts: readonly string[]) =>
  pick(as(meant, ...texts), as(refused, '无此词'));
const count = (meant: number) =>
  pick(
    [...as(meant, String(meant), `${meant}.0`, wide(String(meant))), asNumber(meant, meant)],
    [...as(refused, '五', `${meant}.5`, '-1'), asNumber(meant + 0.5, refused)],
  );

const mobile = pick(
  [
    ...as('13900000001', '13900000001', '+8613900000001', '139 0000 0001', '13900000001.0'),
    ...as('13900000001', wide('13900000001'), '139\u00AD00000001'),
    ...as('0575-88001234-801', '0575-88001234-801', '0575-88001234转801'),
    asNumber(13_900_000_001, '13900000001'),
  ],
  as(refused, '1390000', '1.39E+10', '不详'),
);

const card = '330602199003070016';
const cardX = '33060219900307018X';

const matter = '11330602MB1A2B3C463330190010000';

/** By the English names of the columns. */
const cells = {
  type: words('accepted', 'accepted', '受理', 'Accepted ', '受 理', wide('accepted')),
  projectNo,
  at,
  matterCode: pick(
    [matter, wide(matter), within(matter, '\u00AD'), ` ${matter}\u3000`].flatMap((text) =>
      as(matter, text),
    ),
    as(refused, '1.1330602E30'),
  ),
  matterName: textCell(),
  departmentCode: pick(
    as(creditCode, creditCode, creditCode.toLowerCase(), wide(creditCode), within(creditCode, ' ')),
    as(refused, `${creditCode.slice(0, -1)}${creditCode.endsWith('0') ? '1' : '0'}`),
  ),
  departmentName: textCell(),
  area: pick(
    [...as('330602', '330602', wide('330602')), asNumber(330_602, '330602')],
    as(refused, '330106', '越城区'),
  ),
  caseKind: words('promised', 'promised', '承诺件', '承诺', '承诺件（承诺）'),
  promiseWorkingDays: count(5),
  applicantKind: words('person', 'person', '自然人', '自然人（个人）'),
  applicantName: textCell([asNumber(12.5, '12.5')]),
  certificateType: words('resident_identity_card', '居民身份证', '身份证'),
  certificateNumber: fc.oneof(
    pick(
      [
        ...as(cardX, cardX, cardX.toLowerCase(), wide(cardX)),
        ...as(card, card, within(card, '\u00AD')),
      ],
      [...as(refused, '330602900307001', '330602199003070017'), asNumber(Number(card), refused)],
    ),
  ),
  mobile: optional(mobile),
  serviceNumber: count(1),
  service: words('accept', 'accept', '受理'),
  stepName: textCell(),
  stepNote: optional(
    textCell([asNumber(12, '12'), { text: '#N/A', value: { noResult: true }, meant: refused }]),
  ),
} as const;

export type Line = Readonly<Record<string, Written>>;

/** The columns of a table, and a random line of it. */
export interface TableKind {
  readonly names: readonly string[];
  readonly columns: readonly FileColumn[];
  readonly line: fc.Arbitrary<Line>;
  /** A column of which two lines may have one merged cell. */
  readonly mergeable: string;
}

export const caseTable: TableKind = {
  names: Object.keys(cells),
  columns: fileColumns,
  line: fc.record(cells),
  mergeable: 'departmentName',
};

export type HeaderStyle = 'en' | 'zh' | 'marked';

/** The name of a column in a header, as templates and people write it. */
export const headerName = ({ columns }: TableKind, name: string, style: HeaderStyle): string => {
  const { zh = '' } = columns.find((column) => column.name === name) ?? {};
  return { en: name, zh, marked: `* ${zh}（必填）` }[style];
};

export const cellOf = (line: Line, name: string): Written => line[name] ?? absent;

/** The columns that cannot be read. */
export const wrongIn = (line: Line): readonly string[] =>
  Object.keys(line).filter((name) => cellOf(line, name).meant === refused);
