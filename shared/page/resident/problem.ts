import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { pageWords } from '../page-words.table.ts';
import type { Page } from '../page.ts';
import { fill } from './fill.ts';
import { residentProblems } from './problem-words.table.ts';

interface ProblemFacts {
  readonly path: string;
  /** The token, the receipt or the claim code of the address. */
  readonly link: string;
  readonly code: string;
  readonly phone: string;
  /** Where the code is explained to developers; not from inside another app. */
  readonly explained: string | undefined;
}

const ownReceipt: Readonly<Record<Language, string>> = {
  zh: '查看您的评价回执',
  en: 'Open the receipt of your rating',
};

/** Shown by the script in the browser that sent the rating. */
const ownReceiptLink = (link: string, language: Language): Html =>
  html`<p id="own-receipt" data-link="${link}" hidden><a href="/">${ownReceipt[language]}</a></p>`;

const codeOf = (code: string, explained: string | undefined): Html =>
  explained === undefined
    ? html`<code>${code}</code>`
    : html`<a href="${explained}"><code>${code}</code></a>`;

const wordsOf = (code: string) =>
  Object.entries(residentProblems).find(([known]) => known === code)?.[1] ?? residentProblems.fault;

export const residentProblemPage = (
  { path, link, code, phone, explained }: ProblemFacts,
  language: Language,
): Page => {
  const { heading, advice } = wordsOf(code);
  return {
    path,
    heading: heading[language],
    sheet: 'resident.css',
    script: 'resident.js',
    isPrivate: true,
    content: html`<p>${fill(advice[language], { phone })}</p>
      ${code === 'already_rated' ? ownReceiptLink(link, language) : undefined}
      <p class="soft">${pageWords.code[language]} ${codeOf(code, explained)}</p>`,
  };
};
