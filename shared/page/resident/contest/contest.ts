/** `/r/{token}` of a contact that is rated: who did not rate may contest. It needs no JavaScript. */
import type { Language } from '../../../domain/text/language.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import { messagesLink } from '../../message/messages.ts';
import type { PageMode } from '../../mode.ts';
import type { Page } from '../../page.ts';
import { faultSummary } from '../fault-summary.ts';
import { fill } from '../fill.ts';
import { formData } from '../form-data.ts';
import { foldedNotice } from '../privacy-notice.ts';
import { consentBox, levelField, publishField, reasonFields, textField } from '../rate-fields.ts';
import type { RateView } from '../rate-view.ts';
import { rateWords } from '../rate-words.table.ts';
import { factsAround } from '../rated-contact.ts';
import { contestWords as words } from './words.table.ts';

export interface ContestView extends RateView {
  readonly statement: string;
  /** A rating was sent just now, and refused because of the one before it. */
  readonly isLate: boolean;
  /** Where a rating is found by the number of its receipt. */
  readonly find: string;
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

const closedOf = (view: ContestView, language: Language): Html =>
  html`<p>${fill(words.closed[language], { phone: view.privacy.phone })}</p>`;

/** The script hides it in a browser that rated or contested before. */
const offerOf = (view: ContestView, mode: PageMode): Html => {
  const { language } = mode;
  const facts = factsAround(view, mode);
  return html`${facts.before}
    <div id="offer">
      <h2>${words.question[language]}</h2>
      <p>
        ${fill(words.explain[language], { due: dueWords(view.ruledBy, language) })}
        ${words.silent[language]}
      </p>
      ${formOf(view, language)}
    </div>
    ${facts.after}`;
};

const leadOf = ({ isLate }: ContestView, language: Language): Html =>
  isLate
    ? html`<p class="notice">${words.late[language]}</p>`
    : html`<p>${words.lead[language]}</p>`;

/** Nothing is wrong with a form that is not offered any more. */
const faultsOf = (view: ContestView, language: Language): Pick<Page, 'faults'> =>
  view.mayContest ? faultSummary(view, language) : {};

export const contestPage = (view: ContestView, mode: PageMode): Page => {
  const { language } = mode;
  return {
    path: `/r/${view.token}`,
    heading: words.title[language],
    sheet: 'resident.css',
    script: 'resident.js',
    isPrivate: true,
    problem: view.isLate ? 'already_rated' : undefined,
    ...faultsOf(view, language),
    content: html`${leadOf(view, language)}
      <p>
        ${words.hasNumber[language]}<a href="${view.find}">${words.find[language]}</a
        >${words.stop[language]}
      </p>
      ${ownLinks(view, language)}
      ${view.mayContest ? offerOf(view, mode) : closedOf(view, language)}
      ${foldedNotice(view.privacy, language)} ${messagesLink(view.messages, language)}`,
  };
};
