/** `/r/{token}` of a contact that is rated: who did not rate may contest. It needs no JavaScript. */
import type { Language } from '../../../domain/text/language.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import { messagesLink } from '../../message/messages.ts';
import type { Page } from '../../page.ts';
import { faultSummary } from '../fault-summary.ts';
import { fill } from '../fill.ts';
import { formData } from '../form-data.ts';
import { consentBox, levelField, publishField, reasonFields, textField } from '../rate-fields.ts';
import type { RateView } from '../rate-view.ts';
import { rateWords } from '../rate-words.table.ts';
import { factsOf, noticeOf } from '../rate.ts';
import { contestWords as words } from './words.table.ts';

export interface ContestView extends RateView {
  readonly statement: string;
  /** False once no further contest is taken. */
  readonly mayContest: boolean;
  /** Until when one that is sent now is ruled on; undefined while that year's calendar is unknown. */
  readonly ruledBy: string | undefined;
}

export const dueWords = (due: string | undefined, language: Language): string =>
  due === undefined ? '' : fill(words.dueBy[language], { due });

/** Shown by the script in the browser that rated, or contested. */
const ownLinks = ({ token }: ContestView, language: Language): Html =>
  html`<p id="own-receipt" data-link="${token}" hidden>
      <a href="/">${words.ownReceipt[language]}</a>
    </p>
    <p id="own-contest" data-link="${token}" hidden>
      <a href="/">${words.ownContest[language]}</a>
    </p>`;

const statementField = ({ statement }: ContestView, language: Language): Html =>
  html`<div class="text">
    <label for="statement">${words.statement[language]}</label>
    <p class="soft" id="statement-hint">${words.statementHint[language]}</p>
    <textarea
      id="statement"
      name="statement"
      rows="2"
      maxlength="300"
      aria-describedby="statement-hint"
    >
${statement}</textarea>
  </div>`;

const contactField = (view: ContestView, language: Language): Html =>
  html`<fieldset class="contact">
    <legend>${words.contact[language]}</legend>
    <p>${rateWords.contactLook[language]}</p>
    ${consentBox({
      name: 'contactConsent',
      label: rateWords.contactConsent[language],
      given: view.draft.contactConsent,
    })}
  </fieldset>`;

const formOf = (view: ContestView, language: Language): Html =>
  html`<form
    class="rate"
    method="post"
    action="${view.action}"
    novalidate
    ${formData({ link: view.token, api: '/v1/ratings/contest', isToken: true }, language)}
  >
    <input type="hidden" name="clientRef" value="${view.clientRef}" />
    ${levelField(view, rateWords.level[language], language)} ${reasonFields(view, language)}
    ${textField(view, rateWords.text[language], language)} ${statementField(view, language)}
    ${publishField(view, language)} ${contactField(view, language)}
    <p id="status" role="status"></p>
    <button type="submit" class="wide button">${words.send[language]}</button>
  </form>`;

const offerOf = (view: ContestView, language: Language): Html =>
  view.mayContest
    ? html`<h2>${words.question[language]}</h2>
        <p>
          ${fill(words.explain[language], { due: dueWords(view.ruledBy, language) })}
          ${words.silent[language]}
        </p>
        ${formOf(view, language)}`
    : html`<p>${fill(words.closed[language], { phone: view.privacy.phone })}</p>`;

export const contestPage = (view: ContestView, language: Language): Page => ({
  path: `/r/${view.token}`,
  heading: words.title[language],
  sheet: 'resident.css',
  script: 'resident.js',
  isPrivate: true,
  ...faultSummary(view, language),
  content: html`<p>${words.lead[language]}</p>
    ${ownLinks(view, language)} ${factsOf(view, language)} ${offerOf(view, language)}
    ${noticeOf(view, language)} ${messagesLink(view.messages, language)}`,
});
