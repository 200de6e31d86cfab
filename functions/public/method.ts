import * as z from 'zod/mini';

import { languages, languageTags } from '../../shared/domain/text/language.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../shared/http/page/answer.ts';
import type { PageGround } from '../../shared/http/page/answer.ts';
import { readQuery } from '../../shared/http/query.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { methodPage } from './method-page.ts';
import { methodView } from './method-view.ts';

export interface MethodDeps {
  readonly rulebook: Rulebook;
  readonly ground: PageGround;
}

const Asked = z.object({ lang: z.optional(z.enum(languages)) });

/**
 * `GET /v1/open/method` for programs and `GET /open/method` for people: describes how every
 * published number is computed by the currently active rules.
 */
export const showMethod =
  (deps: MethodDeps): HttpHandler =>
  async (request) => {
    if (request.rawPath !== '/open/method') readQuery(Asked, request);
    const mode = pageMode(request);
    const { language } = mode;
    const view = methodView(await deps.rulebook.now(), language);
    if (request.rawPath === '/open/method')
      return renderedAnswer(methodPage(view, language), mode, deps.ground);
    return {
      status: 200,
      body: view,
      headers: {
        'cache-control': 'public, max-age=300',
        'content-language': languageTags[language],
        vary: 'accept-language',
      },
    };
  };
