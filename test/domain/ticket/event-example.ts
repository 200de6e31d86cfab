/** The facts of one event of every type, and an event with them. */
import type { EventOf, TicketEvent } from '../../../shared/domain/ticket/event/event.ts';
import type { FactsOf, TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import type { Clock } from '../../../shared/domain/time/deadline.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at, day } from '../time/shanghai.ts';

const running = (dueAt: Instant): Clock => ({
  state: 'running',
  startedAt: at('2026-11-20 09:00'),
  term: { amount: 1, unit: 'working_day' },
  pauses: [],
  dueAt,
});

const clocks = {
  contact: running(at('2026-11-23 17:30')),
  rectify: running(at('2026-12-11 17:30')),
};
const due = { dueAt: at('2026-12-11 17:30:00.001') };

const exampleFacts: { readonly [T in TicketEventType]: FactsOf<T> } = {
  opened: {
    projectNo: '330602261119000000017',
    serviceNumber: 1,
    level: 'dissatisfied',
    tags: ['209'],
    channel: 'qr',
    contactConsent: true,
    creditCode: '11330602MB1234567A',
    area: '330602',
    matterCode: '许可-00757-000',
    hall: 'H1',
    window: '3',
    policyVersion: 1,
    clocks,
    rating: 'r1',
  },
  contacted: { way: 'phone', outcome: 'reached', attempt: 1, clocks: { contact: clocks.contact } },
  found: { kind: 'complex', cause: 'time' },
  claimed: { claim: 'extension', grounds: 'needs_time', evidence: [], days: 5 },
  ruled: {
    claim: 'extension',
    granted: true,
    days: 5,
    until: at('2026-12-18 17:30'),
    clocks: { rectify: running(at('2026-12-18 17:30')) },
  },
  reviewed: { kept: true, reviewOn: day('2027-06-01') },
  transfer_asked: { to: { creditCode: '11330603MB7654321B', area: '330603' } },
  transfer_declined: {},
  transferred: {
    fromDepartment: '11330602MB1234567A',
    toDepartment: '11330603MB7654321B',
    fromArea: '330602',
    toArea: '330603',
  },
  submitted: { result: 'rectified', evidence: ['e1'], withdrawn: 'extension', clocks },
  approved: { appendUntil: at('2026-12-06 00:00') },
  returned: { returns: 1, clocks: { rectify: running(at('2026-11-27 17:30')) } },
  urged: { urges: 1 },
  unmasked: {},
  appended: { level: 'satisfied', tags: [], rating: 'r2' },
  voided: {
    contest: '330602261119000000017-1c1',
    proposedBy: 'u1',
    confirmedBy: 'u2',
    clocks: { rectify: { state: 'stopped', at: at('2026-11-24 10:00') } },
  },
  province_step: {
    code: 'GD-7',
    status: '20',
    doneAt: at('2026-11-20 08:30'),
    timeDoubt: 'unreadable_time',
    mark: 'm1',
  },
  escalated: { rung: 'red', on: 'overdue', pulledBy: 'supervise', ...due },
  contact_overdue: due,
  overdue: due,
  review_overdue: due,
  hardship_review_due: due,
  review_raised: { of: 'closure', since: at('2026-11-20 09:00'), level: 'city', ...due },
  claim_lapsed: { claim: 'invalid', clocks: { rectify: running(at('2026-12-11 17:30')) }, ...due },
  recounted: { year: 2027, clocks: { rectify: clocks.rectify }, before: {} },
};

/** An event with the facts of the example, unless `more` has others. */
export const exampleEvent = <T extends TicketEventType>(
  type: T,
  more: Partial<EventOf<T>> = {},
): EventOf<T> =>
  ({
    ticketId: '330602261119000000017-1',
    at: at('2026-11-20 09:00'),
    by: { role: 'system' },
    round: 1,
    type,
    facts: exampleFacts[type],
    ...(type === 'submitted' && { sealedAnswer: 'sealed:answer' }),
    ...more,
  }) as unknown as EventOf<T>;

/** A step of a chain whose hashes nobody checks. */
export const exampleStep = <T extends TicketEventType>(
  number: number,
  type: T,
  more: Partial<EventOf<T>> = {},
): Step =>
  ({
    ...exampleEvent(type, more),
    number,
    previous: `p${number}`,
    hash: `h${number}`,
  }) as unknown as Step;

/** A step of every type, with every member that a step may have. */
export const exampleSteps: readonly Step[] = (Object.keys(exampleFacts) as TicketEventType[]).map(
  (type, index) =>
    exampleStep(index + 1, type, {
      by: { role: 'staff', id: 'u1', department: '11330602MB1234567A' },
      from: 'open',
      to: 'rectifying',
      actionId: 'a1',
      commit: { version: 2, nextAt: at('2026-12-01 13:00'), pendingYear: 2027 },
      sealedNote: 'sealed:note',
      sealedAnswer: 'sealed:answer',
    }),
);

export const rungOf = (event: TicketEvent): string | undefined =>
  event.type === 'escalated' ? event.facts.rung : undefined;

export const dueAtOf = ({ facts }: TicketEvent): Instant | undefined =>
  'dueAt' in facts ? facts.dueAt : undefined;
