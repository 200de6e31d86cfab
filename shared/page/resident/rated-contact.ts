/** What is rated: in one line, and in detail. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { PageMode } from '../mode.ts';
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

const factsOf = (view: RateView, language: Language): Html =>
  html`<dl class="card facts">
    ${row(words.matter[language], chinese(view.matter, language))}
    ${row(words.service[language], view.service)}
    ${row(words.department[language], chinese(view.department, language))}
    ${row(words.servedAt[language], view.servedAt)}
    ${row(words.applicant[language], chinese(view.applicant, language))}
  </dl>`;

interface Parts {
  readonly before: Html;
  readonly after: Html | undefined;
}

/**
 * What stands before the levels, and after the form. In the version for elders one line says what is
 * rated, so that the levels are on the first screen, and the details follow.
 */
export const factsAround = (view: RateView, { language, style }: PageMode): Parts =>
  style === 'elder'
    ? {
        before: html`<p><strong>${chinese(view.matter, language)}</strong> · ${view.servedAt}</p>`,
        after: html`<h2>${words.details[language]}</h2>
          ${factsOf(view, language)}`,
      }
    : { before: factsOf(view, language), after: undefined };
