import type { Language } from '../domain/text/language.ts';
import { pageWords } from './page-words.table.ts';
import type { Page, PageLink } from './page.ts';

type DocumentPath = '/docs' | '/docs/problems' | '/open/method';

const links = {
  '/docs': pageWords.interface,
  '/docs/problems': pageWords.problems,
  '/open/method': pageWords.method,
} as const satisfies Record<DocumentPath, unknown>;

const navigationIn = (language: Language): readonly PageLink[] => [
  ...Object.entries(links).map(([path, words]) => ({ path, words: words[language] })),
  { path: '/openapi.json', words: 'OpenAPI 3.1' },
];

/**
 * 文档: a page that describes the service. It is the same for everyone, so it may be kept. Only pages of
 * developers lead to the other ones of developers: residents come to that of the method too.
 */
export const documentPage = (
  path: DocumentPath,
  language: Language,
  page: Pick<Page, 'content' | 'heading' | 'query'>,
): Page => ({
  ...page,
  path,
  sheet: 'document.css',
  ...(path === '/open/method' ? {} : { navigation: navigationIn(language) }),
  keptForSeconds: 300,
});
