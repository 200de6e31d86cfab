import type { Clock } from '../../shared/domain/deadline.ts';
import { explainClock } from '../../shared/domain/explain-clock.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket.ts';

/** Each clock of the ticket with the count of its days and the sentence that explains it. */
export const clocksView = ({ clocks }: Ticket, rules: Rules, language: Language) => {
  const view = (clock: Clock) => ({ ...clock, ...explainClock(rules.timetable, clock, language) });
  const { contact, rectify, review } = clocks;
  return {
    contact: view(contact),
    rectify: view(rectify),
    ...(review === undefined ? {} : { review: view(review) }),
  };
};
