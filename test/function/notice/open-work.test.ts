/** What waits on a list of the administrators is told upwards when nobody deals with it. */
import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import type { Stores } from '../../fake/stores.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import { heldRating } from '../../support/province.ts';
import { newCenterWorld } from '../exchange/center-world.ts';
import { collect, setUp } from '../pad/pad-bench.ts';
import { accepted, dayMs, opened } from '../reconciliation/reconcile-world.ts';
import { bodyOf, people } from '../world.ts';
import type { World } from '../world.ts';

const hour = 60 * 60_000;

/** Lets time pass and reads what was told of one type, with its moment, the newest first. */
const watching = (world: World, stores: Stores, type: string) => {
  const works = deadlineWorks(stores, world.clock.now);
  const until = async (end: Instant, daily?: () => Promise<unknown>): Promise<void> => {
    for (let hours = 0; world.clock.now() < end; hours += 1) {
      if (hours % 24 === 0) await daily?.();
      await works.sweep();
      await works.settle();
      world.clock.advance(hour);
    }
  };
  const inBox = async (box: string, as: object): Promise<readonly string[]> => {
    const reply = await world.call('GET /v1/inbox', {
      as: { ...people.admin, ...as },
      query: { box, limit: '100' },
    });
    const { notices } = bodyOf<{ notices: readonly { readonly type: string; at: string }[] }>(
      reply,
    );
    return notices.flatMap((one) => (one.type === type ? one.at.slice(0, 16) : []));
  };
  const told = async (area: string) => ({
    administrator: await inBox('administrator', { area }),
    area: await inBox('area', { ...people.supervisor, area }),
    city: await inBox('city', { ...people.supervisor, area: '330600' }),
  });
  return { until, told };
};

const nobody = { administrator: [], area: [], city: [] };

const refused = async () => {
  const { world, pad } = await setUp();
  await collect(world, pad, { sequence: 1, level: 'splendid' });
  const [kept] = world.stores.pads.refused.values();
  if (kept === undefined) throw new Error('it was not refused');
  return { world, pad, kept, ...watching(world, world.stores, 'refused_overdue') };
};

describe('a rating of a pad that was refused', () => {
  it('is told to administrators and supervisors when it is overdue, then to the city', async () => {
    const { world, pad, until, told } = await refused();
    await until(at('2026-11-25T17:00:00+08:00'));
    expect(await told('330602')).toEqual(nobody);
    // The same batch again is the same rating.
    await collect(world, pad, { sequence: 1, level: 'splendid' });
    await until(at('2026-12-31T12:00:00+08:00'));
    expect(await told('330602')).toEqual({
      administrator: ['2026-11-26T08:30'],
      area: ['2026-11-26T08:30'],
      city: ['2026-12-02T08:30'],
    });
  });

  it('is told of no more once two persons have ended it', async () => {
    const { world, pad, kept, until, told } = await refused();
    await world.byTwo('POST /v1/pads/{padId}/settle', {
      as: people.admin,
      path: { padId: pad.accessKey },
      body: { sequence: kept.sequence, mark: kept.mark, note: '评价器软件故障' },
      nonce: randomUUID(),
    });
    await until(at('2026-12-10T12:00:00+08:00'));
    expect(await told('330602')).toEqual(nobody);
  });

  it('needs nobody when its contact was rated before', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const rating = { token, level: 'dissatisfied', tags: ['209'] };
    await collect(world, pad, { sequence: 1, ...rating }, { sequence: 2, ...rating });
    expect([...world.stores.pads.refused.values()].map(({ code }) => code)).toEqual([
      'already_rated',
    ]);
    const { until, told } = watching(world, world.stores, 'refused_overdue');
    await until(at('2026-12-10T12:00:00+08:00'));
    expect(await told('330602')).toEqual(nobody);
  });
});

const pressed = async (level: string, ratedAt?: (now: Instant) => Instant) => {
  const { world, pad } = await setUp();
  world.clock.advance(2 * hour);
  const now = world.clock.now();
  const press = { sequence: 1, level, tags: level === 'dissatisfied' ? ['209'] : [] };
  await collect(world, pad, { ...press, ...(ratedAt && { ratedAt: ratedAt(now) }) });
  return { world, pad, ...watching(world, world.stores, 'press_overdue') };
};

const anHourAgo = (now: Instant): Instant => addMs(now, -hour);

describe('a press that no case event bound', () => {
  it('is overdue some days after the end of its tries', async () => {
    const { until, told } = await pressed('dissatisfied', anHourAgo);
    await until(at('2027-01-15T12:00:00+08:00'));
    // Tried until the end of 4 December, a Friday; three working days later it is overdue.
    expect(await told('330602')).toEqual({
      administrator: ['2026-12-10T08:30'],
      area: ['2026-12-10T08:30'],
      city: ['2026-12-16T08:30'],
    });
  });

  it('is overdue sooner when no case event can bind it', async () => {
    const { until, told } = await pressed('dissatisfied');
    await until(at('2026-11-26T12:00:00+08:00'));
    expect((await told('330602')).administrator).toEqual(['2026-11-26T08:30']);
  });

  it('is told of no more once it was settled, and a good one never', async () => {
    const { world, pad, until, told } = await pressed('dissatisfied');
    await world.byTwo('POST /v1/pads/{padId}/settle', {
      as: people.admin,
      path: { padId: pad.accessKey },
      body: { sequence: 1, note: '无法核实' },
      nonce: randomUUID(),
    });
    await until(at('2026-12-20T12:00:00+08:00'));
    expect(await told('330602')).toEqual(nobody);
    const good = await pressed('satisfied');
    await good.until(at('2026-12-31T12:00:00+08:00'));
    expect(await good.told('330602')).toEqual(nobody);
  });
});

const kept = async (more: object, about: object = {}) => {
  const given = await newCenterWorld();
  const { world } = given;
  const reply = await given.evaluate(more, about);
  const { id } = bodyOf<{ kept: { id: string } }>(reply).kept;
  return { world, id, ...watching(world, world.stores, 'callback_overdue') };
};

describe('a callback of the center that is kept', () => {
  const unreadable = { evaluationLevelModelList: [{ level: '较差' }] };

  it('is told to the administrators of the city, then to its supervisors', async () => {
    const { until, told } = await kept(unreadable);
    await until(at('2026-12-31T12:00:00+08:00'));
    expect(await told('330600')).toMatchObject({
      administrator: ['2026-11-26T08:30'],
      city: ['2026-12-02T08:30'],
    });
    expect(await told('330602')).toMatchObject({ administrator: [], area: [] });
  });

  it('is given ten days for its case to arrive', async () => {
    const { until, told } = await kept({}, { targetId: '330602261120000099999' });
    await until(at('2026-12-03T17:00:00+08:00'));
    expect((await told('330600')).administrator).toEqual([]);
    await until(at('2026-12-04T12:00:00+08:00'));
    expect((await told('330600')).administrator).toEqual(['2026-12-04T08:30']);
  });

  it('is told of no more once it was settled', async () => {
    const { world, id, until, told } = await kept(unreadable);
    await world.byTwo('POST /v1/center/callbacks/{id}/settle', {
      as: people.admin,
      path: { id },
      body: { note: '省中心测试数据' },
    });
    await until(at('2026-12-10T12:00:00+08:00'));
    expect(await told('330600')).toMatchObject({ administrator: [], city: [] });
  });
});

const missing = async () => {
  const day = opened();
  const projectNos = [await day.rate('satisfied'), await day.rate('satisfied')];
  day.world.clock.advance(dayMs);
  await day.compare();
  return { ...day, projectNos, ...watching(day.world, day.stores, 'difference_overdue') };
};

describe('the differences of a day with the center', () => {
  it('are told together, to the administrators of the city and then to its supervisors', async () => {
    const { until, told, night, list } = await missing();
    expect((await list()).differences.length).toBeGreaterThan(1);
    await until(at('2026-12-31T12:00:00+08:00'), night);
    // Found on a Saturday, of which Monday is the first working day.
    expect(await told('330600')).toMatchObject({
      administrator: ['2026-11-26T08:30'],
      city: ['2026-12-02T08:30'],
    });
  });

  it('are told of no more once they are gone or settled', async () => {
    const { center, known, projectNos, settle, list, compare, until, told } = await missing();
    center.ratings.push(heldRating(await known(projectNos[0]!)));
    await compare();
    for (const { id } of (await list()).differences) await settle(id);
    await until(at('2026-12-10T12:00:00+08:00'));
    expect(await told('330600')).toMatchObject({ administrator: [], city: [] });
  });

  it('wait anew when others appear', async () => {
    const { settle, list, compare, onFile, projectNos, until, told } = await missing();
    for (const { id } of (await list()).differences) await settle(id);
    await until(at('2026-11-24T10:00:00+08:00'));
    await onFile(projectNos[0]!, accepted('2026-11-20T10:00:00+08:00'));
    await compare();
    await until(at('2026-12-10T12:00:00+08:00'));
    expect((await told('330600')).administrator).toEqual(['2026-11-30T08:30']);
  });
});
