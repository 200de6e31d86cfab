import { productVersion } from '../../events/product-version.ts';
import { languageTags } from '../domain/text/language.ts';
import type { Language } from '../domain/text/language.ts';
import { assetPath } from './asset.ts';
import type { AssetNames, ScriptName, SheetName } from './asset.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { addressIn, pageStyles } from './mode.ts';
import type { PageMode, PageStyle } from './mode.ts';
import { pageWords, styleNames } from './page-words.table.ts';

/** A page in one language, without the frame that all pages have. */
export interface Page {
  readonly path: string;
  /** What the links that change language or style keep of the page's query. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly heading: string;
  readonly sheet: SheetName;
  readonly script?: ScriptName;
  /** The links of the part of the service that the page belongs to. */
  readonly navigation?: readonly PageLink[];
  /** 页面说明: open for a reader who is here for the first time. */
  readonly hint?: Hint;
  /** What is wrong with what the reader entered; it stands above the heading. */
  readonly faults?: Html;
  readonly content: Html;
  /** The code of the problem that the page is about: for programs and support, not for its reader. */
  readonly problem?: string | undefined;
  /** The pages whose address is a credential, or of one person: search engines leave them out. */
  readonly isPrivate?: boolean;
  /** Seconds for which the page may be kept; by default it is not. */
  readonly keptForSeconds?: number;
}

interface Hint {
  /** Under this name a browser remembers that its reader has closed it. */
  readonly name: string;
  readonly words: string;
}

export interface PageLink {
  readonly path: string;
  readonly words: string;
}

/** In the icon of the page: the face of the middle level, so that a browser asks for no file. */
const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 24 24%22 fill=%22none%22 stroke=%22%230b4f9e%22 stroke-width=%222%22%3E%3Ccircle cx=%2212%22 cy=%2212%22 r=%2210%22/%3E%3Cpath d=%22M8.5 9v.6M15.5 9v.6M8 15h8%22/%3E%3C/svg%3E';

const renderLink = ({ path, words }: PageLink, mode: PageMode, isCurrent: boolean): Html =>
  isCurrent
    ? html`<li><a href="${addressIn(mode, path)}" aria-current="page">${words}</a></li> `
    : html`<li><a href="${addressIn(mode, path)}">${words}</a></li> `;

const renderNavigation = ({ navigation, path }: Page, mode: PageMode): Html | undefined =>
  navigation === undefined
    ? undefined
    : html`<nav aria-label="${pageWords.site[mode.language]}">
        <ul>
          ${navigation.map((link) => renderLink(link, mode, link.path === path))}
        </ul>
      </nav>`;

const renderStyle = ({ path, query }: Page, mode: PageMode, style: PageStyle): Html => {
  const name = styleNames[style][mode.language];
  const address = addressIn({ ...mode, style }, path, query);
  return style === mode.style
    ? html`<li><a href="${address}" aria-current="true">${name}</a></li> `
    : html`<li><a href="${address}">${name}</a></li> `;
};

const renderLanguage = ({ path, query }: Page, mode: PageMode): Html => {
  const other: Language = mode.language === 'zh' ? 'en' : 'zh';
  const tag = languageTags[other];
  return html`<li>
    <a
      href="${addressIn({ ...mode, language: other }, path, query)}"
      hreflang="${tag}"
      lang="${tag}"
      >${pageWords.otherLanguage[mode.language]}</a
    >
  </li>`;
};

const renderView = (page: Page, mode: PageMode): Html =>
  html`<nav class="view" aria-label="${pageWords.view[mode.language]}">
    <ul>
      ${pageStyles.map((style) => renderStyle(page, mode, style))} ${renderLanguage(page, mode)}
    </ul>
  </nav>`;

/** As `lang` names it. */
export const pageLanguage = ({ language }: PageMode): string => languageTags[language];

export const pageTitle = ({ heading, faults }: Page, language: Language): string =>
  `${faults === undefined ? '' : pageWords.fault[language]}${heading} · ${pageWords.product[language]}`;

const renderHead = (page: Page, { language }: PageMode, assets: AssetNames): Html => {
  const { sheet, script } = page;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${pageTitle(page, language)}</title>
    <link rel="icon" href="${icon}" />
    <link rel="stylesheet" href="${assetPath(assets[sheet])}" />
    ${script === undefined ? undefined : html`<script src="${assetPath(assets[script])}" defer></script>`}
  </head>`;
};

/**
 * Open until the reader closes it; then its heading stays, to be opened again. In the version for
 * elders it would fill the first screen, so it is closed there.
 */
const renderHint = ({ hint }: Page, { language, style }: PageMode): Html | undefined =>
  hint === undefined
    ? undefined
    : html`<details
        class="hint"
        data-name="${hint.name}"
        ${style === 'elder' ? undefined : html`open`}
      >
        <summary>${pageWords.hint[language]}</summary>
        <p>${hint.words}</p>
      </details>`;

type FooterLinks = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const footerLinks: FooterLinks = {
  '/receipt': pageWords.find,
  '/open/method': pageWords.method,
  '/about/privacy': pageWords.privacy,
  '/about/accessibility': pageWords.accessibility,
};

const renderFooter = ({ path }: Page, mode: PageMode, links: FooterLinks): Html =>
  html`<footer>
    <ul>
      ${Object.entries(links).map(([to, words]) =>
        renderLink({ path: to, words: words[mode.language] }, mode, to === path),
      )}
    </ul>
    <p class="product">${pageWords.version[mode.language]} ${productVersion}</p>
  </footer>`;

const problemOf = ({ problem }: Page): Html | undefined =>
  problem === undefined ? undefined : html` data-problem="${problem}"`;

/** Renders what a reader sees. A page that another system shows has other links in its footer. */
export const renderBody = (page: Page, mode: PageMode, footer: FooterLinks = footerLinks): Html => {
  const { language } = mode;
  return html`<a class="skip" href="#content">${pageWords.skip[language]}</a>
    <header>
      ${renderView(page, mode)}
      <p class="product">${pageWords.product[language]}</p>
      ${renderNavigation(page, mode)}
    </header>
    <main id="content" ${problemOf(page)}>
      ${page.faults}
      <h1>${page.heading}</h1>
      ${renderHint(page, mode)} ${page.content}
    </main>
    ${renderFooter(page, mode, footer)}`;
};

/** Renders the whole document: without a script, and without a style of its own. */
export const renderPage = (page: Page, mode: PageMode, assets: AssetNames): Html => {
  return html`<!doctype html>
    <html lang="${pageLanguage(mode)}" data-style="${mode.style}">
      ${renderHead(page, mode, assets)}
      <body>
        ${renderBody(page, mode)}
      </body>
    </html> `;
};
