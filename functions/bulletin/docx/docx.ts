import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { FileChild, ISectionOptions } from 'docx';

import { shownCharts } from '../view/view.ts';
import type { BulletinView, BulletinChart, BulletinSection, BulletinTable } from '../view/view.ts';
import { words } from '../view/words.table.ts';
import { barTable } from './bars.ts';
import { columnTable } from './columns.ts';
import { tableOf } from './table.ts';
import {
  bodyFont,
  centerText,
  chartTitle,
  heading,
  headingFont,
  leadingNote,
  note,
  title,
} from './text.ts';

const a4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const margin = convertMillimetersToTwip(18);
const upright = a4.width - 2 * margin;
const across = a4.height - 2 * margin;

const drawingsOf = (
  table: BulletinTable,
  chart: BulletinChart,
  total: number,
): readonly FileChild[] => {
  if (chart.kind === 'bar') return [chartTitle(chart.title), barTable(table, chart, total)];
  return chart.values.flatMap((column, place) => [
    chartTitle(`${chart.title} · ${table.columns[column]?.header ?? ''}`),
    columnTable(table, chart, { place, total }),
  ]);
};

const contentOf = (table: BulletinTable): readonly FileChild[] => {
  if (table.rows.length === 0) return [heading(table.title, 2), note(table.empty)];
  const total = table.broad === true ? across : upright;
  return [
    heading(table.title, 2),
    tableOf(table, total),
    new Paragraph({}),
    ...shownCharts(table).flatMap((chart) => [
      ...drawingsOf(table, chart, total),
      new Paragraph({}),
    ]),
  ];
};

/** Consecutive content on pages of one orientation. */
interface Stretch {
  readonly broad: boolean;
  readonly children: readonly FileChild[];
}

const stretchesOf = ({ heading: words_, notes, tables }: BulletinSection): readonly Stretch[] => [
  { broad: false, children: [heading(words_, 1), ...notes.map(leadingNote)] },
  ...tables.map((table) => ({
    broad: table.broad === true && table.rows.length > 0,
    children: contentOf(table),
  })),
];

const joinStretches = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const done: { broad: boolean; children: FileChild[] }[] = [];
  for (const { broad, children } of stretches) {
    const last = done.at(-1);
    if (last?.broad === broad) last.children.push(...children);
    else done.push({ broad, children: [...children] });
  }
  return done;
};

const footerOf = ({ language }: BulletinView): Footer => {
  const parts = words.page[language].split(/(\{pages?\})/);
  const numbers: Readonly<Record<string, (typeof PageNumber)[keyof typeof PageNumber]>> = {
    '{page}': PageNumber.CURRENT,
    '{pages}': PageNumber.TOTAL_PAGES,
  };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: parts.map((part) => new TextRun({ size: 16, children: [numbers[part] ?? part] })),
      }),
    ],
  });
};

const sectionOf = ({ broad, children }: Stretch, footer: Footer): ISectionOptions => ({
  properties: {
    page: {
      size: {
        ...a4,
        orientation: broad ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { top: margin, bottom: margin, left: margin, right: margin },
    },
  },
  footers: { default: footer },
  children: [...children],
});

const headingStyle = (size: number, before: number) => ({
  run: { font: headingFont, size, bold: true, color: '1B1F24' },
  paragraph: { spacing: { before, after: 80 } },
});

/** 文字材料: renders headings for a table of contents, tables, and bars drawn as shaded cells. */
export const bulletinDocx = (view: BulletinView): Promise<Uint8Array> => {
  const opening: Stretch = {
    broad: false,
    children: [
      title(view.title),
      centerText(view.subtitle, { size: 28 }),
      ...view.notes.map((words_) => note(words_)),
    ],
  };
  const footer = footerOf(view);
  const stretches = joinStretches([opening, ...view.sections.flatMap(stretchesOf)]);
  return Packer.toBuffer(
    new Document({
      title: `${view.title} · ${view.subtitle}`,
      styles: {
        default: {
          document: { run: { font: bodyFont, size: 21 } },
          title: headingStyle(40, 0),
          heading1: headingStyle(30, 320),
          heading2: headingStyle(24, 200),
        },
      },
      sections: stretches.map((stretch) => sectionOf(stretch, footer)),
    }),
  );
};
