/** The fields of the rating form. */
import type { Language } from '../../domain/text/language.ts';
import { renderFace } from '../face.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { fill } from './fill.ts';
import type { FormFacts, LevelChoice } from './form-facts.ts';
import type { RateView } from './rate-view.ts';
import { fieldFaults, rateWords as words } from './rate-words.table.ts';
import type { FieldFault } from './rate-words.table.ts';

const flag = (name: string, on: boolean): Html => ({ markup: on ? ` ${name}` : '' });

const faultAt = (view: FormFacts, fault: FieldFault, language: Language): Html | undefined =>
  view.fault === fault
    ? html`<p class="fault" id="${fault}">${fieldFaults[fault][language]}</p>`
    : undefined;

const describedBy = (id: string, on: boolean): Html => ({
  markup: on ? ` aria-describedby="${id}"` : '',
});

const levelRadio = ({ level, name, reasonRequired }: LevelChoice, checked: boolean): Html =>
  html`<div class="choice${reasonRequired ? ' bad' : ''}">
    <input
      type="radio"
      name="level"
      id="level-${level}"
      value="${level}"
      required${flag('checked', checked)}
    />
    <label for="level-${level}">${renderFace(level)}<span>${name}</span></label>
  </div>`;

/** Nothing is selected before the resident selects it, and selecting sends nothing. */
export const levelField = (view: FormFacts, legend: string, language: Language): Html => {
  const faulty = view.fault === 'level_missing';
  return html`<fieldset class="levels" ${describedBy('level_missing', faulty)}>
    <legend>${legend}</legend>
    ${faultAt(view, 'level_missing', language)}
    <div class="choices">
      ${view.levels.map((choice) => levelRadio(choice, choice.level === view.draft.level))}
    </div>
  </fieldset>`;
};

type Indicator = LevelChoice['indicators'][number];

const tagBox = ({ code, text }: Indicator, chosen: readonly string[]): Html =>
  html`<div class="choice">
    <input
      type="checkbox"
      name="tag"
      id="tag-${code}"
      value="${code}"
      ${flag('checked', chosen.includes(code))}
    />
    <label for="tag-${code}">${text}</label>
  </div>`;

const moreTags = (
  rest: readonly Indicator[],
  chosen: readonly string[],
  language: Language,
): Html | undefined =>
  rest.length === 0
    ? undefined
    : html`<details${flag(
        'open',
        rest.some(({ code }) => chosen.includes(code)),
      )}>
        <summary>${words.more[language]}</summary>
        <div class="choices">${rest.map((indicator) => tagBox(indicator, chosen))}</div>
      </details>`;

const reasonField = (choice: LevelChoice, view: FormFacts, language: Language): Html => {
  const { level, name, indicators, reasonRequired } = choice;
  const chosen = view.draft.tags;
  const faulty = view.fault === 'reason_missing' && view.draft.level === level;
  const base = indicators.filter(({ set }) => set === 'base');
  const rest = indicators.filter(({ set }) => set !== 'base');
  return html`<fieldset
    class="reasons"
    data-level="${level}"
    ${flag('data-required', reasonRequired)}
    ${describedBy('reason_missing', faulty)}
  >
    <legend>
      ${words[reasonRequired ? 'reasonNeeded' : 'reason'][language]}
      <span class="of-level">${name}</span>
    </legend>
    ${faulty ? faultAt(view, 'reason_missing', language) : undefined}
    <div class="choices">${base.map((indicator) => tagBox(indicator, chosen))}</div>
    ${moreTags(rest, chosen, language)}
  </fieldset>`;
};

/** One set for each level; the style sheet shows that of the selected one. */
export const reasonFields = (view: FormFacts, language: Language): Html =>
  html`${view.levels.map((choice) => reasonField(choice, view, language))}`;

export const textField = (view: FormFacts, label: string, language: Language): Html => {
  const faulty = view.fault === 'text_too_long';
  return html`<div class="text">
    <label for="text">${label}</label>
    <p class="soft" id="text-hint">${words.textHint[language]}</p>
    ${faultAt(view, 'text_too_long', language)}
    <textarea
      id="text"
      name="text"
      rows="3"
      maxlength="500"
      aria-describedby="text-hint${faulty ? ' text_too_long' : ''}"
    >
${view.draft.text}</textarea>
  </div>`;
};

interface Consent {
  readonly name: 'contactConsent' | 'publishConsent';
  readonly label: string;
  readonly given: boolean;
}

export const consentBox = ({ name, label, given }: Consent): Html =>
  html`<div class="choice consent">
    <input type="checkbox" id="${name}" name="${name}" value="yes" ${flag('checked', given)} />
    <label for="${name}">${label}</label>
  </div>`;

export const publishField = ({ draft }: FormFacts, language: Language): Html =>
  consentBox({
    name: 'publishConsent',
    label: words.publishConsent[language],
    given: draft.publishConsent,
  });

/** Only a bad rating leads to a call-back; the style sheet hides it for other levels. */
export const contactField = (view: RateView, language: Language): Html => {
  const when =
    view.contactBy === undefined
      ? words.contactSoon[language]
      : fill(words.contactBy[language], { due: view.contactBy });
  return html`<fieldset class="contact">
    <legend>${words.contact[language]}</legend>
    <p>${when}${words.contactLook[language]}</p>
    ${consentBox({
      name: 'contactConsent',
      label: words.contactConsent[language],
      given: view.draft.contactConsent,
    })}
  </fieldset>`;
};
