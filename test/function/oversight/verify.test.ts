import { describe, expect, it } from 'vitest';

import type { AuditBreakList, AuditBreakView } from '../../../events/oversight/audit.ts';
import { verifyNightly } from '../../../functions/oversight/verify.ts';
import { reviseBreak } from '../../../shared/domain/oversight/audit-break.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import type { TicketItems } from '../../../shared/port/ticket/audit-source.ts';
import { fakeAuditSource } from '../../fake/audit-source.ts';
import { badlyRated, deskOf } from '../ticket/desk.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';

const day = 24 * 60 * 60_000;
const auditor = { id: 'u-auditor', roles: ['auditor'], area: '330600' } as const;
const contact = { type: 'recordContact', way: 'phone', outcome: 'reached', note: '已致电' };
const find = { type: 'find', kind: 'reasonable_now', cause: 'time' };
const explain = { type: 'submit', result: 'explained', measure: '已通报', answer: '已办结' };

/** What somebody with access to the table did, as it is read. */
type Tampering = (items: TicketItems) => TicketItems;

const withTicket =
  (change: (of: Ticket) => Ticket | undefined): Tampering =>
  (items) => ({ ...items, ticket: items.ticket && change(items.ticket) });

const watched = async () => {
  const world = newWorld();
  const { stores, clock } = world;
  const tampered = new Map<string, Tampering>();
  const counts: Record<string, number>[] = [];
  const honest = fakeAuditSource(stores);
  const source = {
    ...honest,
    async itemsOf(id: string) {
      const tamper = tampered.get(id) ?? ((items) => items);
      return tamper(await honest.itemsOf(id));
    },
  };
  const { audits, places } = stores;
  const publish = (one: Readonly<Record<string, number>>) => void counts.push(one);
  const deps = { now: clock.now, source, acts: stores.acts, audits, places, publish };
  const verify = verifyNightly(deps);
  return {
    world,
    tampered,
    deps,
    counts,
    ticket: async () => deskOf(world, await badlyRated(world)),
    night: async () => {
      clock.advance(day);
      await verify();
    },
    list: async (state = 'open') =>
      bodyOf<AuditBreakList>(
        await world.call('GET /v1/audit/breaks', { as: auditor, query: { state } }),
      ),
    settle: (ticketId: string, as: object = auditor) =>
      world.call('POST /v1/audit/breaks/{ticketId}/settle', {
        as: as as typeof auditor,
        path: { ticketId },
        body: { note: '已从备份恢复' },
      }),
  };
};

describe('the nightly verifier', () => {
  it('finds nothing in tickets that were only worked on', async () => {
    const { ticket, night, list, counts } = await watched();
    const desk = await ticket();
    for (const action of [contact, find, explain]) await desk.done(people.handler, action);
    await night();
    expect(await list()).toMatchObject({ breaks: [], latestRun: { verified: 1 } });
    expect(counts).toEqual([{ AuditBreaksOpen: 0, TicketsVerified: 1 }]);
  });

  it.each([
    ['a state without a step', withTicket((of) => ({ ...of, state: 'closed' })), 'replay'],
    ['a deleted last step', (of) => ({ ...of, steps: of.steps.slice(0, -1) }), 'end'],
    ['all steps deleted', (of) => ({ ...of, steps: [] }), 'end'],
    ['a deleted ticket', withTicket(() => undefined), 'ticket'],
    [
      'a better rating',
      (of) => ({ ...of, ratings: of.ratings.map((one) => ({ ...one, level: 'satisfied' })) }),
      'rating',
    ],
    ['a deleted rating', (of) => ({ ...of, ratings: [] }), 'rating'],
    ['an item that cannot be read', (of) => ({ ...of, unreadable: ['TICKET'] }), 'unreadable'],
    ['an item off its list', (of) => ({ ...of, misplaced: ['TICKET'] }), 'misplaced'],
  ] satisfies readonly (readonly [string, Tampering, string])[])(
    'makes a work item and a count of %s',
    async (_name, tampering, kind) => {
      const { ticket, night, list, tampered, counts } = await watched();
      const desk = await ticket();
      await desk.done(people.handler, contact);
      tampered.set(desk.id, tampering);
      await night();
      const { breaks } = await list();
      expect(breaks).toMatchObject([{ ticketId: desk.id, found: { kind }, state: 'open' }]);
      expect(counts.at(-1)).toMatchObject({ AuditBreaksOpen: 1 });
      await night();
      expect((await list()).breaks).toEqual(breaks);
    },
  );

  it('closes what is gone, and keeps what was settled until it changes', async () => {
    const { ticket, night, list, settle, tampered, counts } = await watched();
    const desk = await ticket();
    tampered.set(
      desk.id,
      withTicket((of) => ({ ...of, urges: 9 })),
    );
    await night();
    const settled = bodyOf<AuditBreakView>(await settle(desk.id));
    expect(settled).toMatchObject({ state: 'settled', found: { members: ['urges'] } });
    expect((await settle(desk.id)).body).toEqual(settled);
    await night();
    expect((await list()).breaks).toEqual([]);
    expect((await list('settled')).breaks).toEqual([settled]);
    expect(counts.at(-1)).toMatchObject({ AuditBreaksOpen: 0 });
    tampered.set(
      desk.id,
      withTicket((of) => ({ ...of, urges: 9, late: true })),
    );
    await night();
    const [again] = (await list()).breaks;
    expect(again?.history.map(({ what }) => what)).toEqual(['opened', 'settled', 'reopened']);
    tampered.clear();
    await night();
    expect(await list()).toMatchObject({ breaks: [] });
    expect(outcomeOf(await settle(desk.id))).toBe('409 audit_break_closed');
  });

  it('comes back to a ticket that ended long ago and was changed since', async () => {
    const { world, ticket, night, list, tampered } = await watched();
    const desk = await ticket();
    for (const action of [contact, find, explain]) await desk.done(people.handler, action);
    await desk.done(people.supervisor, { type: 'approve' });
    for (let months = 0; months < 7; months += 1) world.clock.advance(30 * day);
    await night();
    tampered.set(
      desk.id,
      withTicket((of) => ({ ...of, late: !of.late })),
    );
    const nights = [];
    for (let count = 0; count < 6; count += 1) {
      await night();
      nights.push((await list()).breaks.length);
    }
    expect(nights.at(-1)).toBe(1);
  });

  it('does not take a write between two reads for a break', async () => {
    const { ticket, night, list, tampered } = await watched();
    const desk = await ticket();
    await desk.done(people.handler, contact);
    let readings = 0;
    tampered.set(desk.id, (items) => {
      readings += 1;
      // The ticket is read before the write, its steps after it.
      return readings === 1 ? { ...items, steps: items.steps.slice(0, -1) } : items;
    });
    await night();
    expect((await list()).breaks).toEqual([]);
  });

  it('goes on when a person settles a break at that moment', async () => {
    const { ticket, night, list, tampered, deps, settle } = await watched();
    const [first, second] = [await ticket(), await ticket()];
    for (const { id } of [first, second]) {
      tampered.set(
        id,
        withTicket((of) => ({ ...of, urges: 9 })),
      );
    }
    await night();
    const save = deps.audits.save.bind(deps.audits);
    let isFaster = true;
    deps.audits.save = async (next) => {
      if (isFaster && next.ticketId === first.id) {
        isFaster = false;
        await settle(first.id);
      }
      return save(next);
    };
    for (const { id } of [first, second]) {
      tampered.set(
        id,
        withTicket((of) => ({ ...of, urges: 10 })),
      );
    }
    await night();
    expect((await list()).breaks.map(({ ticketId }) => ticketId).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    );
  });

  it('does not believe a break that no person has settled', () => {
    const found = { kind: 'end' } as const;
    const at = fridayMorning;
    const open = reviseBreak('t', undefined, { found, at })!;
    const forged = { ...open, state: 'settled' } as const;
    expect(reviseBreak('t', forged, { found, at })).toMatchObject({ state: 'open' });
  });

  it('answers only auditors and supervisors of the whole city', async () => {
    const { world, settle, ticket } = await watched();
    const desk = await ticket();
    const list = (as: object) => world.call('GET /v1/audit/breaks', { as: as as typeof auditor });
    expect(outcomeOf(await list(people.handler))).toBe('403 role_missing');
    expect(outcomeOf(await list(people.admin))).toBe('403 role_missing');
    expect(outcomeOf(await list({ ...auditor, area: '330602' }))).toBe('404 out_of_scope');
    expect(outcomeOf(await settle(desk.id))).toBe('404 audit_break_unknown');
    expect(outcomeOf(await settle(desk.id, people.handler))).toBe('403 role_missing');
  });
});
