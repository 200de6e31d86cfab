import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx';

/** 宋体 for text and 黑体 for headings: every office program used in Chinese offices has both. */
export const bodyFont = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimSun' } as const;
export const headingFont = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'SimHei' } as const;

export const softColour = '4A5562';

interface Look {
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export const run = (words: string, look: Look = {}): TextRun =>
  new TextRun({ text: words, ...look });

const noteOf = (words: string) => ({
  children: [run(words, { size: 18, color: softColour })],
  spacing: { after: 60 },
});

export const note = (words: string): Paragraph => new Paragraph(noteOf(words));

/** Returns a note between a heading and its content. It stays on one page with both. */
export const leadingNote = (words: string): Paragraph =>
  new Paragraph({ ...noteOf(words), keepNext: true });

export const centerText = (words: string, look: Look): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run(words, look)],
    spacing: { after: 120 },
  });

/** Returns the title of a chart. It stays on the page of the drawing below it. */
export const chartTitle = (words: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [run(words, { bold: true, size: 19 })],
    spacing: { before: 120, after: 60 },
  });

export const title = (words: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [run(words)],
  });

export const heading = (words: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [run(words)],
  });
