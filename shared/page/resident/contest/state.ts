/** `/r/{token}/contest/{reference}`: what became of a contest. */
import type { ContestState } from '../../../../events/rating/contest.ts';
import type { Language } from '../../../domain/text/language.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import { addressIn } from '../../mode.ts';
import type { PageMode } from '../../mode.ts';
import { momentWords } from '../../moment.ts';
import type { Page } from '../../page.ts';
import { fill } from '../fill.ts';
import { dueWords } from './contest.ts';
import { contestWords as words } from './words.table.ts';

export interface ContestStateView {
  readonly token: string;
  readonly phone: string;
  readonly contest: ContestState;
}

const nextOf = ({ contest, phone }: ContestStateView, mode: PageMode): Html => {
  const { language } = mode;
  const { state, dueAt, receipt = '' } = contest;
  switch (state) {
    case 'open': {
      const due = dueAt === null ? undefined : momentWords(dueAt, language);
      return html`<p class="notice">
        ${fill(words.openNext[language], { due: dueWords(due, language) })}
      </p>`;
    }
    case 'upheld':
      return html`<p class="notice">${words.upheldNext[language]}</p>
        <p>
          <a href="${addressIn(mode, `/receipt/${receipt}`)}">${words.receipt[language]}</a>
        </p>`;
    case 'neither':
      return html`<p class="notice">${fill(words.neitherNext[language], { phone })}</p>`;
    case 'rejected':
      return html`<p class="notice">${fill(words.rejectedNext[language], { phone })}</p>`;
    default:
      return state satisfies never;
  }
};

const row = (term: string, at: string, language: Language): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${momentWords(at, language)}</dd>
  </div>`;

const timesOf = ({ contest }: ContestStateView, language: Language): Html =>
  html`<dl class="card facts">
    ${row(words.sentAt[language], contest.contestedAt, language)}
    ${
      contest.decidedAt === undefined
        ? undefined
        : row(words.decidedAt[language], contest.decidedAt, language)
    }
  </dl>`;

const numberOf = ({ contest }: ContestStateView, language: Language): Html =>
  html`<section class="number">
    <h2>${words.number[language]}</h2>
    <p><code id="number">${contest.reference}</code></p>
    <p class="tools">
      <button type="button" class="plain button" id="copy" hidden>${words.copy[language]}</button>
    </p>
  </section>`;

export const contestStatePage = (view: ContestStateView, mode: PageMode): Page => {
  const { language } = mode;
  return {
    path: `/r/${view.token}/contest/${view.contest.reference}`,
    heading: words[view.contest.state][language],
    sheet: 'resident.css',
    script: 'resident.js',
    isPrivate: true,
    content: html`${nextOf(view, mode)} ${timesOf(view, language)} ${numberOf(view, language)}`,
  };
};
