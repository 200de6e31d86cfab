import type { HttpHandler } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { aboutPage } from '../../../shared/page/about/about.ts';
import type { AboutPath } from '../../../shared/page/about/about.ts';
import type { ResidentPageDeps } from './deps.ts';
import { privacyFacts } from './privacy.ts';
import type { PrivacyDeps } from './privacy.ts';

/**
 * `GET /about/privacy` and `GET /about/accessibility`: the notice of every page that takes data, and
 * for whom these pages work. They are the same for everyone.
 */
export const showAboutPage =
  (path: AboutPath, deps: Pick<ResidentPageDeps, 'ground'> & PrivacyDeps): HttpHandler =>
  async (request) => {
    const mode = pageMode(request);
    const page = aboutPage(path, await privacyFacts(deps), mode.language);
    return renderedAnswer(page, mode, deps.ground);
  };
