import { languageTags } from '../../domain/text/language.ts';
import type { AssetNames } from '../../page/asset.ts';
import { pageStyles } from '../../page/mode.ts';
import type { PageMode, PageStyle } from '../../page/mode.ts';
import { renderPage } from '../../page/page.ts';
import type { Page } from '../../page/page.ts';
import { languageOf } from '../edge.ts';
import type { Answer, HttpRequest } from '../edge.ts';
import { answerHeaders, pagePolicy } from '../header.table.ts';

/** What every rendered page needs of its deployment. */
export interface PageGround {
  readonly assets: AssetNames;
  /** The sources that may frame the page; without them nobody may. */
  readonly embedders?: string;
}

const styleOf = (asked: string | undefined): PageStyle =>
  pageStyles.find((style) => style === asked) ?? 'standard';

/**
 * Returns the mode that the address asks for. Its language takes precedence over the browser's
 * preference. A mini-program of the province's app gives the style as `_uiStyle`.
 */
export const pageMode = (request: HttpRequest): PageMode => {
  const { lang, style, _uiStyle } = request.queryStringParameters ?? {};
  return {
    language: lang === 'zh' || lang === 'en' ? lang : languageOf(request),
    style: styleOf(style ?? _uiStyle),
  };
};

const keptFor = (seconds: number | undefined): Answer['headers'] =>
  seconds === undefined ? {} : { 'cache-control': `public, max-age=${seconds}` };

/** Renders the page as an answer with all headers of its kind; one copy per language is kept. */
export const renderedAnswer = (page: Page, mode: PageMode, ground: PageGround): Answer => ({
  status: 200,
  body: renderPage(page, mode, ground.assets).markup,
  headers: {
    ...answerHeaders.page,
    'content-language': languageTags[mode.language],
    'content-security-policy': pagePolicy(ground.embedders),
    vary: 'accept-language',
    ...keptFor(page.keptForSeconds),
    ...(page.isPrivate === true ? { 'x-robots-tag': 'noindex' } : {}),
  },
});
