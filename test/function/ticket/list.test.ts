import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { at } from '../../fake/clock.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import { badlyRated, closeIt, contact, deskOf, find, handIn } from './desk.ts';
import type { Desk } from './desk.ts';

interface Listed {
  readonly tickets: readonly { id: string; claim?: string; pendingYear?: number }[];
  readonly cursor: string | null;
}

const desks = async (count: number, start?: ReturnType<typeof at>): Promise<readonly Desk[]> => {
  const world = newWorld(start);
  const made: Desk[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push(deskOf(world, await badlyRated(world)));
  }
  return made;
};

const list = async (desk: Desk, as: Person, query: Record<string, string>): Promise<Listed> =>
  bodyOf<Listed>(await desk.world.call('GET /v1/tickets', { as, query }));

const idsIn = async (desk: Desk, as: Person, query: Record<string, string>) =>
  (await list(desk, as, query)).tickets.map(({ id }) => id);

const colleague: Person = { ...people.handler, id: 'u-colleague' };

describe('a handler’s list', () => {
  it('holds the tickets that they took up', async () => {
    const [first, second, third] = await desks(3);
    await first!.done(people.handler, contact);
    await second!.done(colleague, contact);
    expect(await idsIn(first!, people.handler, { view: 'mine' })).toEqual([first!.id]);
    expect(await idsIn(first!, colleague, { view: 'mine' })).toEqual([second!.id]);
    expect(await idsIn(first!, people.handler, { view: 'department' })).toHaveLength(3);
    expect(await idsIn(third!, people.reviewer, { view: 'review' })).toEqual([]);
  });
});

describe('a reviewer’s list', () => {
  it('holds whatever waits for a ruling, in every area of the city', async () => {
    const [closing, asking, plain] = await desks(3);
    await handIn(closing!);
    const ask = { type: 'requestExtension', days: 2, note: 'x' };
    await asking!.done(people.handler, find);
    await asking!.done(people.handler, ask);
    const waiting = [closing!.id, asking!.id].toSorted();
    expect((await idsIn(plain!, people.reviewer, { view: 'review' })).toSorted()).toEqual(waiting);
    const { tickets } = await list(plain!, people.supervisor, { view: 'review' });
    expect(tickets.flatMap(({ claim }) => claim ?? [])).toEqual(['extension']);
    expect(await idsIn(plain!, people.reviewer, { view: 'review', area: '330681' })).toEqual([]);
  });

  it('comes page by page over all areas, each ticket once', async () => {
    const made = await desks(5);
    const transfer = { type: 'transfer', note: 'x' };
    const elsewhere = { creditCode: '11330602MB1A2B3C46', area: '330681' };
    const city = { ...people.supervisor, area: '330600' };
    await made[0]!.done(city, { ...transfer, to: elsewhere });
    await made[1]!.done(city, { ...transfer, to: { ...elsewhere, area: '330600' } });
    for (const limit of ['1', '2', '5', '9']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query = { view: 'area', limit, ...(cursor === '' ? {} : { cursor }) };
        const page: Listed = await list(made[0]!, people.reviewer, query);
        seen.push(...page.tickets.map(({ id }) => id));
        cursor = page.cursor;
      }
      expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    }
  });

  it.each(['somewhere', '330602', '330602.x', '999999.', ''])(
    'refuses the cursor "%s"',
    async (cursor) => {
      const [desk] = await desks(1);
      const query = { view: 'area', cursor };
      const reply = await desk!.world.call('GET /v1/tickets', { as: people.reviewer, query });
      expect(outcomeOf(reply)).toBe('400 cursor_invalid');
    },
  );
});

describe('the lists beside', () => {
  it('what ended stands on its month’s list, and on no other', async () => {
    const [ended, open] = await desks(2);
    await closeIt(ended!);
    const closed = { view: 'closed' };
    expect(await idsIn(ended!, people.handler, closed)).toEqual([ended!.id]);
    expect(await idsIn(ended!, people.supervisor, { ...closed, month: '2026-11' })).toHaveLength(1);
    expect(await idsIn(ended!, people.supervisor, { ...closed, month: '2026-10' })).toEqual([]);
    expect(await idsIn(ended!, people.handler, { view: 'department' })).toEqual([open!.id]);
    const wrong = { ...closed, month: '2026-13' };
    const reply = await ended!.world.call('GET /v1/tickets', { as: people.handler, query: wrong });
    expect(outcomeOf(reply)).toBe('400 invalid_input');
  });

  it('what waits for a calendar is found, with the year it waits for', async () => {
    const [desk] = await desks(1, at('2026-12-14T09:30:00+08:00'));
    const { tickets } = await list(desk!, people.supervisor, { view: 'pending_calendar' });
    expect(tickets).toMatchObject([{ id: desk!.id, pendingYear: 2027 }]);
  });

  it('are no way to see another department’s tickets', async () => {
    const [desk] = await desks(1);
    const other: Person = { ...people.handler, department: '11330602MB1A2B3C46' };
    for (const view of ['mine', 'department', 'overdue', 'review', 'hardship', 'closed']) {
      expect(await idsIn(desk!, other, { view })).toEqual([]);
    }
  });
});
