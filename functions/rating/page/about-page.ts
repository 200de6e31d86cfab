import type { HttpHandler } from '../../../shared/http/edge.ts';
import { pageMode, renderedAnswer } from '../../../shared/http/page/answer.ts';
import { aboutPage } from '../../../shared/page/about/about.ts';
import type { AboutPath } from '../../../shared/page/about/about.ts';
import type { ResidentPageDeps } from './deps.ts';

/**
 * `GET /about/privacy` and `GET /about/accessibility`: the notice of every page that takes data, and
 * for whom these pages work. They are the same for everyone.
 */
export const showAboutPage =
  (
    path: AboutPath,
    { ground, privacy }: Pick<ResidentPageDeps, 'ground' | 'privacy'>,
  ): HttpHandler =>
  async (request) => {
    const mode = pageMode(request);
    return renderedAnswer(aboutPage(path, privacy, mode.language), mode, ground);
  };
