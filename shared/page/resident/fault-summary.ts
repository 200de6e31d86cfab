import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Page } from '../page.ts';
import type { FormFacts } from './form-facts.ts';
import { faultHeading, fieldFaults } from './rate-words.table.ts';
import type { FieldFault } from './rate-words.table.ts';

/** The first control of the field that a fault is about. */
const targetOf = (fault: FieldFault, { levels, draft }: FormFacts): string => {
  if (fault === 'level_missing') return `level-${levels[0]?.level ?? ''}`;
  const chosen = levels.find(({ level }) => level === draft.level);
  const [first] = fault === 'reason_missing' ? (chosen?.indicators ?? []) : [];
  return first === undefined ? 'text' : `tag-${first.code}`;
};

/** Stands above the heading and links to the field to complete. */
export const faultBox = (target: string, words: string, language: Language): Html =>
  html`<div class="faults" role="alert">
    <h2>${faultHeading[language]}</h2>
    <ul>
      <li><a href="#${target}">${words}</a></li>
    </ul>
  </div>`;

/** The summary of a form; nothing without a fault. */
export const faultSummary = (form: FormFacts, language: Language): Pick<Page, 'faults'> => {
  const { fault } = form;
  if (fault === undefined) return {};
  return { faults: faultBox(targetOf(fault, form), fieldFaults[fault][language], language) };
};
