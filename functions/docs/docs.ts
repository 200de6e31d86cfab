import type { Answer, HttpHandler } from '../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../shared/http/page/answer.ts';
import type { PageGround } from '../../shared/http/page/answer.ts';
import { filterOf } from './groups.ts';
import { interfacePage } from './interface-page.ts';
import { openApiDocument } from './openapi.ts';
import { problemPage } from './problem-page.ts';

const documentAnswer = (text: string): Answer => ({
  status: 200,
  body: text,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=300',
  },
});

/**
 * `GET /openapi.json`, `GET /docs` and `GET /docs/problems`: returns the contract for tools and for
 * people, generated from the same table. The gateway routes no other path here.
 */
export const serveDocs = (ground: PageGround): HttpHandler => {
  let document: string | undefined;
  return async (request) => {
    if (request.rawPath === '/openapi.json') {
      document ??= JSON.stringify(openApiDocument());
      return documentAnswer(document);
    }
    const mode = pageMode(request);
    const page =
      request.rawPath === '/docs/problems'
        ? problemPage(mode)
        : interfacePage(mode, filterOf(request.queryStringParameters));
    return renderedAnswer(page, mode, ground);
  };
};
