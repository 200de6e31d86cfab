import { createHash } from 'node:crypto';

import { languageTags } from '../../../shared/domain/text/language.ts';
import { html } from '../../../shared/page/html.ts';
import type { Html } from '../../../shared/page/html.ts';
import { cellWords } from '../view/cell-words.ts';
import { printedRows, shownCharts } from '../view/view.ts';
import type {
  Cell,
  Column,
  BulletinView,
  BulletinChart,
  BulletinSection,
  BulletinTable,
} from '../view/view.ts';
import { chartSvg } from './chart-svg.ts';
import { printStyle } from './print-style.table.ts';

const styleHash = createHash('sha256').update(printStyle).digest('base64');
const styleElement: Html = { markup: `<style>${printStyle}</style>` };

/**
 * The content security policy of the page: it forbids loading, scripts, frames and forms. The one
 * style sheet is allowed by its hash.
 */
export const printPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const cellMarkup = (cell: Cell, column: Column | undefined): Html => {
  const { main, detail } = cellWords(cell);
  const small = detail === undefined ? undefined : html`<small>${detail}</small>`;
  return html`<td class="${column?.kind ?? 'text'}">${main} ${small}</td>`;
};

const rowMarkup = (row: readonly Cell[] | string, { columns }: BulletinTable): Html =>
  typeof row === 'string'
    ? html`<tr>
        <td class="between" colspan="${columns.length}">${row}</td>
      </tr> `
    : html`<tr>
        ${row.map((cell, index) => cellMarkup(cell, columns[index]))}
      </tr> `;

/** Returns the relative column widths as attributes, because the policy allows no inline styles. */
const widthsOf = (columns: readonly Column[]): Html => {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const shares = columns.map(({ width }) => `${((width / all) * 100).toFixed(2)}%`);
  return html`<colgroup>
    ${shares.map((share) => html`<col width="${share}" />`)}
  </colgroup>`;
};

const renderFigure = (table: BulletinTable, chart: BulletinChart): Html =>
  html`<figure>
    <figcaption>${chart.title}</figcaption>
    ${{ markup: chartSvg(table, chart) }}
  </figure> `;

const tableMarkup = (table: BulletinTable): Html => {
  const { title, columns, rows, empty, broad } = table;
  if (rows.length === 0)
    return html`<h3>${title}</h3>
      <p>${empty}</p> `;
  const content = html`<h3>${title}</h3>
    <table>
      ${widthsOf(columns)}
      <thead>
        <tr>
          ${columns.map(({ header }) => html`<th scope="col">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${printedRows(table).map((row) => rowMarkup(row, table))}
      </tbody>
    </table>
    ${shownCharts(table).map((chart) => renderFigure(table, chart))} `;
  return broad === true ? html`<div class="broad">${content}</div> ` : content;
};

const sectionMarkup = ({ heading, notes, tables }: BulletinSection): Html =>
  html`<section>
    <h2>${heading}</h2>
    ${notes.map((note) => html`<p class="note">${note}</p>`)} ${tables.map(tableMarkup)}
  </section> `;

/**
 * 可打印网页: renders A4 pages on a light background, without scripts; each chart is an inline SVG.
 */
export const bulletinHtml = (view: BulletinView): string =>
  html`<!doctype html>
    <html lang="${languageTags[view.language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.title} · ${view.subtitle}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <h1>${view.title}</h1>
          <p class="subtitle">${view.subtitle}</p>
          ${view.notes.map((note) => html`<p class="note">${note}</p>`)}
          ${view.sections.map(sectionMarkup)}
        </main>
      </body>
    </html> `.markup;
