import { createHash } from 'node:crypto';

import type { Words } from '../../events/contract.ts';
import { languageTags } from '../domain/text/language.ts';
import type { Language } from '../domain/text/language.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageStyle } from '../page/style.table.ts';
import { languageOf } from './edge.ts';
import type { Answer, HttpRequest } from './edge.ts';
import { title } from './page-words.table.ts';

export interface Page {
  readonly path: '/docs' | '/docs/problems' | '/open/method';
  readonly heading: Words;
  readonly content: Html;
}

/**
 * Returns the language of a page. The page's own switch takes precedence over the browser's
 * preference.
 */
export const pageLanguage = (request: HttpRequest): Language => {
  const asked = request.queryStringParameters?.['lang'];
  return asked === 'zh' || asked === 'en' ? asked : languageOf(request);
};

const styleHash = createHash('sha256').update(pageStyle).digest('base64');
/** Byte for byte the text that was hashed. */
const styleElement: Html = { markup: `<style>${pageStyle}</style>` };

/**
 * Nothing is loaded, executed, framed or submitted; the only style sheet is allowed by its hash.
 */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const words = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  site: { zh: '文档', en: 'Documents' },
  interface: { zh: '接口说明', en: 'Interface' },
  problems: { zh: '错误代码', en: 'Problem codes' },
  method: { zh: '统计口径', en: 'Figures' },
  other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Words>;

const renderLink = (href: string, text: string, current: boolean): Html =>
  current
    ? html`<li><a href="${href}" aria-current="page">${text}</a></li>`
    : html`<li><a href="${href}">${text}</a></li>`;

const siteNavigation = (page: Page, language: Language): Html => {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const query = `?lang=${language}`;
  return html`<nav aria-label="${words.site[language]}">
    <ul>
      ${renderLink(`/docs${query}`, words.interface[language], page.path === '/docs')}
      ${renderLink(`/docs/problems${query}`, words.problems[language], page.path === '/docs/problems')}
      ${renderLink(`/open/method${query}`, words.method[language], page.path === '/open/method')}
      <li><a href="/openapi.json">OpenAPI 3.1</a></li>
      <li>
        <a
          href="${page.path}?lang=${other}"
          hreflang="${languageTags[other]}"
          lang="${languageTags[other]}"
          >${words.other[language]}</a
        >
      </li>
    </ul>
  </nav>`;
};

const documentOf = (page: Page, language: Language): Html =>
  html`<!doctype html>
    <html lang="${languageTags[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.heading[language]} · ${title[language]}</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip[language]}</a>
        <header>
          <p class="soft">${title[language]}</p>
          ${siteNavigation(page, language)}
        </header>
        <main id="content">
          <h1>${page.heading[language]}</h1>
          ${page.content}
        </main>
        <footer><p>application/problem+json · OpenAPI 3.1</p></footer>
      </body>
    </html> `;

/** Returns the page as a response that may be cached for a while, one copy per language. */
export const pageAnswer = (page: Page, language: Language): Answer => ({
  status: 200,
  body: documentOf(page, language).markup,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-language': languageTags[language],
    'content-security-policy': policy,
    'cache-control': 'public, max-age=300',
    vary: 'accept-language',
  },
});
