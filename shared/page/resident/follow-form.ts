/** 追评: the one follow-up, after the answer. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { lastDayWords } from '../moment.ts';
import { fill } from './fill.ts';
import { formData } from './form-data.ts';
import type { FormFacts } from './form-facts.ts';
import { levelField, reasonFields, textField } from './rate-fields.ts';
import { receiptWords as words } from './receipt-words.table.ts';

interface Followed {
  readonly receipt: string;
  readonly until: string;
}

export const followForm = (
  follow: FormFacts,
  { receipt, until }: Followed,
  language: Language,
): Html =>
  html`<section id="follow">
    <h2>${words.follow[language]}</h2>
    <p>${fill(words.followLead[language], { until: lastDayWords(until, language) })}</p>
    <form
      class="rate"
      method="post"
      action="${follow.action}"
      novalidate
      ${formData({ link: receipt, api: `/v1/receipts/${receipt}/append`, isToken: false }, language)}
    >
      <input type="hidden" name="clientRef" value="${follow.clientRef}" />
      ${levelField(follow, words.followLevel[language], language)} ${reasonFields(follow, language)}
      ${textField(follow, words.followText[language], language)}
      <p id="status" role="status"></p>
      <button type="submit" class="wide button">${words.followSend[language]}</button>
    </form>
  </section>`;
