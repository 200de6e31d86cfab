/** 进度: the progress of the loop, in the stages that matter to a resident. */
import type { Language } from '../text/language.ts';
import type { Instant } from '../time/instant.ts';
import type { Ticket } from './ticket.ts';

export const stages = ['received', 'contacted', 'rectifying', 'answered', 'closed'] as const;
export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, Readonly<Record<Language, string>>>> = {
  received: { zh: '已收到', en: 'Received' },
  contacted: { zh: '已回访', en: 'Contacted' },
  rectifying: { zh: '整改中', en: 'Being rectified' },
  answered: { zh: '已反馈', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
};

const contactedAt = ({ clocks: { contact } }: Ticket): Instant | undefined => {
  if (contact.state === 'met') return contact.at;
  return contact.state === 'pending_calendar' ? contact.metAt : undefined;
};

/**
 * Returns when each stage of the ticket's round was reached. An answer counts once it passed the
 * review.
 */
export const stageMoments = (ticket: Ticket): Readonly<Record<Stage, Instant | undefined>> => {
  const closed = ticket.state === 'closed';
  return {
    received: ticket.round === 2 ? ticket.followUp?.at : ticket.openedAt,
    contacted: contactedAt(ticket),
    rectifying: ticket.finding?.at,
    answered: closed ? ticket.submission?.at : undefined,
    closed: closed ? ticket.ruling?.at : undefined,
  };
};
