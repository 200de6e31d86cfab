import { fileColumns } from '../../events/case/import-file.table.ts';
import type { CellKind } from '../../events/case/import-file.table.ts';
import type { Answer, HttpHandler } from '../../shared/http/edge.ts';
import { writeWorkbook } from '../../shared/spreadsheet.ts';
import { csvText } from './import/csv-text.ts';

const header = fileColumns.map(({ zh }) => zh);
const example = fileColumns.map((column) => column.example ?? '');

const buildCsv = (): string => csvText([header, example]);

const listAllowed = (kind: CellKind): string => {
  if (typeof kind === 'object')
    return Object.entries(kind)
      .map(([code, words]) => [...words, code].join(' / '))
      .join('；');
  return kind === 'time' ? '2026-11-20 09:12:00' : '';
};

const remarks = [
  ['列名', 'English', '必需', '可填的内容'],
  ...fileColumns.map(({ zh, name, needed, kind }) => [
    zh,
    name,
    needed === true ? '是' : '',
    listAllowed(kind),
  ]),
];

/** Every column is text, so that no spreadsheet rounds a number of 21 digits. */
const asText = { style: { numFmt: '@' }, width: 24 } as const;

/** Empty lines with text format: a column format without cells is not kept. */
const prepared = Array.from({ length: 300 }, () => fileColumns.map(() => ''));

const buildXlsx = (): Promise<Uint8Array> =>
  writeWorkbook({
    sheets: [
      {
        name: '办件事件',
        columns: fileColumns.map(() => asText),
        rows: [header, example, ...prepared],
        freezePane: { rows: 1 },
      },
      { name: '填写说明', columns: [{}, {}, {}, { width: 80 }], rows: remarks },
    ],
  });

const buildDownload = (name: string, type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  body,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'public, max-age=300',
  },
});

/**
 * `GET /v1/cases/import/template.csv` and `.xlsx`: returns every column with one example line of
 * invented data.
 */
export const serveTemplate = (): HttpHandler => async (request) =>
  request.rawPath.endsWith('.xlsx')
    ? buildDownload(
        'cases.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        await buildXlsx(),
      )
    : buildDownload('cases.csv', 'text/csv; charset=utf-8', buildCsv());
