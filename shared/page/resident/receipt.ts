/** `/receipt/{id}`: what the resident said, where it stands, the answer, and the last word. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { messagesLink } from '../message/messages.ts';
import { dayWords, momentWords } from '../moment.ts';
import type { Page } from '../page.ts';
import { faultSummary } from './fault-summary.ts';
import { fill } from './fill.ts';
import { followForm } from './follow-form.ts';
import { rateWords } from './rate-words.table.ts';
import type { ReceiptFacts, ReceiptPage, SaidFacts, TicketFacts } from './receipt-facts.ts';
import { receiptLead } from './receipt-lead.ts';
import { receiptWords as words } from './receipt-words.table.ts';
import { calendarLink, termInWords, timeline } from './timeline.ts';

const row = (term: string, value: string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** In groups, as it is read aloud or typed. */
const numberOf = ({ receipt }: ReceiptFacts, language: Language): Html =>
  html`<section class="number">
    <h2>${words.number[language]}</h2>
    <p><code id="number">${receipt}</code></p>
    <p class="tools">
      <button type="button" class="plain button" id="copy" hidden>${words.copy[language]}</button>
      <button type="button" class="plain button" id="print" hidden>${words.print[language]}</button>
    </p>
    <p class="soft">${words.keep[language]}</p>
  </section>`;

/** Closed until the reader opens it: a receipt may be read over a shoulder. */
const saidDetails = ({ name, tags, text }: SaidFacts, summary: string, language: Language): Html =>
  html`<details>
    <summary>${summary}</summary>
    <dl class="card facts">
      ${row(words.level[language], name)}
      ${
        tags.length === 0
          ? undefined
          : row(words.tags[language], tags.map((tag) => tag.text).join('；'))
      }
      ${text === undefined ? undefined : row(words.text[language], text)}
    </dl>
  </details>`;

/** A rating that another person gave is not the reader's. */
const saidOf = (facts: ReceiptFacts, language: Language): Html => {
  const { rating, matter, department, voidedAt } = facts;
  return html`<section>
    <h2>${words[voidedAt === undefined ? 'yours' : 'voidedRating'][language]}</h2>
    <dl class="card facts">
      ${row(words.matter[language], matter)} ${row(words.department[language], department)}
      ${row(words.channel[language], rating.channelName)}
      ${row(words.receivedAt[language], momentWords(rating.receivedAt, language))}
    </dl>
    ${saidDetails(rating, words.showLevel[language], language)}
  </section>`;
};

const remarksOf = (ticket: TicketFacts, language: Language): readonly Html[] => {
  const { dismissal, extension, transferred, contactAttempts, reviewOn } = ticket;
  const lines = [
    contactAttempts > 0 && fill(words.attempts[language], { count: contactAttempts }),
    transferred?.words,
    extension &&
      fill(words.extended[language], {
        days: extension.days,
        from: extension.from === null ? '—' : momentWords(extension.from, language),
      }),
    ticket.state === 'hardship' &&
      reviewOn !== undefined &&
      fill(words.hardship[language], { reviewOn: dayWords(reviewOn, language) }),
    dismissal &&
      fill(words.dismissed[language], {
        at: momentWords(dismissal.at, language),
        reason: dismissal.reason ?? words.noReason[language],
      }),
  ];
  return lines
    .filter((line): line is string => typeof line === 'string')
    .map((line) => html`<p>${line}</p>`);
};

const termsOf = (ticket: TicketFacts, language: Language): Html | undefined => {
  const ended = ticket.state === 'closed' || ticket.state === 'dismissed';
  if (ended) return undefined;
  return html`${termInWords(words.contactTerm[language], ticket.contact, language)}
  ${termInWords(words.rectifyTerm[language], ticket.rectify, language)}`;
};

/** What is said above of a voided rating, and why, is not said again. */
const shownTicket = (
  { ticket, voidedAt }: ReceiptFacts,
  language: Language,
): TicketFacts | undefined =>
  ticket === undefined || voidedAt === undefined
    ? ticket
    : { ...ticket, name: words.voidedState[language] };

const progressOf = (facts: ReceiptFacts, language: Language): Html | undefined => {
  const ticket = shownTicket(facts, language);
  if (ticket === undefined) return undefined;
  const { receipt, voidedAt } = facts;
  const { dueAt } = ticket.rectify;
  return html`<section>
    <h2>${words.progress[language]}</h2>
    <p>
      ${words.state[language]}${language === 'zh' ? '：' : ': '}<strong>${ticket.name}</strong>
      ${ticket.round === 2 ? html`<span class="soft">${words.round[language]}</span>` : undefined}
    </p>
    ${timeline(ticket, language)}
    ${voidedAt === undefined ? remarksOf(ticket, language) : undefined} ${termsOf(ticket, language)}
    ${dueAt === null ? undefined : calendarLink({ receipt, dueAt }, language)}
  </section>`;
};

const answersOf = ({ ticket }: ReceiptFacts, language: Language): Html | undefined =>
  ticket === undefined || ticket.answers.length === 0
    ? undefined
    : html`<section>
        <h2>${words.answers[language]}</h2>
        ${ticket.answers.map(
          ({ at, text }) =>
            html`<p class="soft">
                ${fill(words.answerOf[language], { at: momentWords(at, language) })}
              </p>
              <blockquote lang="zh-CN">${text}</blockquote>`,
        )}
      </section>`;

const looksOf = ({ ticket }: ReceiptFacts, language: Language): Html | undefined =>
  ticket === undefined || ticket.looks.length === 0
    ? undefined
    : html`<section>
        <h2>${words.looks[language]}</h2>
        <p>${words.looksLead[language]}</p>
        <ul>
          ${ticket.looks.map(
            ({ at, role }) =>
              html`<li>${fill(words.look[language], { at: momentWords(at, language), role })}</li>`,
          )}
        </ul>
      </section>`;

const followOf = (page: ReceiptPage, language: Language): Html | undefined => {
  const { ticket, receipt } = page.facts;
  if (ticket === undefined) return undefined;
  const { followUp } = ticket;
  if (followUp !== undefined)
    return html`<section>
      <h2>${words.follow[language]}</h2>
      <p>
        ${fill(words.followSent[language], {
          level: followUp.name,
          at: momentWords(followUp.at, language),
        })}
      </p>
      ${saidDetails(followUp, words.showFollowUp[language], language)}
    </section>`;
  const { append } = ticket.may;
  return append === null
    ? undefined
    : followForm(page.follow, { receipt, until: append.until }, language);
};

const contentOf = (page: ReceiptPage, language: Language): Html => {
  const { facts, phone } = page;
  return html`${receiptLead(page, language)} ${numberOf(facts, language)}
    ${progressOf(facts, language)} ${answersOf(facts, language)} ${followOf(page, language)}
    ${saidOf(facts, language)} ${looksOf(facts, language)}
    <p>${fill(words.stillNot[language], { phone })}</p>
    ${messagesLink(page.messages, language)}
    <p class="soft">${rateWords.voluntary[language]}</p>`;
};

export const receiptPage = (page: ReceiptPage, language: Language): Page => ({
  path: `/receipt/${page.facts.receipt}`,
  heading: words.title[language],
  sheet: 'resident.css',
  script: 'resident.js',
  hint:
    page.facts.ticket === undefined
      ? { name: 'receipt-good', words: words.goodHint[language] }
      : { name: 'receipt', words: words.hint[language] },
  isPrivate: true,
  ...faultSummary(page.follow, language),
  content: contentOf(page, language),
});
