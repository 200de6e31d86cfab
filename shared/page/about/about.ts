/** `/about/privacy` and `/about/accessibility`: who is responsible, and for whom the pages work. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { pageWords } from '../page-words.table.ts';
import type { Page } from '../page.ts';
import { fillResponsible, noticeText } from '../resident/privacy-notice.ts';
import type { PrivacyFacts } from '../resident/rate-view.ts';
import { rateWords } from '../resident/rate-words.table.ts';
import { accessibilityParts, privacyParts } from './about-words.table.ts';
import type { AboutPart } from './about-words.table.ts';

export type AboutPath = '/about/accessibility' | '/about/privacy';

const noticeOf = (facts: PrivacyFacts, language: Language): Html =>
  html`<p class="notice">${noticeText(facts, language)}</p>`;

const abouts = {
  '/about/privacy': { heading: rateWords.notice, parts: privacyParts, lead: noticeOf },
  '/about/accessibility': {
    heading: pageWords.accessibility,
    parts: accessibilityParts,
    lead: () => undefined,
  },
} as const satisfies Record<AboutPath, unknown>;

const partOf = ({ heading, lines }: AboutPart, facts: PrivacyFacts, language: Language): Html =>
  html`<h2>${heading[language]}</h2>
    <ul>
      ${lines.map((line) => html`<li>${fillResponsible(line[language], facts, language)}</li>`)}
    </ul>`;

export const aboutPage = (path: AboutPath, facts: PrivacyFacts, language: Language): Page => {
  const { heading, parts, lead } = abouts[path];
  return {
    path,
    heading: heading[language],
    sheet: 'resident.css',
    keptForSeconds: 300,
    content: html`${lead(facts, language)} ${parts.map((part) => partOf(part, facts, language))}`,
  };
};
