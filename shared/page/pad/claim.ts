/** `/claim/{code}`: opening it claims nothing, its button does; it needs no script. */
import { html } from '../html.ts';
import { addressIn } from '../mode.ts';
import type { PageMode } from '../mode.ts';
import type { Page } from '../page.ts';
import { claimWords as words } from './claim-words.table.ts';

export interface ClaimView {
  readonly code: string;
  /** By which the phone is known again. */
  readonly clientRef: string;
  /** Whether this phone is bound, and the rating is not there yet. */
  readonly isWaiting: boolean;
}

const claimPath = (code: string): string => `/claim/${code}`;

export const claimPage = ({ code, clientRef, isWaiting }: ClaimView, mode: PageMode): Page => {
  const { language } = mode;
  const path = claimPath(code);
  return {
    path,
    heading: words.title[language],
    sheet: 'resident.css',
    script: 'resident.js',
    isPrivate: true,
    content: html`${
        isWaiting
          ? html`<p class="notice" role="status">${words.waiting[language]}</p>`
          : html`<p>${words.lead[language]}</p>
              <p>${words.once[language]}</p>`
      }
      <form
        method="post"
        class="claim"
        action="${addressIn(mode, path)}"
        data-link="${code}"
        ${isWaiting ? html`data-bound` : undefined}
      >
        <input type="hidden" name="clientRef" value="${clientRef}" />
        <p class="tools">
          <button type="submit" class="button">
            ${words[isWaiting ? 'again' : 'claim'][language]}
          </button>
        </p>
      </form>`,
  };
};
