/** Where a reader is: the platform keeps one document, so pages differ behind the #. */
import type { AboutPath } from '../../shared/page/about/about.ts';
import { pageStyles } from '../../shared/page/mode.ts';
import type { PageMode, PageStyle } from '../../shared/page/mode.ts';

export type Route =
  | { readonly to: 'about'; readonly path: AboutPath }
  | { readonly to: 'nowhere' }
  | { readonly to: 'rate'; readonly token: string }
  | { readonly to: 'receipt'; readonly receipt: string };

export interface Address {
  readonly route: Route;
  readonly language: PageMode['language'];
  /** Undefined where the address does not say. */
  readonly style: PageStyle | undefined;
}

const routeOf = (path: string): Route => {
  if (path === '/about/privacy' || path === '/about/accessibility') return { to: 'about', path };
  const [, page, link = ''] = /^\/(r|receipt)\/([\w-]+)$/.exec(path) ?? [];
  if (page === 'r') return { to: 'rate', token: link };
  return page === 'receipt' ? { to: 'receipt', receipt: link } : { to: 'nowhere' };
};

const styleIn = (chosen: URLSearchParams, given: URLSearchParams): string | null => {
  // A link of the pages states the language, and the style unless it is the standard one.
  if (chosen.has('lang')) return chosen.get('style') ?? 'standard';
  return chosen.get('style') ?? given.get('_uiStyle') ?? given.get('style');
};

/**
 * Reads the address. What stands behind the # was chosen by the reader; a mini-program of the
 * platform gives the style before it, as `_uiStyle` (as others that live there report) or `style`.
 */
export const readAddress = ({ hash, search }: Pick<Location, 'hash' | 'search'>): Address => {
  const [path = '', query = ''] = hash.slice(1).split('?');
  const chosen = new URLSearchParams(query);
  const asked = styleIn(chosen, new URLSearchParams(search));
  return {
    route: routeOf(path),
    language: chosen.get('lang') === 'en' ? 'en' : 'zh',
    style: pageStyles.find((style) => style === asked),
  };
};
