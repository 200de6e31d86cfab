/** What each event changes on a ticket, besides its clocks, its state and its round. */
import { rungNumber } from '../../escalation/ladder.ts';
import { runningDue } from '../clocks.ts';
import { addOne, closeRound, withOverdue } from '../tally.ts';
import type { Claim, Ticket } from '../ticket.ts';
import type { EventOf } from './event.ts';
import type { TicketEventType } from './facts.ts';

/** Every event but the first, which makes the ticket. */
export type LaterEventType = Exclude<TicketEventType, 'opened'>;

type Change<T extends TicketEventType> = (ticket: Ticket, event: EventOf<T>) => Partial<Ticket>;

const actorId = ({ by }: Pick<EventOf<'urged'>, 'by'>): string =>
  by.role === 'staff' ? by.id : by.role;

const applyContacted: Change<'contacted'> = (ticket, event) => {
  const { at, facts } = event;
  const contact = { at, by: actorId(event), way: facts.way, outcome: facts.outcome };
  return { contacts: [...ticket.contacts, contact] };
};

const claimOf = (event: EventOf<'claimed'>): Claim => {
  const { at, facts } = event;
  const made = { at, by: actorId(event), evidence: facts.evidence, from: event.from };
  switch (facts.claim) {
    case 'invalid':
      return { ...made, kind: 'invalid', grounds: facts.grounds };
    case 'hardship':
      return { ...made, kind: 'hardship', grounds: facts.grounds, reviewOn: facts.reviewOn };
    case 'extension':
      return { ...made, kind: 'extension', grounds: facts.grounds, days: facts.days };
    default:
      return facts satisfies never;
  }
};

const applyClaimed: Change<'claimed'> = (ticket, event) => ({
  claim: claimOf(event),
  claimed: [...ticket.claimed, event.facts.claim],
  // An extension has no review of its own, so the previous one stays announced.
  ...(event.facts.claim !== 'extension' && { reviewRemindedAt: undefined }),
});

/** The first due moment stays recorded, however often it is moved. */
const extensionOf = ({ clocks, extension }: Ticket, days: number): Ticket['extension'] => ({
  days: (extension?.days ?? 0) + days,
  originalDue: extension ? extension.originalDue : runningDue(clocks.rectify),
});

const applyGranted: Change<'ruled'> = (ticket, { at, facts }) => {
  switch (facts.claim) {
    case 'invalid':
      return { transferAsked: undefined };
    case 'hardship': {
      const askedBy = ticket.claim?.by ?? '';
      return { hardship: { reviewOn: facts.reviewOn, since: at, askedBy } };
    }
    case 'extension':
      return { extension: extensionOf(ticket, facts.days) };
    default:
      return facts satisfies never;
  }
};

const applyRuled: Change<'ruled'> = (ticket, event) => {
  const { at, facts } = event;
  const { claim: kind, granted } = facts;
  const outcome = granted ? 'granted' : 'refused';
  return {
    ...(granted && applyGranted(ticket, event)),
    claim: undefined,
    ruling: { kind, granted, by: actorId(event), at },
    tally: { ...ticket.tally, [outcome]: addOne(ticket.tally?.[outcome], kind) },
  };
};

const applyReviewed: Change<'reviewed'> = ({ hardship }, { facts }) => ({
  hardship:
    facts.kept && hardship
      ? { ...hardship, reviewOn: facts.reviewOn, remindedAt: undefined }
      : undefined,
});

const applyTransferAsked: Change<'transfer_asked'> = (_ticket, event) => ({
  transferAsked: { by: actorId(event), at: event.at, to: event.facts.to },
});

const applyTransferred: Change<'transferred'> = ({ tally, departments, transfers }, { facts }) => ({
  creditCode: facts.toDepartment,
  departments: [...new Set([...departments, facts.toDepartment])],
  area: facts.toArea,
  assignee: undefined,
  transferAsked: undefined,
  transfers: transfers + 1,
  tally: {
    ...tally,
    rated: tally?.rated ?? { creditCode: facts.fromDepartment, area: facts.fromArea },
  },
});

const applySubmitted: Change<'submitted'> = (_ticket, event) => {
  const { at, facts, sealedAnswer } = event;
  const { result, evidence } = facts;
  return {
    submission: { by: actorId(event), at, result, sealedAnswer, evidence },
    claim: undefined,
    transferAsked: undefined,
    reviewRemindedAt: undefined,
  };
};

const applyApproved: Change<'approved'> = (_ticket, event) => ({
  ruling: { kind: 'closure', granted: true, by: actorId(event), at: event.at },
  appendUntil: event.facts.appendUntil,
});

const applyReturned: Change<'returned'> = ({ tally }, event) => ({
  ruling: { kind: 'closure', granted: false, by: actorId(event), at: event.at },
  returns: event.facts.returns,
  returnedAt: event.at,
  tally: { ...tally, returns: (tally?.returns ?? 0) + 1 },
});

/**
 * Round 2 begins with empty work. What was done in round 1 stays in the events, and a claim that
 * was used stays used.
 */
const beginRoundTwo = (ticket: Ticket): Partial<Ticket> => ({
  contacts: [],
  finding: undefined,
  submission: undefined,
  returns: 0,
  returnedAt: undefined,
  ruling: undefined,
  hardship: undefined,
  extension: undefined,
  appendUntil: undefined,
  reviewRemindedAt: undefined,
  tally: closeRound(ticket),
});

const applyAppended: Change<'appended'> = (ticket, { at, facts, round }) => ({
  followUp: { level: facts.level, at },
  ...(round > ticket.round && beginRoundTwo(ticket)),
});

const applyEscalated: Change<'escalated'> = ({ fired, rung, returns }, { at, round, facts }) => ({
  fired: [...fired, { rung: facts.rung, at, round, ...(returns > 0 && { returns }) }],
  rung: Math.max(rung, rungNumber(facts.rung)),
});

/** Of one kind only the latest can wait. */
const applyRaised: Change<'review_raised'> = ({ raised = [] }, { at, facts }) => {
  const { of, since, level } = facts;
  const others = raised.filter((one) => one.of !== of || one.since === since);
  return { raised: [...others, { of, since, level, at }] };
};

const applyLapsed: Change<'claim_lapsed'> = ({ tally }, { facts }) => ({
  claim: undefined,
  tally: { ...tally, lapsed: addOne(tally?.lapsed, facts.claim) },
});

/** No work, no request and no follow-up is left to do. */
const applyVoided: Change<'voided'> = (_ticket, { at }) => ({
  voidedAt: at,
  claim: undefined,
  transferAsked: undefined,
  hardship: undefined,
  appendUntil: undefined,
  reviewRemindedAt: undefined,
});

const keep = (): Partial<Ticket> => ({});

export const ticketChanges: { readonly [T in LaterEventType]: Change<T> } = {
  contacted: applyContacted,
  found: (_ticket, event) => ({
    finding: {
      kind: event.facts.kind,
      cause: event.facts.cause,
      at: event.at,
      by: actorId(event),
    },
  }),
  claimed: applyClaimed,
  ruled: applyRuled,
  reviewed: applyReviewed,
  transfer_asked: applyTransferAsked,
  transfer_declined: () => ({ transferAsked: undefined }),
  transferred: applyTransferred,
  submitted: applySubmitted,
  approved: applyApproved,
  returned: applyReturned,
  urged: (_ticket, { facts }) => ({ urges: facts.urges }),
  unmasked: keep,
  appended: applyAppended,
  voided: applyVoided,
  province_step: keep,
  escalated: applyEscalated,
  contact_overdue: (ticket) => withOverdue(ticket, 'contact'),
  overdue: (ticket) => ({ late: true, ...withOverdue(ticket, 'rectify') }),
  review_overdue: (_ticket, { at }) => ({ reviewRemindedAt: at }),
  hardship_review_due: ({ hardship }, { at }) => ({
    hardship: hardship && { ...hardship, remindedAt: at },
  }),
  review_raised: applyRaised,
  claim_lapsed: applyLapsed,
  recounted: keep,
};
Object.freeze(ticketChanges);
