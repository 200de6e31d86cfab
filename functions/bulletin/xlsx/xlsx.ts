import { writeWorkbook } from '../../../shared/spreadsheet.ts';
import type { WrittenSheet } from '../../../shared/spreadsheet.ts';
import { translator } from '../view/translate.ts';
import type { BulletinView, BulletinSection, BulletinTable } from '../view/view.ts';
import { heightOf, tableSheet, titleStyle } from './sheet.ts';
import { linesOf } from './table.ts';

const sheetsOf = ({ tables }: BulletinSection): readonly (readonly BulletinTable[])[] => [
  ...Map.groupBy(tables, ({ sheet }) => sheet).values(),
];

const coverWidth = 70;

/** Builds the cover sheet: the title, then each heading with its notes and worksheets. */
const coverSheet = (view: BulletinView): WrittenSheet => {
  const bold = { font: { bold: true } };
  const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const;
  const lines = [
    { value: view.title, style: titleStyle },
    { value: view.subtitle, style: bold },
    ...view.notes.map((value) => ({ value, style: wrapped })),
    ...view.sections.flatMap((section) => [
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
    name: view.language === 'zh' ? '目录' : 'Contents',
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

/**
 * 电子表格: every number is numeric, every rate has numerator and denominator, and the charts are
 * native to Excel.
 */
export const bulletinXlsx = (view: BulletinView): Promise<Uint8Array> => {
  const translate = translator(view.language);
  const sheets = view.sections.flatMap(sheetsOf).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return [tableSheet([first, ...others], `${view.title} · ${view.subtitle}`, translate)];
  });
  return writeWorkbook({
    sheets: [coverSheet(view), ...sheets],
    title: `${view.title} · ${view.subtitle}`,
    font: { name: view.language === 'zh' ? '等线' : 'Calibri', size: 11 },
  });
};
