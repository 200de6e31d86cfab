/** `/receipt`: a receipt number is entered, and leads to its receipt. It needs no script. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { addressIn } from '../mode.ts';
import type { PageMode } from '../mode.ts';
import type { Page } from '../page.ts';
import { faultBox } from '../resident/fault-summary.ts';
import { fill } from '../resident/fill.ts';
import { findFaults, findWords as words } from './find-words.table.ts';
import type { FindFault } from './find-words.table.ts';

export interface FindView {
  readonly phone: string;
  /** As it was entered. */
  readonly number: string;
  readonly fault?: FindFault | undefined;
}

const findPath = '/receipt';

const faultsOf = (fault: FindFault, language: Language): Pick<Page, 'faults' | 'problem'> => ({
  faults: faultBox('receipt', findFaults[fault][language], language),
  problem: fault === 'receipt_unknown' ? fault : undefined,
});

const fieldOf = ({ number, fault }: FindView, language: Language): Html =>
  html`<div class="text">
    <label for="receipt">${words.number[language]}</label>
    <p class="soft" id="receipt-form">${words.form[language]}</p>
    ${fault && html`<p class="fault" id="receipt-fault">${findFaults[fault][language]}</p>`}
    <input
      id="receipt"
      name="receipt"
      value="${number}"
      required
      maxlength="200"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby="receipt-form${fault === undefined ? '' : ' receipt-fault'}"
    />
  </div>`;

export const findPage = (view: FindView, mode: PageMode): Page => {
  const { language } = mode;
  return {
    path: findPath,
    heading: words.title[language],
    sheet: 'resident.css',
    script: 'resident.js',
    ...(view.fault && faultsOf(view.fault, language)),
    content: html`<p>${words.lead[language]}</p>
      <form method="post" action="${addressIn(mode, findPath)}" novalidate>
        ${fieldOf(view, language)}
        <button type="submit" class="wide button">${words.send[language]}</button>
      </form>
      <p>${fill(words.lost[language], { phone: view.phone })}</p>`,
  };
};
