import type { Language } from '../../shared/domain/text/language.ts';
import { allProblems } from '../../shared/http/problem/catalogue.table.ts';
import { fieldProblems } from '../../shared/http/problem/field.table.ts';
import type { ProblemText } from '../../shared/http/problem/text.ts';
import { documentPage } from '../../shared/page/document.ts';
import { html } from '../../shared/page/html.ts';
import type { Html } from '../../shared/page/html.ts';
import type { PageMode } from '../../shared/page/mode.ts';
import type { Page } from '../../shared/page/page.ts';

const words = {
  heading: { zh: '错误代码', en: 'Problem codes' },
  introduction: {
    zh: '出错时返回 application/problem+json：type 指向本页，code 固定不变，detail 说明处理办法，errors 列出不符合要求的路径。',
    en: 'An error is application/problem+json: type points to this page, code is stable, detail says what to do, errors lists the paths that are not valid.',
  },
  status: { zh: 'HTTP 状态', en: 'HTTP status' },
  fields: { zh: 'errors 中的 problem', en: 'Problems of single members (errors)' },
  code: { zh: '代码', en: 'Code' },
  meaning: { zh: '含义', en: 'Meaning' },
} as const;

const renderProblem = ([code, text]: [string, ProblemText], language: Language): Html => {
  const [meaning, advice] = text[language];
  return html`<section id="${code}" aria-labelledby="${code}-heading">
    <h3 id="${code}-heading"><code>${code}</code> ${meaning}</h3>
    <p><span class="status">${text.status}</span> ${advice}</p>
  </section> `;
};

const byStatus = (language: Language): readonly Html[] =>
  [...Map.groupBy(Object.entries(allProblems), ([, { status }]) => status)]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([status, entries]) =>
        html`<h2>${words.status[language]} ${status}</h2>
          ${entries.map((entry) => renderProblem(entry, language))}`,
    );

const fieldTable = (language: Language): Html => {
  const rows = Object.entries(fieldProblems).map(
    ([code, [zh, en]]) =>
      html`<tr>
        <td><code>${code}</code></td>
        <td>${language === 'zh' ? zh : en}</td>
      </tr>`,
  );
  return html`<h2>${words.fields[language]}</h2>
    <div class="wide" role="region" tabindex="0" aria-label="${words.fields[language]}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.code[language]}</th>
            <th scope="col">${words.meaning[language]}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
};

/** 问题代码: renders every code with its anchor, status, meaning and remedy. */
export const problemPage = ({ language }: PageMode): Page =>
  documentPage('/docs/problems', language, {
    heading: words.heading[language],
    content: html`<p>${words.introduction[language]}</p>
      ${byStatus(language)} ${fieldTable(language)}`,
  });
