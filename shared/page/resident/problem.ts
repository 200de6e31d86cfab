import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Page } from '../page.ts';
import { fill } from './fill.ts';
import { residentProblems } from './problem-words.table.ts';

interface ProblemFacts {
  readonly path: string;
  /** The token, the receipt or the claim code of the address. */
  readonly link: string;
  readonly code: string;
  readonly phone: string;
  /** The receipt of who is told this, where that is known. */
  readonly filed?: string | undefined;
}

const ownReceipt: Readonly<Record<Language, string>> = {
  zh: '查看您的评价回执',
  en: 'Open the receipt of your rating',
};

/** Shown by the script in the browser that sent the rating. */
const ownReceiptLink = (link: string, language: Language): Html =>
  html`<p id="own-receipt" data-link="${link}" hidden><a href="/">${ownReceipt[language]}</a></p>`;

const wordsOf = (code: string) =>
  Object.entries(residentProblems).find(([known]) => known === code)?.[1] ?? residentProblems.fault;

export const residentProblemPage = (
  { path, link, code, phone, filed }: ProblemFacts,
  language: Language,
): Page => {
  const { heading, advice } = wordsOf(code);
  return {
    path,
    heading: heading[language],
    sheet: 'resident.css',
    script: 'resident.js',
    isPrivate: true,
    problem: code,
    content: html`<p>${fill(advice[language], { phone })}</p>
      ${filed && html`<p><a href="${filed}">${ownReceipt[language]}</a></p>`}
      ${code === 'already_rated' ? ownReceiptLink(link, language) : undefined}`,
  };
};
