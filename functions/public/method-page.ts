import type { MethodView } from '../../events/public/method-view.ts';
import type { Language } from '../../shared/domain/text/language.ts';
import { documentPage } from '../../shared/page/document.ts';
import { html } from '../../shared/page/html.ts';
import type { Html } from '../../shared/page/html.ts';
import type { Page } from '../../shared/page/page.ts';
import { methodWords as words } from './method-words.table.ts';

type Row = readonly (string | Html)[];

const tableOf = (headers: readonly string[], rows: readonly Row[]): Html =>
  html`<div class="wide" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headers.map((header) => html`<th scope="col">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) =>
                index === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;

const renderSection = (id: string, heading: string, content: Html): Html =>
  html`<section id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${content}
  </section> `;

const renderCode = (text: string): Html => html`<code>${text}</code>`;

const measuresOf = (view: MethodView, language: Language): Html =>
  tableOf(
    [words.measure, words.formula, words.note].map((word) => word[language]),
    [
      ...view.measures.map(({ name, formula, note }) => [name, formula, note]),
      [view.averageScore.name, view.averageScore.formula, policyText(view, language)],
    ],
  );

const policyText = ({ policy }: MethodView, language: Language): string => {
  const standing = words[policy.official ? 'official' : 'default'][language];
  return `${words.version[language]} ${policy.version} · ${standing} · ${policy.source}`;
};

const scoresOf = ({ policy }: MethodView, language: Language): Html => {
  const bad = new Set(policy.badLevels.map(({ level }) => level));
  return tableOf(
    [words.level, words.points, words.bad].map((word) => word[language]),
    policy.scores.map(({ level, name, score }) => [
      name,
      String(score),
      words[bad.has(level) ? 'yes' : 'no'][language],
    ]),
  );
};

const receiptWords = {
  as_received: words.as_received,
  working_day: words.working_day_received,
} as const;

const termsOf = ({ policy }: MethodView, language: Language): Html => {
  const { dayStart, dayEnd, cutOff } = policy.office;
  const receipt = receiptWords[policy.receiptDay][language];
  const office = `${words.office[language]}${language === 'en' ? ' ' : ''}${receipt}`
    .replace('{dayStart}', dayStart)
    .replace('{dayEnd}', dayEnd)
    .replace('{cutOff}', cutOff);
  const rows = policy.terms.map(({ name, amount, unit }) => [
    name,
    `${amount} ${words[unit][language]}`,
  ]);
  return html`${tableOf(
      [words.term, words.amount].map((word) => word[language]),
      rows,
    )}
    <p>${office}</p>`;
};

const calendarsOf = (view: MethodView, language: Language): Html =>
  tableOf(
    [words.year, words.notices].map((word) => word[language]),
    view.calendars.map(({ year, notices }) => [
      String(year),
      html`${notices.map(({ url, number }) => html`${number} <code>${url}</code> `)}`,
    ]),
  );

const slotsOf = (view: MethodView, language: Language): Html =>
  tableOf(
    [words.slot, words.code, words.countedOn].map((word) => word[language]),
    view.slots.map(({ slot, name, countedOn }) => [name, renderCode(slot), countedOn]),
  );

const listOf = (lines: readonly string[]): Html =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li> `)}
  </ul>`;

/** 统计口径: renders the method for readers of published figures. */
export const methodPage = (view: MethodView, language: Language): Page =>
  documentPage('/open/method', language, {
    heading: words.heading[language],
    content: html`<p>${view.statement}</p>
      ${renderSection('measures', words.measures[language], measuresOf(view, language))}
      ${renderSection(
        'policy',
        words.policy[language],
        html`<p>${policyText(view, language)}</p>
          ${scoresOf(view, language)}`,
      )}
      ${renderSection('terms', words.terms[language], termsOf(view, language))}
      ${renderSection('publication', words.publication[language], listOf(view.publication))}
      ${renderSection('slots', words.slots[language], slotsOf(view, language))}
      ${renderSection('calendars', words.calendars[language], calendarsOf(view, language))}`,
  });
