/** `/r/{token}`: the rating page. It works without JavaScript. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { messagesLink } from '../message/messages.ts';
import type { Page } from '../page.ts';
import { faultSummary } from './fault-summary.ts';
import { fill } from './fill.ts';
import { formData } from './form-data.ts';
import { contactField, levelField, publishField, reasonFields, textField } from './rate-fields.ts';
import type { RateView } from './rate-view.ts';
import { rateWords as words } from './rate-words.table.ts';

const row = (term: string, value: Html | string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** A name that exists in Chinese only. */
const chinese = (text: string, language: Language): Html =>
  language === 'zh' ? html`${text}` : html`<span lang="zh-CN">${text}</span>`;

export const factsOf = (view: RateView, language: Language): Html =>
  html`<dl class="card facts">
    ${row(words.matter[language], chinese(view.matter, language))}
    ${row(words.service[language], view.service)}
    ${row(words.department[language], chinese(view.department, language))}
    ${row(words.servedAt[language], view.servedAt)}
    ${row(words.applicant[language], chinese(view.applicant, language))}
  </dl>`;

export const noticeOf = ({ privacy }: RateView, language: Language): Html =>
  html`<details class="notice">
    <summary>${words.notice[language]}</summary>
    <p>${fill(words.noticeText[language], { ...privacy })}</p>
  </details>`;

const validity = ({ validUntil }: RateView, language: Language): Html | undefined =>
  validUntil === undefined
    ? undefined
    : html`<p class="soft">${fill(words.validUntil[language], { until: validUntil })}</p>`;

const contentOf = (view: RateView, language: Language): Html =>
  html`<p>${words.lead[language]}</p>
    <p>
      <button type="button" class="plain button" id="read-aloud" hidden>
        ${words.readAloud[language]}
      </button>
    </p>
    ${factsOf(view, language)}
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
    <p class="soft">${words.voluntary[language]}</p>
    ${validity(view, language)} ${noticeOf(view, language)} ${messagesLink(view.messages, language)}`;

export const ratePage = (view: RateView, language: Language): Page => ({
  path: `/r/${view.token}`,
  heading: words.title[language],
  sheet: 'resident.css',
  script: 'resident.js',
  hint: { name: 'rate', words: words.hint[language] },
  isPrivate: true,
  ...faultSummary(view, language),
  content: contentOf(view, language),
});
