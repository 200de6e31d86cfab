import type { Language } from '../../shared/domain/language.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler, HttpRequest } from '../../shared/http/edge.ts';
import type { Rulebook } from '../../shared/port/rulebook.ts';
import { methodPage } from './method-page.ts';
import { methodView } from './method-view.ts';
import { pageAnswer } from './page.ts';

export interface MethodDoor {
  readonly rulebook: Rulebook;
}

const languageAsked = (request: HttpRequest): Language => {
  const asked = request.queryStringParameters?.['lang'];
  return asked === 'zh' || asked === 'en' ? asked : languageOf(request);
};

/**
 * `GET /v1/open/method` for programs and `GET /open/method` for people: how every published number is
 * made, by the rules that are in force now.
 */
export const showMethod =
  (door: MethodDoor): HttpHandler =>
  async (request) => {
    const language = languageAsked(request);
    const view = methodView(await door.rulebook.now(), language);
    if (request.rawPath === '/open/method') return pageAnswer(methodPage(view, language), language);
    return {
      status: 200,
      body: view,
      headers: {
        'cache-control': 'public, max-age=300',
        'content-language': language === 'zh' ? 'zh-CN' : 'en',
        vary: 'accept-language',
      },
    };
  };
