import type { Language } from '../../shared/domain/text/language.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket/ticket.ts';
import type { Clock } from '../../shared/domain/time/deadline.ts';
import { explainClock } from '../../shared/domain/time/explanation/explain-clock.ts';

/** Returns each clock of the ticket with its counted days and an explanatory sentence. */
export const clocksView = ({ clocks }: Ticket, rules: Rules, language: Language) => {
  const toClockView = (clock: Clock) => ({
    ...clock,
    ...explainClock(rules.timetable, clock, language),
  });
  const { contact, rectify, review } = clocks;
  return {
    contact: toClockView(contact),
    rectify: toClockView(rectify),
    ...(review === undefined ? {} : { review: toClockView(review) }),
  };
};
