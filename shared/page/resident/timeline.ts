/** 办理进展: the stages of a ticket, and how its terms are counted. */
import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { dayWords, momentWords } from '../moment.ts';
import { fill } from './fill.ts';
import type { DeadlineFacts, TicketFacts } from './receipt-facts.ts';
import { receiptWords as words } from './receipt-words.table.ts';

type StageFacts = TicketFacts['stages'][number];

/** A stage not reached yet names the moment at which it is due. */
const dueOf = ({ stage }: StageFacts, ticket: TicketFacts): DeadlineFacts | undefined => {
  if (stage === 'contacted') return ticket.contact;
  return stage === 'answered' ? ticket.rectify : undefined;
};

const whenOf = (stage: StageFacts, ticket: TicketFacts, language: Language): string | undefined => {
  if (stage.at !== null) return momentWords(stage.at, language);
  const term = dueOf(stage, ticket);
  if (term === undefined || term.dueAt === null) return undefined;
  const due = momentWords(term.dueAt, language);
  return fill((term.overdue ? words.wasDue : words.latest)[language], { due });
};

const stageItem = (
  stage: StageFacts,
  { ticket, isCurrent }: { readonly ticket: TicketFacts; readonly isCurrent: boolean },
  language: Language,
): Html => {
  const when = whenOf(stage, ticket, language);
  const current: Html = { markup: isCurrent ? ' aria-current="step"' : '' };
  return html`<li class="${stage.at === null ? 'ahead' : 'reached'}" ${current}>
    <span class="stage">${stage.name}</span>
    ${when === undefined ? undefined : html`<span class="when">${when}</span>`}
  </li>`;
};

/** After a dismissal no further stage will be reached: it takes the place of those ahead. */
const stagesOf = ({ stages, dismissal, name }: TicketFacts): readonly StageFacts[] =>
  dismissal === undefined
    ? stages
    : [...stages.filter(({ at }) => at !== null), { stage: 'dismissed', name, at: dismissal.at }];

/** The last stage reached is the current one. */
export const timeline = (ticket: TicketFacts, language: Language): Html => {
  const stages = stagesOf(ticket);
  const current = stages.map(({ at }) => at !== null).lastIndexOf(true);
  return html`<ol class="timeline">
    ${stages.map((stage, index) =>
      stageItem(stage, { ticket, isCurrent: index === current }, language),
    )}
  </ol>`;
};

const dayRow = ({ date, counts, text }: DeadlineFacts['days'][number], language: Language): Html =>
  html`<tr class="${counts ? 'counts' : 'rests'}">
    <th scope="row">${dayWords(date, language)}</th>
    <td>${text}</td>
  </tr>`;

/** The sentence on a term, and the list of its days. */
export const termInWords = (
  heading: string,
  { sentence, days }: DeadlineFacts,
  language: Language,
): Html =>
  html`<h3>${heading}</h3>
    <p>${sentence}</p>
    ${
      days.length === 0
        ? undefined
        : html`<details>
            <summary>${words.why[language]}</summary>
            <table class="days">
              ${days.map((day) => dayRow(day, language))}
            </table>
          </details>`
    }`;

const stamp = (at: string): string =>
  // oxlint-disable-next-line unicorn/prefer-string-replace-all -- unknown to browsers in apps
  new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** An entry of a calendar (RFC 5545) on the moment at which the answer is due. */
export const calendarLink = (
  { receipt, dueAt }: { readonly receipt: string; readonly dueAt: string },
  language: Language,
): Html => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//haochaping//receipt//ZH',
    'BEGIN:VEVENT',
    `UID:${receipt}`,
    `DTSTAMP:${stamp(dueAt)}`,
    `DTSTART:${stamp(dueAt)}`,
    `SUMMARY:${words.calendarTitle[language]}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  const file = `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
  return html`<p>
    <a download="receipt.ics" href="${file}">${words.calendarFile[language]}</a>
  </p>`;
};
