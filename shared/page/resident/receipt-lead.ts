import type { Language } from '../../domain/text/language.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { momentWords } from '../moment.ts';
import { fill } from './fill.ts';
import type { ReceiptFacts, ReceiptPage, TicketFacts } from './receipt-facts.ts';
import { receiptWords as words } from './receipt-words.table.ts';

const promiseOf = ({ department, ticket }: ReceiptFacts, language: Language): string => {
  if (ticket === undefined) return words.counted[language];
  const { contact, rectify } = ticket;
  if (contact.dueAt === null || rectify.dueAt === null) return words.pendingCalendar[language];
  return fill(words.promise[language], {
    department,
    contact: momentWords(contact.dueAt, language),
    rectify: momentWords(rectify.dueAt, language),
  });
};

const hasEnded = ({ state }: TicketFacts): boolean => state === 'closed' || state === 'dismissed';

/** What the department must do again, and until when, as far as that is known. */
const redoneBy = (ticket: TicketFacts, department: string, language: Language): string => {
  const { contact: first, rectify: last } = ticket;
  if (last.dueAt === null) return fill(words.againPending[language], { department });
  const rectify = momentWords(last.dueAt, language);
  return first.dueAt === null
    ? fill(words.againDue[language], { department, rectify })
    : fill(words.again[language], {
        department,
        contact: momentWords(first.dueAt, language),
        rectify,
      });
};

/** After the follow-up: that it was received, and what comes of a bad one. */
const followLead = (
  { ticket, department }: { readonly ticket: TicketFacts; readonly department: string },
  language: Language,
): string =>
  ticket.round === 2 && !hasEnded(ticket)
    ? `${words.followReceived[language]}${language === 'zh' ? '' : ' '}${redoneBy(ticket, department, language)}`
    : words.followThanks[language];

const isOverdue = ({ contact, rectify }: TicketFacts): boolean =>
  contact.overdue || rectify.overdue;

/**
 * After a follow-up that it was received. Before one, only while the department has still to act in the first round does the promise say when; once the
 * term has passed, that it was not kept.
 */
export const receiptLead = (
  { facts, phone }: ReceiptPage,
  language: Language,
): Html | undefined => {
  const { ticket, voidedAt, department } = facts;
  if (voidedAt !== undefined) {
    const at = momentWords(voidedAt, language);
    return html`<p class="notice">${fill(words.voided[language], { at })}</p>`;
  }
  if (ticket !== undefined && isOverdue(ticket))
    return html`<p class="notice">${fill(words.overdue[language], { department, phone })}</p>`;
  if (ticket?.followUp !== undefined)
    return html`<p class="notice">${followLead({ ticket, department }, language)}</p>`;
  const isNew = ticket === undefined || (ticket.state === 'open' && ticket.round === 1);
  return isNew
    ? html`<p class="notice">
        ${words.thanks[language]}${language === 'zh' ? '' : ' '}${promiseOf(facts, language)}
      </p>`
    : undefined;
};
