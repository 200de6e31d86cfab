import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../shared/domain/calendar/years.table.ts';
import { subjectId } from '../../../shared/port/calendar/recount-publisher.ts';
import { exampleEvent } from '../../domain/ticket/event-example.ts';
import { at } from '../../fake/clock.ts';
import { factsOf } from '../../support/calendar-year.ts';
import { confirmReply } from '../approval-calls.ts';
import { bodyOf, outcomeOf } from '../world.ts';
import {
  facts2027,
  ids,
  load,
  loadByTwo,
  minute,
  propose,
  rateBadly,
  show,
  watched,
} from './calendar-bench.ts';
import type { Loaded } from './calendar-bench.ts';

describe('the recount that a loaded year leaves to do', () => {
  it('orders every open ticket it may touch, and again two minutes later', async () => {
    const { world, recounts, resume } = watched();
    const early = [await rateBadly(world), await rateBadly(world)];
    const { recount } = await load(world, facts2027);
    expect(recount).toEqual({ state: 'running', round: 2, queued: 2 });
    expect(ids(recounts).toSorted()).toEqual(early.toSorted());
    // Opened by an instance that had not read the year yet.
    const late = await rateBadly(world);
    world.clock.advance(2 * minute - 1);
    await resume();
    expect(ids(recounts)).toHaveLength(2);
    world.clock.advance(1);
    await resume();
    expect(ids(recounts).slice(2).toSorted()).toEqual([...early, late].toSorted());
    expect((await show(world)).body).toMatchObject({ recount: { state: 'done', queued: 5 } });
    await resume();
    expect(ids(recounts)).toHaveLength(5);
  });

  it('leaves alone what the year cannot touch', async () => {
    const { world, recounts } = watched();
    await rateBadly(world);
    const shipped = officialCalendarYears.find(({ year }) => year === 2025)!;
    const later = {
      url: 'https://www.gov.cn/invented-for-tests/2025.htm',
      number: '国发〔2025〕1号',
    };
    const past = factsOf({ ...shipped, notices: [...shipped.notices, later] });
    expect(await load(world, past, '2025')).toMatchObject({ recount: { queued: 0 } });
    expect(recounts.taken).toEqual([]);
  });

  it('reaches a ticket that ended before anybody knew whether it was in time', async () => {
    const { world, recounts, stores } = watched();
    const id = await rateBadly(world);
    const ticket = (await stores.tickets.find(id))!;
    const january = at('2027-01-12T10:00:00+08:00');
    const { rectify } = ticket.clocks;
    if (rectify.state !== 'pending_calendar') throw new Error('it waits for 2027');
    const ruling = { kind: 'closure', granted: true, by: 'u-supervisor', at: january } as const;
    const clocks = { ...ticket.clocks, rectify: { ...rectify, metAt: january } };
    const closed = { ...ticket, state: 'closed', ruling, clocks, version: 2 } as const;
    const steps = [exampleEvent('approved', { ticketId: id, at: january })];
    expect(await stores.tickets.save(closed, steps, [])).toBe('saved');
    world.clock.advance(60 * 24 * 60 * minute);
    await load(world, facts2027);
    expect(ids(recounts)).toEqual([id]);
  });

  it('is taken up by the schedule after a crash between saving and ordering', async () => {
    let crashes = 1;
    const { world, recounts, resume } = watched(({ calendars }) => ({
      calendars: {
        ...calendars,
        async load(next) {
          await calendars.load(next);
          crashes -= 1;
          throw new Error('killed');
        },
      },
    }));
    const ticket = await rateBadly(world);
    expect(outcomeOf(await loadByTwo(world, facts2027))).toBe('500 fault');
    expect([crashes, recounts.taken]).toEqual([0, []]);
    await resume();
    expect(ids(recounts)).toEqual([ticket]);
  });

  it('is taken up by a repeat of the confirmation, from the page that was not settled', async () => {
    const taken: string[] = [];
    let failures = 1;
    const { world, stores } = watched(() => ({
      recounts: {
        async order(orders) {
          failures -= orders.length > 0 ? 1 : 0;
          if (orders.length > 0 && failures >= 0) return orders.map(subjectId);
          taken.push(...orders.map(subjectId));
          return [];
        },
      },
    }));
    const ticket = await rateBadly(world);
    const proposed = await propose(world, facts2027);
    expect(outcomeOf(await confirmReply(world, proposed))).toBe('500 fault');
    const again = await confirmReply(world, proposed);
    expect(bodyOf<object>(again)).toMatchObject({
      state: 'done',
      result: { version: 1, recount: { round: 2, queued: 1 } },
    });
    expect(taken).toEqual([ticket]);
    expect(await stores.calendars.history(2027)).toHaveLength(1);
  });

  it('is taken up by a repeat of the proposal as well, once the year is stored', async () => {
    const taken: string[] = [];
    let isBroken = true;
    const { world } = watched(() => ({
      recounts: {
        async order(orders) {
          if (isBroken && orders.length > 0) return orders.map(subjectId);
          taken.push(...orders.map(subjectId));
          return [];
        },
      },
    }));
    const ticket = await rateBadly(world);
    expect(outcomeOf(await loadByTwo(world, facts2027))).toBe('500 fault');
    isBroken = false;
    const again = bodyOf<Loaded>(await propose(world, facts2027));
    expect(again).toMatchObject({ changed: false, recount: { round: 2, queued: 1 } });
    expect(taken).toEqual([ticket]);
  });

  it('is left to whoever is further', async () => {
    const { world, recounts } = watched(({ calendars }) => ({
      calendars: { ...calendars, advance: async () => 'conflict' as const },
    }));
    await rateBadly(world);
    const { recount } = await load(world, facts2027);
    expect(recount).toEqual({ state: 'running', round: 1, queued: 0 });
    expect(recounts.taken).toEqual([]);
  });
});
