import { ticketStateNames } from '../../shared/domain/case-names.table.ts';
import type { Clock, Term } from '../../shared/domain/deadline.ts';
import { explainDue } from '../../shared/domain/explain.ts';
import { indicatorOf } from '../../shared/domain/indicator.ts';
import type { Language } from '../../shared/domain/language.ts';
import { brokenLink } from '../../shared/domain/step.ts';
import type { Step } from '../../shared/domain/step.ts';
import type { Rules, Ticket } from '../../shared/domain/ticket.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { pathParameter } from '../../shared/http/body.ts';
import { languageOf } from '../../shared/http/edge.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireReach, staffOf } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { CaseStore } from '../../shared/port/case-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import type { RatingStore } from '../../shared/port/rating-store.ts';
import { textPlace } from '../rating/receive-rating.ts';
import { isOverseer } from './list.ts';
import type { TicketDoor } from './list.ts';

export interface TicketFileDoor extends TicketDoor {
  readonly cases: CaseStore;
  readonly ratings: RatingStore;
  readonly keys: KeyRing;
  readonly rules: Rules;
}

const requireSight = (staff: Staff, ticket: Ticket): void => {
  requireReach(staff, ticket.area);
  if (staff.department !== ticket.creditCode && !isOverseer(staff)) {
    throw new Problem('out_of_scope');
  }
};

const clockView =
  (clock: Clock, started: { at: Ticket['openedAt']; term: Term }, rules: Rules) =>
  (language: Language) => {
    const { sentence, days } = explainDue(rules.timetable, started, language);
    return { ...clock, sentence, days };
  };

const deadlines = (ticket: Ticket, rules: Rules, language: Language) => {
  const view = (clock: Clock, term: Term) =>
    clockView(clock, { at: ticket.openedAt, term }, rules)(language);
  return {
    contact: view(ticket.clocks.contact, rules.policy.clocks.contact),
    rectify: view(ticket.clocks.rectify, rules.policy.clocks.rectify),
  };
};

const auditChain = (steps: readonly Step[], rules: Rules) => ({
  intact: brokenLink(steps, rules.digest) === undefined,
  steps: steps.map((step) => ({ ...step, at: withOffset(step.at) })),
});

const wordsOf = async (ticket: Ticket, door: TicketFileDoor): Promise<string | null> => {
  const rating = await door.ratings.find({ ...ticket, assessNumber: 1 });
  if (rating?.sealedText === undefined) return null;
  return door.keys.open(rating.sealedText, textPlace(ticket.projectNo, ticket.serviceNumber));
};

/**
 * `GET /v1/tickets/{id}`: the ticket, its deadlines day by day and its audit chain. The handler sees
 * case and complaint; the rater stays masked until an audited unmasking.
 */
export const showTicket =
  (door: TicketFileDoor): HttpHandler =>
  async (request) => {
    const language = languageOf(request);
    const staff = staffOf(request, door.claimPrefix);
    const ticket = await door.tickets.find(pathParameter(request, 'id'));
    if (ticket === undefined) throw new Problem('ticket_unknown');
    requireSight(staff, ticket);
    const [known, steps, words] = await Promise.all([
      door.cases.find(ticket.projectNo),
      door.tickets.steps(ticket.id),
      wordsOf(ticket, door),
    ]);
    return {
      status: 200,
      body: {
        ...ticket,
        openedAt: withOffset(ticket.openedAt),
        stateName: ticketStateNames[ticket.state][language],
        tags: ticket.tags.map((code) => ({ code, text: indicatorOf(code)?.[language] ?? code })),
        words,
        matter: known?.matter,
        department: known?.department,
        applicant: { name: known?.applicant.maskedName, mobile: known?.applicant.maskedMobile },
        clocks: deadlines(ticket, door.rules, language),
        audit: auditChain(steps, door.rules),
      },
    };
  };
