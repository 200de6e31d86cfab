import { describe, expect, it } from 'vitest';

import { ticketActs } from '../../../shared/domain/ticket/act/acts.table.ts';
import { ticketAuthorization } from '../../../shared/domain/ticket/authorization/authorization.table.ts';
import type { Command, CommandType } from '../../../shared/domain/ticket/command.ts';
import { ticketChanges } from '../../../shared/domain/ticket/event/changes.table.ts';
import { ticketMoves } from '../../../shared/domain/ticket/moves.table.ts';
import { ticketStates } from '../../../shared/domain/ticket/terms.ts';
import type { TicketState } from '../../../shared/domain/ticket/terms.ts';
import { at } from '../time/shanghai.ts';
import { decide, noon, roundTwoIn, said, ticketIn } from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

/**
 * The allowed commands of each state and the resulting states, written independently of the code.
 */
const legal: Readonly<Record<TicketState, Partial<Record<Said, TicketState>>>> = {
  open: {
    voided: 'dismissed',
    province: 'open',
    reached: 'open',
    noAnswer: 'open',
    refusedToTalk: 'open',
    find: 'rectifying',
    claimInvalid: 'dismissal_review',
    extension: 'open',
    askTransfer: 'open',
    transfer: 'open',
    urge: 'open',
    unmask: 'open',
  },
  rectifying: {
    voided: 'dismissed',
    province: 'rectifying',
    reached: 'rectifying',
    noAnswer: 'rectifying',
    refusedToTalk: 'rectifying',
    find: 'rectifying',
    claimInvalid: 'dismissal_review',
    claimHardship: 'hardship_review',
    extension: 'rectifying',
    askTransfer: 'rectifying',
    transfer: 'rectifying',
    submit: 'closure_review',
    urge: 'rectifying',
    unmask: 'rectifying',
  },
  dismissal_review: {
    voided: 'dismissed',
    province: 'dismissal_review',
    reached: 'dismissal_review',
    noAnswer: 'dismissal_review',
    refusedToTalk: 'dismissal_review',
    grantInvalid: 'dismissed',
    refuseInvalid: 'rectifying',
    unmask: 'dismissal_review',
  },
  hardship_review: {
    voided: 'dismissed',
    province: 'hardship_review',
    grantHardship: 'hardship',
    refuseHardship: 'rectifying',
    unmask: 'hardship_review',
  },
  hardship: {
    voided: 'dismissed',
    province: 'hardship',
    reached: 'hardship',
    noAnswer: 'hardship',
    refusedToTalk: 'hardship',
    askTransfer: 'hardship',
    transfer: 'hardship',
    urge: 'hardship',
    unmask: 'hardship',
    keep: 'hardship',
    resume: 'rectifying',
  },
  closure_review: {
    voided: 'dismissed',
    province: 'closure_review',
    approve: 'closed',
    sendBack: 'rectifying',
    unmask: 'closure_review',
  },
  closed: { good: 'closed', bad: 'open', voided: 'dismissed', province: 'closed' },
  dismissed: { voided: 'dismissed', province: 'dismissed' },
};

/**
 * Commands of the system are always allowed; at noon nothing is due and no calendar has changed.
 */
const idle: Partial<Record<Said, string>> = {
  escalate: 'nothing_due',
  recount: 'nothing_changed',
};

/** Allowed in the state, but there is no claim of that kind to decide. */
const withoutClaim: ReadonlySet<string> = new Set(
  (['open', 'rectifying', 'dismissal_review', 'hardship_review'] as const).flatMap((state) =>
    Object.keys(said)
      .filter((what) => /^(grant|refuse)[A-Z]/.test(what))
      .filter((what) => !(what in legal[state]))
      .map((what) => `${state} ${what}`),
  ),
);

/** Nothing was asked for, and the ticket is where `transferBack` goes to. */
const transferable: ReadonlySet<TicketState> = new Set(['open', 'rectifying', 'hardship']);

const refusal = (state: TicketState, what: Said, round: 1 | 2): string => {
  if (what === 'good' || what === 'bad') return round === 2 ? 'append_used' : 'append_closed';
  if (what === 'transferBack') return transferable.has(state) ? 'same_department' : 'illegal_move';
  if (what === 'declineTransfer' && transferable.has(state)) return 'transfer_not_waiting';
  if (withoutClaim.has(`${state} ${what}`)) return 'claim_not_waiting';
  return idle[what] ?? 'illegal_move';
};

const everyPair = ticketStates.flatMap((state) =>
  Object.keys(said).map((what) => [state, what as Said] as const),
);

const inRound = { 1: ticketIn, 2: roundTwoIn } as const;

/** The single follow-up rating began the second round. */
const isUsed = (what: Said, round: 1 | 2): boolean =>
  round === 2 && (what === 'good' || what === 'bad');

/** Where a claim leads back on which nobody rules. */
const lapsesTo: Partial<Record<TicketState, readonly TicketState[]>> = {
  dismissal_review: ['open', 'rectifying'],
  hardship_review: ['rectifying'],
};

/** Where it ends when nobody acts: the stories claim a dismissal before there is a finding. */
const endsOf = (state: TicketState): readonly TicketState[] =>
  lapsesTo[state] === undefined ? [] : lapsesTo[state].slice(0, 1);

const lapsesBy = (isUpkeep: boolean, state: TicketState): readonly TicketState[] =>
  (isUpkeep && lapsesTo[state]) || [];

describe('a ticket', () => {
  it.each(ticketStates)('can be brought to %s in each round', (state) => {
    expect(ticketIn(state)).toMatchObject({ state, round: 1 });
    expect(roundTwoIn(state)).toMatchObject({ state, round: 2 });
  });

  describe.each([1, 2] as const)('of round %i', (round) => {
    it.each(everyPair)('in %s answers %s as the table says', (state, what) => {
      const decision = decide(inRound[round](state), what, { at: noon });
      const to = isUsed(what, round) ? undefined : legal[state][what];
      expect(decision).toMatchObject(
        to ? { ok: true, next: { state: to } } : { ok: false, reason: refusal(state, what, round) },
      );
    });

    it.each(ticketStates)('in %s lets the ladder go only where the table says', (state) => {
      let ticket = inRound[round](state);
      const reached = new Set<TicketState>([state]);
      while (ticket.nextAt !== undefined) {
        const decision = decide(ticket, 'escalate', { at: ticket.nextAt });
        if (!decision.ok) throw new Error(decision.reason);
        expect(ticketMoves[ticket.state].escalate).toContain(decision.next.state);
        ticket = decision.next;
        reached.add(ticket.state);
      }
      expect([...reached]).toEqual([state, ...endsOf(state)]);
      expect(ticket.claim).toBeUndefined();
    });
  });

  it.each(['open', 'rectifying'] as const)('in %s can have an extension ruled on', (state) => {
    const asked = decide(ticketIn(state), 'extension', { at: noon });
    if (!asked.ok) throw new Error(asked.reason);
    for (const what of ['grantExtension', 'refuseExtension'] as const) {
      expect(decide(asked.next, what, { at: noon })).toMatchObject({ ok: true, next: { state } });
    }
  });

  it.each([...transferable])('in %s can have its transfer declined', (state) => {
    const asked = decide(ticketIn(state), 'askTransfer', { at: noon });
    if (!asked.ok) throw new Error(asked.reason);
    expect(decide(asked.next, 'declineTransfer', { at: noon })).toMatchObject({
      ok: true,
      next: { state },
    });
  });

  it('has a table without a row, a column or a target that nothing reaches', () => {
    const commands = new Set(Object.values(said).map(({ type }: Command) => type));
    expect(Object.keys(ticketMoves).toSorted()).toEqual([...ticketStates].toSorted());
    for (const state of ticketStates) {
      const row: Record<CommandType, readonly TicketState[]> = ticketMoves[state];
      expect(Object.keys(row).toSorted()).toEqual([...commands].toSorted());
      for (const type of commands) {
        const isUpkeep = type === 'escalate' || type === 'recount';
        const stays =
          isUpkeep ||
          (type === 'declineTransfer' && transferable.has(state)) ||
          (type === 'rule' && (state === 'open' || state === 'rectifying'));
        const reached = Object.entries(legal[state]).flatMap(([what, to]) =>
          said[what as Said].type === type ? [to] : [],
        );
        const wanted = stays ? [state, ...lapsesBy(isUpkeep, state)] : [...new Set(reached)];
        expect(row[type].toSorted()).toEqual(wanted.toSorted());
      }
    }
  });

  it('cannot have its table changed', () => {
    const row: Record<CommandType, readonly TicketState[]> = ticketMoves.dismissed;
    expect(() => Object.assign(row, { append: ['open'] })).toThrow(TypeError);
    expect(() => Object.assign(ticketMoves, { dismissed: {} })).toThrow(TypeError);
  });

  it.each([
    ['what each command does', ticketActs],
    ['who may give it', ticketAuthorization],
    ['what each event changes', ticketChanges],
  ])('cannot have the table of %s changed', (_name, table) => {
    expect(() => Object.assign(table, { added: {} })).toThrow(TypeError);
  });

  it('goes the whole way twice', () => {
    const way = [
      ['2026-11-20 09:00', 'noAnswer'],
      ['2026-11-20 09:10', 'find'],
      ['2026-11-20 10:00', 'reached'],
      ['2026-11-23 09:00', 'claimInvalid'],
      ['2026-11-24 09:00', 'refuseInvalid'],
      ['2026-11-25 09:00', 'submit'],
      ['2026-11-26 09:00', 'sendBack'],
      ['2026-11-27 09:00', 'submit'],
      ['2026-11-30 09:00', 'approve'],
      ['2026-12-01 09:00', 'bad'],
      ['2026-12-01 10:00', 'reached'],
      ['2026-12-01 11:00', 'find'],
      ['2026-12-02 09:00', 'submit'],
      ['2026-12-03 09:00', 'approve'],
    ] as const;
    let ticket = ticketIn('open');
    const states = way.map(([when, what]) => {
      const decision = decide(ticket, what, { at: at(when) });
      if (!decision.ok) throw new Error(`${what}: ${decision.reason}`);
      ticket = decision.next;
      return ticket.state;
    });
    expect(states.join(' ')).toBe(
      'open rectifying rectifying dismissal_review rectifying closure_review rectifying ' +
        'closure_review closed open open rectifying closure_review closed',
    );
    expect(ticket).toMatchObject({ round: 2, version: 15, late: false, assignee: 'handler-a' });
  });
});
