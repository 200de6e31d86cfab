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
  /** What is refused now. */
  readonly scope: 'all' | 'invitations' | 'none';
  /** What was chosen just before. */
  readonly chosen: 'allowed' | 'refused' | undefined;
}

/** The page of a rating link or of a receipt has one for its messages. */
export const messagesPath = (of: string): string => `${of}/messages`;

export const messagesLink = (address: string | undefined, language: Language): Html | undefined =>
  address === undefined ? undefined : html`<p><a href="${address}">${words.link[language]}</a></p>`;

const buttons = {
  refuse: { value: 'yes', style: 'button' },
  allow: { value: 'no', style: 'plain button' },
} as const;

const formOf = (view: MessagesView, mode: PageMode): Html => {
  const { language } = mode;
  // The one that would change something.
  const choice = view.scope === 'none' ? 'refuse' : 'allow';
  return html`<form method="post" action="${addressIn(mode, messagesPath(view.of))}">
    <p class="tools">
      <button
        type="submit"
        class="${buttons[choice].style}"
        name="refuse"
        value="${buttons[choice].value}"
      >
        ${words[choice][language]}
      </button>
    </p>
  </form>`;
};

/** Anybody may write into an address what was chosen: only what is so is confirmed. */
const confirmation = ({ chosen, scope }: MessagesView, language: Language): Html | undefined =>
  chosen === (scope === 'none' ? 'allowed' : 'refused')
    ? html`<p class="notice" role="status">${words[chosen][language]}</p>`
    : undefined;

export const messagesPage = (view: MessagesView, mode: PageMode): Page => {
  const { of, by, scope } = view;
  const { language } = mode;
  const lead = words[by === 'receipt' ? 'byReceipt' : 'byInvitation'][language];
  return {
    path: messagesPath(of),
    heading: words.title[language],
    sheet: 'resident.css',
    isPrivate: true,
    content: html`${confirmation(view, language)}
      <p><strong>${words[scope][language]}</strong></p>
      <p>${lead}</p>
      ${formOf(view, mode)}
      <p><a href="${addressIn(mode, of)}">${words.back[language]}</a></p>`,
  };
};
