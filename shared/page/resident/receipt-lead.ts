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

const isOverdue = ({ contact, rectify }: TicketFacts): boolean =>
  contact.overdue || rectify.overdue;

/**
 * Only while the department has still to act in the first round does the promise say when; once the
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
  const isNew = ticket === undefined || (ticket.state === 'open' && ticket.round === 1);
  return isNew
    ? html`<p class="notice">
        ${words.thanks[language]}${language === 'zh' ? '' : ' '}${promiseOf(facts, language)}
      </p>`
    : undefined;
};
