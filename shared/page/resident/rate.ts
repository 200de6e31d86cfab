/** `/r/{token}`: the rating page. It works without JavaScript. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { messagesLink } from '../message/messages.ts';
import type { PageMode } from '../mode.ts';
import type { Page } from '../page.ts';
import { faultSummary } from './fault-summary.ts';
import { fill } from './fill.ts';
import { formData } from './form-data.ts';
import { foldedNotice } from './privacy-notice.ts';
import { contactField, levelField, publishField, reasonFields, textField } from './rate-fields.ts';
import type { RateView } from './rate-view.ts';
import { rateWords as words } from './rate-words.table.ts';
import { factsAround } from './rated-contact.ts';

const validity = ({ validUntil }: RateView, language: Language): Html | undefined =>
  validUntil === undefined
    ? undefined
    : html`<p class="soft">${fill(words.validUntil[language], { until: validUntil })}</p>`;

const contentOf = (view: RateView, mode: PageMode): Html => {
  const { language } = mode;
  const facts = factsAround(view, mode);
  const lead = mode.style === 'elder' ? undefined : html`<p>${words.lead[language]}</p>`;
  return html`${lead}
    <p>
      <button type="button" class="plain button" id="read-aloud" hidden>
        ${words.readAloud[language]}
      </button>
    </p>
    ${facts.before}
    <form
      class="rate"
      method="post"
      action="${view.action}"
      novalidate
      ${formData({ link: view.token, api: '/v1/ratings', isToken: true }, language)}
    >
      <input type="hidden" name="clientRef" value="${view.clientRef}" />
      ${levelField(view, words.level[language], language)} ${reasonFields(view, language)}
      ${textField(view, words.text[language], language)} ${publishField(view, language)}
      ${contactField(view, language)}
      <p id="status" role="status"></p>
      <button type="submit" class="wide button">${words.send[language]}</button>
    </form>
    ${facts.after}
    <p class="soft">${words.voluntary[language]}</p>
    ${validity(view, language)} ${foldedNotice(view.privacy, language)}
    ${messagesLink(view.messages, language)}`;
};

export const ratePage = (view: RateView, mode: PageMode): Page => ({
  path: `/r/${view.token}`,
  heading: words.title[mode.language],
  sheet: 'resident.css',
  script: 'resident.js',
  hint: { name: 'rate', words: words.hint[mode.language] },
  isPrivate: true,
  ...faultSummary(view, mode.language),
  content: contentOf(view, mode),
});
