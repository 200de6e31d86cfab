import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import { decideTicket } from '../../../shared/domain/ticket/machine.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import { chainedFrom, chainSteps } from '../../../shared/domain/ticket/step/chain.ts';
import { linkStep } from '../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { findChainBreak } from '../../../shared/domain/ticket/verify.ts';
import type { ChainBreak, TicketRecord } from '../../../shared/domain/ticket/verify.ts';
import { sha256 } from '../../../shared/rules.ts';
import { badRating, rules } from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';
import { commandAt, opening, plus, story } from './ticket-random.ts';
import type { AuthorizedAction } from './ticket-random.ts';

const second = { ...badRating, assessNumber: 2, level: 'very_dissatisfied' } as const;
const secondDigest = ratingDigest(second, sha256);

const commandOf = (name: Said, at: Parameters<typeof commandAt>[1]) => {
  const command = commandAt(name, at);
  return command.type === 'append' ? { ...command, rating: secondDigest } : command;
};

/** A ticket as a store holds it after a story, with its chain and its ratings. */
const live = (deeds: readonly AuthorizedAction[], start = badRating.receivedAt): TicketRecord => {
  const rating = { ...badRating, staffId: 'S1', receivedAt: start };
  const opened = openTicket(rating, rules);
  if (!opened) throw new Error('a bad rating opens a ticket');
  let ticket = chainedFrom(opened.ticket, opened.first);
  const steps: Step[] = [opened.first];
  let at = start;
  for (const { what, by, gapMs } of deeds) {
    at = plus(at, gapMs);
    const decision = decideTicket(ticket, commandOf(what, at), { at, by, rules });
    if (!decision.ok) continue;
    const chained = chainSteps(decision.next, decision.events, sha256);
    steps.push(...chained.steps);
    ({ ticket } = chained);
  }
  return { ticket, steps, ratings: [rating, second] };
};

const record = fc.tuple(story(60), opening).map(([deeds, start]) => live(deeds, start));

const hour = 3_600_000;
const by = (what: Said, role: AuthorizedAction['by']): AuthorizedAction => ({
  what,
  by: role,
  gapMs: hour,
});

/** Links the steps again, as somebody does who knows how, with a ticket that ends with them. */
const recompute = ({ ticket, steps, ratings }: TicketRecord): TicketRecord => {
  const linked: Step[] = [];
  for (const step of steps) linked.push(linkStep(linked.at(-1), step, sha256));
  const { number = 0, hash = '' } = linked.at(-1) ?? {};
  return { ticket: { ...ticket, lastStep: { number, hash } }, steps: linked, ratings };
};

const endAt = ({ ticket, steps, ratings }: TicketRecord): TicketRecord => {
  const { number, hash } = steps.at(-1)!;
  return { ticket: { ...ticket, lastStep: { number, hash } }, steps, ratings };
};

type Tampering = readonly [
  name: string,
  /** The break that is found: the names of members that differ, or its kind and number. */
  found: string,
  tamper: (of: TicketRecord) => TicketRecord,
];

const briefly = (found: ChainBreak): string => {
  switch (found.kind) {
    case 'link':
      return `link ${found.number}`;
    case 'replay':
      return found.members.join(' ');
    case 'rating':
      return `rating ${found.assessNumber}`;
    case 'end':
      return 'end';
    default:
      return found satisfies never;
  }
};

const withTicket = (of: TicketRecord, changes: object): TicketRecord => ({
  ...of,
  ticket: { ...of.ticket, ...changes },
});

const withSteps = (of: TicketRecord, steps: readonly Step[]): TicketRecord => ({ ...of, steps });

const naive = (of: TicketRecord): TicketRecord =>
  withSteps(of, of.steps.with(1, { ...of.steps[1]!, by: { role: 'staff', id: 'somebody' } }));

/** What somebody with access to the table can do without recomputing everything. */
const tamperings: readonly Tampering[] = [
  ['the last step is deleted', 'end', (of) => withSteps(of, of.steps.slice(0, -1))],
  ['all steps but the first are deleted', 'end', (of) => withSteps(of, of.steps.slice(0, 1))],
  ['all steps are deleted', 'end', (of) => withSteps(of, [])],
  ['a step in the middle is deleted', 'link 2', (of) => withSteps(of, of.steps.toSpliced(1, 1))],
  [
    'the last step is deleted and the ticket ends before it',
    'clocks nextAt state submission version',
    (of) => endAt(withSteps(of, of.steps.slice(0, -1))),
  ],
  [
    'all but the first are deleted and the ticket ends with it',
    'assignee clocks contacts finding nextAt state submission version workers',
    (of) => endAt(withSteps(of, of.steps.slice(0, 1))),
  ],
  [
    '`lastStep` says another number',
    'end',
    (of) => withTicket(of, { lastStep: { ...of.ticket.lastStep, number: 99 } }),
  ],
  [
    '`lastStep` says another hash',
    'end',
    (of) => withTicket(of, { lastStep: { ...of.ticket.lastStep, hash: 'f'.repeat(64) } }),
  ],
  ['`lastStep` is deleted', 'end', (of) => withTicket(of, { lastStep: undefined })],
  ['a state is set without a step', 'state', (of) => withTicket(of, { state: 'dismissed' })],
  ['lateness is taken back', 'late', (of) => withTicket(of, { late: !of.ticket.late })],
  [
    'the next moment is deleted, so that nothing falls due',
    'nextAt pendingYear',
    (of) => withTicket(of, { nextAt: undefined, pendingYear: 2099 }),
  ],
  [
    'a clock is moved',
    'clocks',
    (of) =>
      withTicket(of, {
        clocks: { ...of.ticket.clocks, rectify: { state: 'stopped', at: of.ticket.openedAt } },
      }),
  ],
  [
    'the department is changed',
    'creditCode',
    (of) => withTicket(of, { creditCode: '11330600MB0000000X' }),
  ],
  ['the person who was rated is changed', 'staffId', (of) => withTicket(of, { staffId: 'S2' })],
  ['a member is added', 'note', (of) => withTicket(of, { note: 'x' })],
  ['a step is edited', 'link 2', naive],
  [
    'a step is edited and its own hash recomputed',
    'link 3',
    (of) => {
      const { steps } = naive(of);
      return withSteps(of, steps.with(1, linkStep(steps[0], steps[1]!, sha256)));
    },
  ],
  [
    'a step is edited and every link recomputed, but not the ticket',
    'end',
    (of) => ({
      ...recompute(naive(of)),
      ticket: of.ticket,
    }),
  ],
  [
    'a step is added and every link recomputed, but the ticket’s state is not',
    'ruling state',
    (of) => {
      const event = { ...of.steps.at(-1)!, type: 'approved', facts: {}, to: 'closed' } as Step;
      return recompute(withSteps(of, [...of.steps, event]));
    },
  ],
  [
    'the rating is changed',
    'rating 1',
    (of) => ({
      ...of,
      ratings: of.ratings.map((rating) => ({ ...rating, level: 'satisfied' as const })),
    }),
  ],
  [
    'the words of the rating are changed',
    'rating 1',
    (of) => ({
      ...of,
      ratings: of.ratings.map((rating) => ({ ...rating, sealedText: 'other' })),
    }),
  ],
  ['the rating is deleted', 'rating 1', (of) => ({ ...of, ratings: of.ratings.slice(1) })],
];

const handler = {
  role: 'staff',
  id: 'h',
  roles: ['handler'],
  area: '330602',
  isConcerned: false,
} as const;
const own = { ...handler, department: badRating.creditCode };
const worked = live([by('reached', own), by('find', own), by('submit', own)]);

describe('an audit chain is intact', () => {
  it('after every story of a ticket, also as a store gives it back', () => {
    fc.assert(
      fc.property(record, (of) => {
        expect(findChainBreak(of, sha256)).toBeUndefined();
        const stored = JSON.parse(JSON.stringify(of)) as TicketRecord;
        expect(findChainBreak(stored, sha256)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it.each(tamperings)('not when %s: %s', (_name, found, tamper) => {
    expect(worked.ticket.state).toBe('closure_review');
    expect(findChainBreak(worked, sha256)).toBeUndefined();
    expect(briefly(findChainBreak(tamper(worked), sha256)!)).toBe(found);
  });

  it('not when the follow-up is changed or deleted', () => {
    const supervisor = { ...handler, id: 's', roles: ['supervisor'], department: 'x' } as const;
    const followed = live([
      by('reached', own),
      by('find', own),
      by('submit', own),
      by('approve', supervisor),
      by('bad', { role: 'resident' }),
    ]);
    expect(followed.ticket.round).toBe(2);
    expect(findChainBreak(followed, sha256)).toBeUndefined();
    const reversed = { ...followed, ratings: followed.ratings.toReversed() };
    expect(findChainBreak(reversed, sha256)).toBeUndefined();
    const [first] = followed.ratings;
    const expected: ChainBreak = { kind: 'rating', assessNumber: 2 };
    expect(findChainBreak({ ...followed, ratings: [first!] }, sha256)).toEqual(expected);
    const changed = { ...second, tags: ['101'] };
    expect(findChainBreak({ ...followed, ratings: [first!, changed] }, sha256)).toEqual(expected);
  });

  it('not when it belongs to another ticket', () => {
    const other = withTicket(worked, { id: `${worked.ticket.id}1` });
    expect(findChainBreak(other, sha256)).toEqual({ kind: 'end' });
  });

  it('not when a write is incomplete: its last event has no commit', () => {
    const { commit: _commit, ...last } = worked.steps.at(-1)!;
    const torn = recompute(withSteps(worked, [...worked.steps.slice(0, -1), last]));
    expect(findChainBreak(torn, sha256)).toEqual({ kind: 'end' });
  });

  it('names the first step that does not fit, and the members that differ', () => {
    expect(findChainBreak(naive(worked), sha256)).toEqual({ kind: 'link', number: 2 });
    const set = withTicket(worked, { state: 'closed', urges: 3, area: '330681', added: 1 });
    const members = ['added', 'area', 'state', 'urges'];
    expect(findChainBreak(set, sha256)).toEqual({ kind: 'replay', members });
  });

  it('not when it does not begin with an opening: then no member of the ticket is proven', () => {
    const headless = recompute(withSteps(worked, worked.steps.slice(1)));
    const members = Object.entries(headless.ticket).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    );
    expect(findChainBreak(headless, sha256)).toEqual({
      kind: 'replay',
      members: members.toSorted(),
    });
  });

  /**
   * Nothing in the table can show this. It is found once the heads of the log over all events are
   * published outside; until then this test states that it is not.
   */
  it('still, when every link and the ticket were recomputed consistently', () => {
    const rewritten = recompute(
      withSteps(
        worked,
        worked.steps.map((step) =>
          step.type === 'found' ? { ...step, facts: { ...step.facts, cause: 'other' } } : step,
        ),
      ),
    );
    const { ticket } = rewritten;
    const consistent = withTicket(rewritten, { finding: { ...ticket.finding!, cause: 'other' } });
    expect(consistent.steps).not.toEqual(worked.steps);
    expect(findChainBreak(consistent, sha256)).toBeUndefined();
  });
});
