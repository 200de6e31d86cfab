import { describe, expect, it } from 'vitest';

import type { RequestedNotice } from '../../../shared/domain/notice/notice.ts';
import type { Acting, Command } from '../../../shared/domain/ticket/command.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { at } from '../time/shanghai.ts';
import {
  accept,
  after,
  citySupervisor,
  decide,
  deptA,
  deptB,
  handler,
  noon,
  office,
  reviewer,
  said,
  staff,
  supervisor,
  ticketIn,
} from './ticket-fixture.ts';
import type { Said } from './ticket-fixture.ts';

const answer = (ticket: Ticket, what: Said | Command, by: Acting): string => {
  const decision = decide(ticket, what, { at: noon, by });
  return decision.ok ? 'ok' : decision.reason;
};

const take = (ticket: Ticket, what: Said | Command, by: Acting): Ticket =>
  accept(ticket, what, { at: noon, by }).next;

const recipientOf = ({ type, to, former }: RequestedNotice): string =>
  `${type}>${to}${former ? ` of ${former.creditCode} ${former.area}` : ''}`;

const told = (ticket: Ticket, what: Command, by: Acting): readonly string[] =>
  accept(ticket, what, { at: noon, by }).notices.map(recipientOf);

const toldBy = (ticket: Ticket, what: Said): readonly string[] =>
  accept(ticket, what, { at: noon }).notices.map(recipientOf);

const within = (creditCode: string): Command => ({
  type: 'transfer',
  to: { creditCode, area: '330602' },
  note: 'n',
});
const [toA, toB] = [within(deptA), within(deptB)];

const handlerOf = (department: string): Acting =>
  staff(`h-${department}`, 'handler', { department });

const working = ticketIn('rectifying');
const asked = take(working, 'askTransfer', handler);
/** A → B → A. */
const twice = take(take(working, toB, supervisor), toA, supervisor);

describe('a department that asks for a transfer', () => {
  it('goes on with the ticket, whose clocks run on and whose state stays', () => {
    expect(asked).toMatchObject({
      state: 'rectifying',
      creditCode: deptA,
      transferAsked: { by: handler.id, at: noon, to: said.askTransfer.to },
      transfers: 0,
    });
    expect(asked.clocks).toEqual(working.clocks);
    expect(answer(asked, 'submit', handler)).toBe('ok');
  });

  it('may leave it open which department is right', () => {
    const open = take(working, { type: 'askTransfer', note: 'n' }, handler);
    expect(open.transferAsked).toEqual({ by: handler.id, at: noon, to: undefined });
  });

  it('does not propose itself', () => {
    const own = { ...said.askTransfer, to: { creditCode: deptA, area: '330603' } };
    expect(answer(working, own, handler)).toBe('same_department');
  });

  it('asks once, and again after it was declined', () => {
    expect(answer(asked, 'askTransfer', handler)).toBe('transfer_waiting');
    expect(answer(asked, 'askTransfer', staff('h2', 'handler', { department: deptA }))).toBe(
      'transfer_waiting',
    );
    const declined = take(asked, 'declineTransfer', supervisor);
    expect(declined).toMatchObject({ transferAsked: undefined, transfers: 0, creditCode: deptA });
    expect(declined.clocks).toEqual(working.clocks);
    expect(answer(declined, 'declineTransfer', supervisor)).toBe('transfer_not_waiting');
    expect(answer(declined, 'askTransfer', handler)).toBe('ok');
  });

  it('makes the one who asks a worker on the ticket, who never rules on it', () => {
    const first = take(ticketIn('open'), 'askTransfer', handler);
    expect(first).toMatchObject({ assignee: handler.id, workers: [handler.id] });
    const elsewhere = staff(handler.id, 'supervisor', { department: office });
    for (const what of ['transfer', 'declineTransfer'] as const) {
      expect(answer(first, what, elsewhere)).toBe('own_work');
    }
  });

  it('may ask while an extension waits, which is ruled on first', () => {
    const both = take(take(working, 'extension', handler), 'askTransfer', handler);
    expect(answer(both, 'transfer', supervisor)).toBe('claim_waiting');
    expect(answer(both, 'declineTransfer', supervisor)).toBe('ok');
    expect(answer(take(both, 'refuseExtension', reviewer), 'transfer', supervisor)).toBe('ok');
  });

  it('tells the supervisors of the area, and hears what was decided', () => {
    expect(toldBy(working, 'askTransfer')).toEqual(['transfer_asked>supervisor']);
    expect(toldBy(asked, 'declineTransfer')).toEqual(['transfer_declined>department']);
    expect(toldBy(asked, 'transfer')).toEqual([
      'transferred>department',
      `transferred>department of ${deptA} ${asked.area}`,
    ]);
  });

  it('keeps the words sealed', () => {
    for (const [ticket, what, note] of [
      [working, 'askTransfer', 'sealed:15'],
      [asked, 'declineTransfer', 'sealed:16'],
      [asked, 'transfer', 'sealed:6'],
    ] as const) {
      const event = accept(ticket, what, { at: noon }).events.at(-1);
      expect(event?.sealedNote).toBe(note);
      expect(JSON.stringify(event?.facts)).not.toContain('sealed');
    }
  });
});

describe('a request for a transfer lapses', () => {
  it('with the transfer, to whatever department', () => {
    const elsewhere = within('11330602MB0000001C');
    for (const what of [said.transfer, elsewhere]) {
      expect(take(asked, what, supervisor).transferAsked).toBeUndefined();
    }
  });

  it('when the work is handed in, and stays so after a return and in round 2', () => {
    const handedIn = take(asked, 'submit', handler);
    expect(handedIn).toMatchObject({ state: 'closure_review', transferAsked: undefined });
    expect(answer(handedIn, 'declineTransfer', supervisor)).toBe('illegal_move');
    const returned = take(handedIn, 'sendBack', supervisor);
    expect(answer(returned, 'declineTransfer', supervisor)).toBe('transfer_not_waiting');
    const second = accept(take(handedIn, 'approve', supervisor), 'bad', { at: noon }).next;
    expect(second).toMatchObject({ round: 2, transferAsked: undefined });
  });

  it('when the rating is dismissed, not while the appeal waits or after it was refused', () => {
    const appealed = take(asked, 'claimInvalid', handler);
    expect(appealed.transferAsked).toEqual(asked.transferAsked);
    expect(answer(appealed, 'declineTransfer', supervisor)).toBe('illegal_move');
    expect(take(appealed, 'grantInvalid', reviewer).transferAsked).toBeUndefined();
    const refused = take(appealed, 'refuseInvalid', reviewer);
    expect(refused.transferAsked).toEqual(asked.transferAsked);
    expect(answer(refused, 'transfer', supervisor)).toBe('ok');
  });
});

describe('a transfer', () => {
  it('is decided without a request too, and goes to another department', () => {
    expect(answer(working, 'transfer', supervisor)).toBe('ok');
    expect(answer(working, toA, supervisor)).toBe('same_department');
  });

  it('is never made by the department, asked for or not', () => {
    for (const ticket of [working, asked]) {
      for (const what of ['transfer', 'declineTransfer'] as const) {
        expect(answer(ticket, what, handler)).toBe('role_missing');
        const head = staff('head', 'supervisor', {
          department: deptA,
          roles: ['handler', 'supervisor', 'reviewer'],
        });
        expect(answer(ticket, what, head)).toBe('own_department');
      }
    }
  });

  it('cannot be declined by the department that receives it', () => {
    const moved = take(asked, toB, supervisor);
    expect(moved).toMatchObject({ creditCode: deptB, transfers: 1 });
    expect(answer(moved, 'declineTransfer', handlerOf(deptB))).toBe('role_missing');
    expect(answer(moved, 'reached', handlerOf(deptB))).toBe('ok');
    expect(answer(moved, 'reached', handler)).toBe('other_department');
  });

  it('is decided by nobody of a department that ever had it, in whatever order', () => {
    for (const ticket of [take(working, toB, supervisor), twice]) {
      for (const department of [deptA, deptB]) {
        const own = staff('p', 'supervisor', { department, area: '330600' });
        expect(answer(ticket, within('11330602MB0000001C'), own)).toBe('own_department');
      }
    }
  });
});

describe('a transfer to another area', () => {
  const far = { creditCode: deptB, area: '330603' };
  const toFar = { type: 'transfer', to: far, note: 'n' } as const;

  it('is made by the city, and those who oversee the other area are told', () => {
    expect(answer(working, toFar, supervisor)).toBe('transfer_of_city');
    expect(told(working, toFar, citySupervisor)).toEqual([
      'transferred>department',
      'transferred>supervisor',
      'transferred>city',
      `transferred>department of ${deptA} ${working.area}`,
      `transferred>supervisor of ${deptA} ${working.area}`,
    ]);
  });

  it('is asked for by the department, and decided either way by the city', () => {
    const ask = { type: 'askTransfer', to: far, note: 'n' } as const;
    expect(told(working, ask, handler)).toEqual([
      'transfer_asked>supervisor',
      'transfer_asked>city',
    ]);
    const waiting = take(working, ask, handler);
    for (const what of [toFar, 'declineTransfer', toB] as const) {
      expect(answer(waiting, what, supervisor)).toBe('transfer_of_city');
      expect(answer(waiting, what, citySupervisor)).toBe('ok');
    }
  });

  it.each([
    ['a town of the own area', '330602001', 'ok'],
    ['the city', '330600', 'transfer_of_city'],
    ['another name of the city', '330601', 'transfer_of_city'],
    ['a town elsewhere', '330603001', 'transfer_of_city'],
  ])('is not one within it: %s', (_what, area, outcome) => {
    expect(answer(working, { ...toFar, to: { ...far, area } }, supervisor)).toBe(outcome);
  });
});

describe('a ticket that was transferred twice', () => {
  it('goes on only by the whole city: A to B, back to A, and to B again', () => {
    expect(twice).toMatchObject({ creditCode: deptA, departments: [deptA, deptB], transfers: 2 });
    expect(answer(twice, toB, supervisor)).toBe('transfer_of_city');
    const third = take(twice, toB, citySupervisor);
    expect(third).toMatchObject({ creditCode: deptB, departments: [deptA, deptB], transfers: 3 });
    expect(answer(third, toA, supervisor)).toBe('transfer_of_city');
    expect(answer(third, toA, citySupervisor)).toBe('ok');
  });

  it('is declined only by the whole city, which is told of the request', () => {
    const again = accept(twice, 'askTransfer', { at: noon });
    expect(again.notices).toEqual([
      { type: 'transfer_asked', to: 'supervisor' },
      { type: 'transfer_asked', to: 'city' },
    ]);
    expect(answer(again.next, 'declineTransfer', supervisor)).toBe('transfer_of_city');
    expect(answer(again.next, 'declineTransfer', citySupervisor)).toBe('ok');
  });

  it('is not of another city, nor of a town', () => {
    for (const area of ['330100', '330602', '330602001']) {
      const of = staff('p', 'supervisor', { department: office, area });
      expect(answer(twice, toB, of)).toBe(area === '330602' ? 'transfer_of_city' : 'out_of_area');
    }
  });

  it('still counts in round 2', () => {
    const ended = [handlerOf(deptA), handlerOf(deptA)].reduce(
      (ticket, by, index) => take(ticket, index === 0 ? 'reached' : 'submit', by),
      twice,
    );
    const closed = take(ended, 'approve', supervisor);
    const second = accept(closed, 'bad', { at: at('2026-11-21 09:00') }).next;
    expect(second).toMatchObject({ round: 2, transfers: 2 });
    expect(answer(second, toB, supervisor)).toBe('transfer_of_city');
  });

  it('was transferred once: the area decides on the second', () => {
    const once = take(working, toB, supervisor);
    expect(answer(once, toA, supervisor)).toBe('ok');
    expect(after([['2026-11-20 09:00', 'transfer']]).transfers).toBe(1);
  });
});
