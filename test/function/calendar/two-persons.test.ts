import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { approvalOf, confirm, confirmReply } from '../approval-calls.ts';
import type { Person } from '../request.ts';
import { outcomeOf, people } from '../world.ts';
import { facts2027, load, propose, rateBadly, show, watched } from './calendar-bench.ts';

const inCounty: Person = { ...people.admin, id: 'u-county', area: '330602' };
const third: Person = { ...people.admin, id: 'u-admin-3' };

describe('a calendar year that one person proposes', () => {
  it('moves no deadline, and whoever proposed it cannot confirm it', async () => {
    const { world, stores, recounts } = watched();
    await rateBadly(world);
    const proposed = await propose(world, facts2027);
    expect(outcomeOf(proposed)).toBe('202');
    const own = await confirm(world, approvalOf(proposed), people.admin);
    expect(outcomeOf(own)).toBe('403 same_person');
    expect((await show(world)).body).toMatchObject({ source: 'none', waiting: 1 });
    expect(await stores.calendars.loaded(2027)).toBeUndefined();
    expect(recounts.taken).toEqual([]);
  });

  it('is loaded by another, with both on record', async () => {
    const { world } = watched();
    await load(world, facts2027);
    expect((await show(world)).body).toMatchObject({
      source: 'loaded',
      version: 1,
      loadedBy: people.admin.id,
      confirmedBy: people.secondAdmin.id,
    });
  });

  it('is neither proposed nor confirmed by an administrator of a county', async () => {
    const { world, stores } = watched();
    const before = stores.memory.writes();
    expect(outcomeOf(await propose(world, facts2027, { as: inCounty }))).toBe('404 out_of_scope');
    expect(stores.memory.writes()).toBe(before);
    const proposed = await propose(world, facts2027);
    const outcome = outcomeOf(await confirmReply(world, proposed, inCounty));
    expect(outcome).toBe('404 approval_unknown');
    expect(await stores.calendars.loaded(2027)).toBeUndefined();
  });

  it('is loaded once, however often it is confirmed', async () => {
    const { world, stores } = watched();
    const proposed = await propose(world, facts2027);
    await confirmReply(world, proposed);
    const again = await confirmReply(world, proposed, third);
    expect(again.body).toEqual({ approvalId: approvalOf(proposed), state: 'done' });
    expect(await stores.calendars.history(2027)).toHaveLength(1);
  });

  it('is nobody’s to load once the year has other content', async () => {
    const { world, stores } = watched();
    const first = await propose(world, facts2027);
    const [newYear, ...others] = facts2027.holidays;
    const other = { ...facts2027, holidays: [{ ...newYear, off: ['2027-01-01'] }, ...others] };
    await load(world, other);
    expect(outcomeOf(await confirmReply(world, first, third))).toBe('409 approval_superseded');
    expect(await stores.calendars.loaded(2027)).toMatchObject({ version: 1, calendar: other });
  });
});
