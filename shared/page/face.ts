import type { Level } from '../domain/rating/level.ts';
import { facePaths } from './face-path.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * The face of a level, in the colour of the text around it. All have the same size, colour and
 * weight, so that none is more inviting; the word of the level always stands beside it.
 */
export const renderFace = (level: Level): Html => {
  const { upper, mouth, isFilled } = facePaths[level];
  return html`<svg
    class="face"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="12" cy="12" r="10" />
    <path d="${upper}" />
    <path d="${mouth}" fill="${isFilled ? 'currentColor' : 'none'}" />
  </svg>`;
};
