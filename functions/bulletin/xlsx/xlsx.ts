import { writeXlsx } from 'hucre/xlsx';
import type { WriteSheet } from 'hucre/xlsx';

import { sayIn } from '../view/translate.ts';
import type { Paper, PaperSection, PaperTable } from '../view/view.ts';
import { heightOf, tableSheet, titleStyle } from './sheet.ts';
import { linesOf } from './table.ts';

const sheetsOf = ({ tables }: PaperSection): readonly (readonly PaperTable[])[] => [
  ...Map.groupBy(tables, ({ sheet }) => sheet).values(),
];

const coverWidth = 70;

/** What the file is about, then each heading with its notes and the worksheets under it. */
const coverSheet = (paper: Paper): WriteSheet => {
  const bold = { font: { bold: true } };
  const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const;
  const lines = [
    { value: paper.title, style: titleStyle },
    { value: paper.subtitle, style: bold },
    ...paper.notes.map((value) => ({ value, style: wrapped })),
    ...paper.sections.flatMap((section) => [
      { value: section.heading, style: bold },
      ...section.notes.map((value) => ({ value, style: wrapped })),
      ...sheetsOf(section).flatMap(([table]) =>
        table === undefined
          ? []
          : [
              {
                value: table.sheet,
                style: { font: { underline: true, color: { rgb: '1F5FA8' } } },
                hyperlink: { target: '', location: `'${table.sheet}'!A1` },
              },
            ],
      ),
    ]),
  ];
  return {
    name: paper.language === 'zh' ? '目录' : 'Contents',
    columns: [{ width: coverWidth }],
    rows: [],
    cells: new Map(lines.map((line, row) => [`${row},0`, line])),
    rowDefs: new Map(
      lines.map(({ value }, row) => [row, { height: heightOf(linesOf(value, coverWidth)) }]),
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
};

/** 电子表格: every number as a number, every rate with both of its numbers, charts that Excel draws. */
export const bulletinXlsx = (paper: Paper): Promise<Uint8Array> => {
  const say = sayIn(paper.language);
  const sheets = paper.sections.flatMap(sheetsOf).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [tableSheet([first, ...others], `${paper.title} · ${paper.subtitle}`, say)];
  });
  return writeXlsx({
    sheets: [coverSheet(paper), ...sheets],
    properties: { title: `${paper.title} · ${paper.subtitle}` },
    defaultFont: { name: paper.language === 'zh' ? '等线' : 'Calibri', size: 11 },
  });
};
