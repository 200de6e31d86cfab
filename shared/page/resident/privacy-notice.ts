/** 个人信息保护告知, on every page that takes data. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { fill } from './fill.ts';
import type { PrivacyFacts } from './rate-view.ts';
import { rateWords as words } from './rate-words.table.ts';

/** Inserts who is responsible. Where the deployment does not say who that is, no name is made up. */
export const fillResponsible = (text: string, facts: PrivacyFacts, language: Language): string =>
  fill(text, { ...facts, unit: facts.unit ?? words.unnamedUnit[language] });

/** The notice, and whom to ask for the name that is missing. */
export const noticeText = (facts: PrivacyFacts, language: Language): string => {
  const text = fillResponsible(words.noticeText[language], facts, language);
  return facts.unit === undefined
    ? `${text} ${fill(words.askForUnit[language], { phone: facts.phone })}`
    : text;
};

export const foldedNotice = (facts: PrivacyFacts, language: Language): Html =>
  html`<details class="notice">
    <summary>${words.notice[language]}</summary>
    <p>${noticeText(facts, language)}</p>
  </details>`;
