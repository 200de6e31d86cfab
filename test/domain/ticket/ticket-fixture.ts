/**
 * A ticket and the people involved. Received 2026-11-19 17:30: contact due 11-20, rectify 12-10.
 */
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Rating } from '../../../shared/domain/rating/rating.ts';
import type {
  Acting,
  ActingStaff,
  Command,
  TicketDecision,
} from '../../../shared/domain/ticket/command.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import type { Rules, Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { at, day, official } from '../time/shanghai.ts';

/** An appeal needs no contact here, so that its states are near; `appeal.test.ts` has the rule. */
export const rules = rulesUnder(
  { ...defaultPolicy, appealAfterContact: undefined },
  official.calendar,
);

export const deptA = '11330602MB1234567A';
export const deptB = '11330602MB7654321B';
/** Never has the ticket. */
export const office = '11330602MB00000099';

export const badRating: Rating = {
  projectNo: '330602261119000000017',
  serviceNumber: 1,
  assessNumber: 1,
  level: 'dissatisfied',
  tags: ['209'],
  contactConsent: true,
  channel: 'qr',
  proof: 'token',
  origin: 'active',
  receivedAt: at('2026-11-19 17:30'),
  fingerprint: 'f',
  creditCode: deptA,
  area: '330602',
  matterCode: '许可-00757-000',
};

export const ticketUnder = (under: Rules, rating: Rating = badRating): Ticket => {
  const opened = openTicket(rating, under);
  if (!opened) throw new Error('a bad rating opens a ticket');
  return opened.ticket;
};

const person = (
  id: string,
  role: ActingStaff['roles'][number],
  more: Partial<ActingStaff> = {},
): ActingStaff => ({
  role: 'staff',
  id,
  roles: [role],
  area: '330602',
  isConcerned: false,
  ...more,
});

export const handler = person('handler-a', 'handler', { department: deptA });
export const supervisor = person('supervisor', 'supervisor', { department: office });
export const reviewer = person('reviewer', 'reviewer', { department: office });
export const citySupervisor = person('city', 'supervisor', { department: office, area: '330600' });
export const resident: Acting = { role: 'resident' };
export const system: Acting = { role: 'system' };
export const staff = person;

/** A valid example of each command. */
export const said = {
  reached: { type: 'recordContact', way: 'phone', outcome: 'reached', note: 'sealed:1' },
  noAnswer: { type: 'recordContact', way: 'phone', outcome: 'no_answer' },
  refusedToTalk: { type: 'recordContact', way: 'visit', outcome: 'refused' },
  find: { type: 'find', kind: 'reasonable_now', cause: 'guide', note: 'sealed:2' },
  claimInvalid: { type: 'claimInvalid', grounds: 'mistaken', evidence: ['e1'], note: 'sealed:3' },
  claimHardship: {
    type: 'claimHardship',
    reviewOn: day('2027-02-01'),
    evidence: ['e1', 'e2'],
    note: 'sealed:4',
  },
  extension: { type: 'requestExtension', days: 5, note: 'sealed:5' },
  transfer: { type: 'transfer', to: { creditCode: deptB, area: '330602' }, note: 'sealed:6' },
  askTransfer: {
    type: 'askTransfer',
    to: { creditCode: deptB, area: '330602' },
    note: 'sealed:15',
  },
  transferBack: { type: 'transfer', to: { creditCode: deptA, area: '330603' }, note: 'sealed:6' },
  declineTransfer: { type: 'declineTransfer', note: 'sealed:16' },
  submit: {
    type: 'submit',
    result: 'rectified',
    measure: 'sealed:7',
    answer: 'sealed:answer',
    evidence: ['e3'],
  },
  grantInvalid: { type: 'rule', claim: 'invalid', grant: true, note: 'sealed:8' },
  refuseInvalid: { type: 'rule', claim: 'invalid', grant: false, note: 'sealed:8' },
  grantHardship: { type: 'rule', claim: 'hardship', grant: true, note: 'sealed:8' },
  refuseHardship: { type: 'rule', claim: 'hardship', grant: false, note: 'sealed:8' },
  grantExtension: { type: 'rule', claim: 'extension', grant: true, note: 'sealed:8' },
  refuseExtension: { type: 'rule', claim: 'extension', grant: false, note: 'sealed:8' },
  approve: { type: 'approve', note: 'sealed:9' },
  sendBack: { type: 'return', note: 'sealed:10' },
  urge: { type: 'urge' },
  unmask: { type: 'unmask', note: 'sealed:11' },
  keep: { type: 'review', outcome: { keepUntil: day('2027-02-12') }, note: 'sealed:12' },
  resume: { type: 'review', outcome: 'resume', note: 'sealed:12' },
  good: { type: 'append', level: 'satisfied', tags: [], rating: 'r2' },
  bad: {
    type: 'append',
    level: 'very_dissatisfied',
    tags: ['109'],
    rating: 'r2',
    note: 'sealed:13',
  },
  voided: {
    type: 'voidRating',
    contest: '330602261119000000017-1c1',
    proposedBy: 'u1',
    confirmedBy: 'u2',
    note: 'sealed:15',
  },
  province: {
    type: 'provinceStep',
    code: 'GD-7',
    status: '20',
    doneAt: at('2026-11-20 08:30'),
    mark: 'm1',
    note: 'sealed:14',
  },
  escalate: { type: 'escalate' },
  recount: { type: 'recount', year: 2027 },
} as const satisfies Record<string, Command>;
export type Said = keyof typeof said;

export const rightfully: Readonly<Record<Said, Acting>> = {
  reached: handler,
  noAnswer: handler,
  refusedToTalk: handler,
  find: handler,
  claimInvalid: handler,
  claimHardship: handler,
  extension: handler,
  askTransfer: handler,
  transfer: supervisor,
  transferBack: citySupervisor,
  declineTransfer: supervisor,
  submit: handler,
  grantInvalid: reviewer,
  refuseInvalid: reviewer,
  grantHardship: supervisor,
  refuseHardship: supervisor,
  grantExtension: supervisor,
  refuseExtension: supervisor,
  approve: supervisor,
  sendBack: supervisor,
  urge: supervisor,
  unmask: handler,
  keep: supervisor,
  resume: handler,
  good: resident,
  bad: resident,
  voided: system,
  province: system,
  escalate: system,
  recount: system,
};

export interface Given {
  readonly at: Instant;
  readonly by?: Acting;
  readonly rules?: Rules;
}

/** `what` is a name of `said`, given by its authorized person, or any command with `by`. */
export const decide = (ticket: Ticket, what: Said | Command, given: Given): TicketDecision => {
  const command = typeof what === 'string' ? said[what] : what;
  const by = given.by ?? (typeof what === 'string' ? rightfully[what] : handler);
  return decideTicket(ticket, command, { at: given.at, by, rules: given.rules ?? rules });
};

export type Accepted = Extract<TicketDecision, { ok: true }>;

export const accept = (ticket: Ticket, what: Said | Command, given: Given): Accepted => {
  const decision = decide(ticket, what, given);
  if (!decision.ok) throw new Error(`refused: ${decision.reason}`);
  return decision;
};

/** Lines such as `['2026-11-20 09:00', 'find']`, applied in order. */
export type Line = readonly [when: string, what: Said];

export const after = (
  lines: readonly Line[],
  under: Rules = rules,
  ticket: Ticket = ticketUnder(under),
): Ticket =>
  lines.reduce(
    (now, [when, what]) => accept(now, what, { at: at(when), rules: under }).next,
    ticket,
  );

/** Friday 2026-11-20, before anything is due. */
const stories = {
  open: [],
  rectifying: [
    ['2026-11-20 09:00', 'reached'],
    ['2026-11-20 09:10', 'find'],
  ],
  dismissal_review: [['2026-11-20 09:00', 'claimInvalid']],
  hardship_review: [
    ['2026-11-20 09:00', 'find'],
    ['2026-11-20 09:10', 'claimHardship'],
  ],
  hardship: [
    ['2026-11-20 09:00', 'find'],
    ['2026-11-20 09:10', 'claimHardship'],
    ['2026-11-20 09:20', 'grantHardship'],
  ],
  closure_review: [
    ['2026-11-20 09:00', 'reached'],
    ['2026-11-20 09:10', 'find'],
    ['2026-11-20 09:20', 'submit'],
  ],
  closed: [
    ['2026-11-20 09:00', 'reached'],
    ['2026-11-20 09:10', 'find'],
    ['2026-11-20 09:20', 'submit'],
    ['2026-11-20 09:30', 'approve'],
  ],
  dismissed: [
    ['2026-11-20 09:00', 'claimInvalid'],
    ['2026-11-20 09:10', 'grantInvalid'],
  ],
} as const satisfies Record<Ticket['state'], readonly Line[]>;

export const ticketIn = (state: Ticket['state'], under: Rules = rules): Ticket =>
  after(stories[state], under);

/** The whole first round, on the day before the stories; its follow-up is bad again. */
const firstRound: readonly Line[] = [
  ['2026-11-19 17:40', 'reached'],
  ['2026-11-19 17:41', 'find'],
  ['2026-11-19 17:42', 'submit'],
  ['2026-11-19 17:43', 'approve'],
  ['2026-11-19 17:44', 'bad'],
];

export const roundTwoIn = (state: Ticket['state'], under: Rules = rules): Ticket =>
  after([...firstRound, ...stories[state]], under);

export const noon = at('2026-11-20 12:00');
