import { cellWords } from '../../functions/bulletin/view/cell-words.ts';
import { printedRows } from '../../functions/bulletin/view/view.ts';
import type { BulletinView, BulletinTable } from '../../functions/bulletin/view/view.ts';

/** The texts in the cells of a printed table, without the spaces between a rate and its numbers. */
export const wordsOf = (table: BulletinTable): readonly (readonly string[])[] => [
  table.columns.map(({ header }) => squeezed(header)),
  ...printedRows(table).map((row) =>
    typeof row === 'string'
      ? [squeezed(row)]
      : row.map((cell) => {
          const { main, detail = '' } = cellWords(cell);
          return squeezed(`${main}${detail}`);
        }),
  ),
];

/** White space has no meaning in a file. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

export const tablesOf = (view: BulletinView): readonly BulletinTable[] =>
  view.sections.flatMap(({ tables }) => tables);

export const headingsOf = (view: BulletinView): readonly string[] =>
  view.sections.flatMap(({ heading, tables }) => [heading, ...tables.map(({ title }) => title)]);
