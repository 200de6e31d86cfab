import type { Level } from '../domain/rating/level.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** The mouth of each level; the outer two are filled. */
const mouths = {
  very_satisfied: { path: 'M7 13.2c1.2 4.2 8.8 4.2 10 0z', isFilled: true },
  satisfied: { path: 'M7.6 14c1.9 2.7 6.9 2.7 8.8 0', isFilled: false },
  basically_satisfied: { path: 'M8 15h8', isFilled: false },
  dissatisfied: { path: 'M7.6 16.2c1.9-2.7 6.9-2.7 8.8 0', isFilled: false },
  very_dissatisfied: { path: 'M7 17.4c1.2-4.2 8.8-4.2 10 0z', isFilled: true },
} as const satisfies Record<Level, { readonly path: string; readonly isFilled: boolean }>;

const eyes = 'M8.5 9v.6M15.5 9v.6';

const brows: Partial<Record<Level, string>> = {
  very_dissatisfied: 'M6.7 7.3l2.8 1.2M17.3 7.3l-2.8 1.2',
};

/**
 * The face of a level, in the colour of the text around it. All have the same size, colour and
 * weight, so that none is more inviting; the word of the level always stands beside it.
 */
export const renderFace = (level: Level): Html => {
  const { path, isFilled } = mouths[level];
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
    <path d="${eyes}${brows[level] ?? ''}" />
    <path d="${path}" fill="${isFilled ? 'currentColor' : 'none'}" />
  </svg>`;
};
