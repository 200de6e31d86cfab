/** 追评: the one follow-up, after the answer. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { momentWords } from '../moment.ts';
import { faultSummary } from './fault-summary.ts';
import { fill } from './fill.ts';
import type { FormFacts } from './form-facts.ts';
import { levelField, reasonFields, textField } from './rate-fields.ts';
import { receiptWords as words } from './receipt-words.table.ts';

export const followForm = (follow: FormFacts, until: string, language: Language): Html =>
  html`<section id="follow">
    <h2>${words.follow[language]}</h2>
    <p>${fill(words.followLead[language], { until: momentWords(until, language) })}</p>
    ${faultSummary(follow, language)}
    <form class="rate" id="rate" method="post" action="${follow.action}" novalidate>
      <input type="hidden" name="clientRef" value="${follow.clientRef}" />
      ${levelField(follow, words.followLevel[language], language)} ${reasonFields(follow, language)}
      ${textField(follow, words.followText[language], language)}
      <p id="status" class="status" role="status"></p>
      <button type="submit" class="send">${words.followSend[language]}</button>
    </form>
  </section>`;
