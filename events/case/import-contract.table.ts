import type { FileForm, Operation } from '../contract.ts';
import { problemsFor, signatureProblems } from '../contract.ts';
import { exampleCase } from '../example.table.ts';
import { eventProblems } from './contract.table.ts';
import { longestFile } from './import.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const { projectNo, matter, department, area } = exampleCase;
const csvExample = [
  '办件统一编号,事件类型,发生时间,事项编码,事项名称,部门统一社会信用代码,部门名称,行政区划,办件类型,申请人类型,申请人姓名,服务次序,服务环节',
  `${projectNo},受理,2026-11-20 09:12,${matter.code},${matter.name},${department.creditCode},${department.name},${area},即办件,自然人,张示例,1,受理`,
  `${projectNo},办结,2026-11-20 09:40,,,,,,,,,,`,
].join('\r\n');

const ndjsonExample = JSON.stringify({
  type: 'step',
  projectNo,
  at: '2026-11-20T09:20:00+08:00',
  step: { name: '现场核查' },
});

const files: readonly FileForm[] = [
  {
    mediaType: 'text/csv',
    words: {
      zh: 'UTF-8 编码的 CSV。网关只按 UTF-8 传递 text/*。',
      en: 'CSV in UTF-8. The gateway passes text/* as UTF-8 only.',
    },
    example: csvExample,
  },
  {
    mediaType: 'application/csv',
    words: {
      zh: 'UTF-8、GB18030 或带 BOM 的 UTF-16 编码的 CSV，编码自动识别；也可用制表符或分号分隔。',
      en: 'CSV in UTF-8, GB18030, or UTF-16 with its mark; the encoding is detected, and so are tabs or semicolons as separators.',
    },
  },
  {
    mediaType: 'application/x-ndjson',
    words: {
      zh: 'JSON Lines（UTF-8），每行一个 CaseEventBatch 中的事件，eventId 可省略。',
      en: 'JSON Lines in UTF-8, each line an event as in CaseEventBatch; eventId may be left out.',
    },
    example: ndjsonExample,
  },
  {
    mediaType: xlsxType,
    words: {
      zh: 'XLSX，读取第一张有列名的可见工作表；编号列须为文本。',
      en: 'XLSX; its first visible sheet with column names is read. Columns of numbers must be text.',
    },
  },
];

export const fileProblems = [
  'file_type_unknown',
  'file_too_large',
  'file_too_many_lines',
  'file_empty',
  'content_encoding_not_taken',
  'file_charset_unknown',
  'file_encoding_unknown',
  'file_characters_lost',
  'file_character_broken',
  'file_old_workbook',
  'file_encrypted',
  'file_unreadable',
  'file_quotes_unmatched',
  'file_line_too_long',
  'file_cut_off',
  'file_unpacks_too_large',
  'file_header_missing',
  'file_columns_unknown',
  'file_columns_missing',
  'file_columns_twice',
] as const;

const template = <const Ending extends 'csv' | 'xlsx'>(
  ending: Ending,
  mediaType: FileForm['mediaType'],
) => ({
  on: `GET /v1/cases/import/template.${ending}` as const,
  id: ending === 'csv' ? 'caseFileTemplateCsv' : 'caseFileTemplateXlsx',
  to: 'case/public' as const,
  audience: 'public' as const,
  security: 'none' as const,
  summary: { zh: '办件文件模板', en: 'A template of case files' },
  description: {
    zh: '全部列与一行示例，另附可填内容（XLSX）。列的顺序不限，不用的列可以删除。',
    en: 'All columns with one example line, and the permitted values (XLSX). Columns may be in any order; unused ones may be removed.',
  },
  answers: [
    { status: 200 as const, words: { zh: '模板', en: 'The template' }, content: { mediaType } },
  ],
  problems: problemsFor('openRead'),
});

export const importOperations = [
  {
    on: 'POST /v1/cases/import',
    id: 'importCaseFile',
    to: 'case/integrator',
    audience: 'integrator',
    security: 'signature',
    summary: { zh: '以文件上报办件事件', en: 'Report case events as a file' },
    description: {
      zh: `与 POST /v1/cases 相同的事件，以文件发送，除列名行外最多 ${longestFile} 行、4 MiB；更长的文件请用导入命令 npm run import 切分。列名用中文或英文，顺序不限；列名行之上可有标题行。响应写明编码、分隔符、工作表、列名行与被隐藏的行。未填 eventId 的行，按办件、类型、时间、环节与服务次序自动生成，重复导入不会重复记录。文件无法整体读取的，不作任何更改；其他情形逐行存储或拒绝，响应给出行号与列名。时间按北京时间读取，须有年月日与时刻。文字按单元格所显示的存储，去除首尾空白，CSV 中的 ="…" 与单独的前置英文单引号不计入；编码与号码统一为半角，不含不可见字符。NULL、\\N、(null)、NaN、None、N/A 与单独的短横为空单元格。`,
      en: `The events of POST /v1/cases as a file: at most ${longestFile} lines beside the header and 4 MiB; npm run import splits longer files. Columns are named in Chinese or English, in any order; titles may stand above that line. The answer says how the file was read: encoding, separator, sheet, line of the names, hidden lines. A line without eventId gets one from its case, type, time, step and contact, so importing again makes no second record. A file that cannot be read changes nothing; otherwise each line is stored or refused on its own, reported by line and column. Times are Shanghai time and need date and time of day. Texts are stored as their cells show them, without blanks around them; ="…" in CSV and a single apostrophe before a text are not part of it. Codes and numbers are stored in half width, without invisible characters. NULL, \\N, (null), NaN, None, N/A and a lone dash are an empty cell.`,
    },
    request: { files },
    answers: [
      {
        status: 200,
        words: { zh: '逐行结果', en: 'The outcome of each line' },
        content: {
          schema: 'CaseImportAnswer',
          example: {
            form: 'csv',
            encoding: 'gb18030',
            stored: 1,
            repeats: 0,
            refused: 1,
            lines: [
              {
                line: 2,
                eventId: 'file-9b74c9897bac770ffc029102a200c5de9b74c989',
                outcome: 'stored',
              },
              {
                line: 3,
                outcome: 'refused',
                problem: {
                  code: 'invalid_input',
                  detail: '请按 errors 中列出的路径逐项更正后重新发送。',
                  errors: [
                    {
                      column: '发生时间',
                      path: '/at',
                      problem: 'ambiguous_time',
                      detail: '日期的年月日顺序不明，请写成 2026-11-20 09:12',
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    ],
    problems: ['fault', ...signatureProblems, 'replayed', 'not_permitted', 'busy', ...fileProblems],
    memberProblems: [
      'invalid_json',
      'line_no_object',
      'line_too_long',
      'line_cells_differ',
      'line_cells_unnamed',
      'line_is_header',
      'line_outside_table',
      'fault',
      ...eventProblems,
    ],
  },
  template('csv', 'text/csv'),
  template('xlsx', xlsxType),
] as const satisfies readonly Operation[];
