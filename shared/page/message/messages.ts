/** 短信退订: opening it changes nothing, its buttons do; it needs no script. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { addressIn } from '../mode.ts';
import type { PageMode } from '../mode.ts';
import type { Page } from '../page.ts';
import { messageWords as words } from './message-words.table.ts';

export interface MessagesView {
  /** The page that leads here: that of a rating link or of a receipt. */
  readonly of: string;
  readonly by: 'invitation' | 'receipt';
  /** What was chosen just before. */
  readonly chosen: 'allowed' | 'refused' | undefined;
}

/** The page of a rating link or of a receipt has one for its messages. */
export const messagesPath = (of: string): string => `${of}/messages`;

export const messagesLink = (address: string | undefined, language: Language): Html | undefined =>
  address === undefined ? undefined : html`<p><a href="${address}">${words.link[language]}</a></p>`;

export const messagesPage = ({ of, by, chosen }: MessagesView, mode: PageMode): Page => {
  const { language } = mode;
  const lead = words[by === 'receipt' ? 'byReceipt' : 'byInvitation'][language];
  return {
    path: messagesPath(of),
    heading: words.title[language],
    sheet: 'resident.css',
    isPrivate: true,
    content: html`${chosen && html`<p class="notice" role="status">${words[chosen][language]}</p>`}
      <p>${lead}</p>
      <form method="post" action="${addressIn(mode, messagesPath(of))}">
        <p class="tools">
          <button type="submit" class="button" name="refuse" value="yes">
            ${words.refuse[language]}
          </button>
          <button type="submit" class="plain button" name="refuse" value="no">
            ${words.allow[language]}
          </button>
        </p>
      </form>
      <p><a href="${addressIn(mode, of)}">${words.back[language]}</a></p>`,
  };
};
