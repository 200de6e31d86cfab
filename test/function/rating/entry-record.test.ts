import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { DeskWorld } from '../ticket/desk.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const said = {
  serviceNumber: 1,
  channel: 'hotline',
  record: '来电13800000009',
  level: 'dissatisfied',
  tags: ['209'],
  contactConsent: true,
};

const newCase = async (world: World, projectNo?: string) =>
  world.acceptedCase(await world.integrator(), projectNo);

const enter = (world: World, body: object) =>
  world.call('POST /v1/entries', { as: people.operator, body });

const confirm = (world: World, id: string) =>
  world.call('POST /v1/entries/{id}/confirm', {
    as: people.secondOperator,
    path: { id },
    body: {},
  });

const awaiting = async (world: World) =>
  (await world.call('GET /v1/entries', { as: people.secondOperator })).body;

const entered = async (world: DeskWorld, projectNo: string) => {
  const { id } = bodyOf<{ id: string }>(await enter(world, { projectNo, ...said }));
  const entry = await world.stores.entries.find(id);
  if (entry === undefined) throw new Error('the entry is not stored');
  return entry;
};

/** Of an older release, which made it without a key. */
const formerId = createHash('sha256').update(`hotline/${said.record}`).digest('hex').slice(0, 32);

describe('the number of a recording or form', () => {
  it('is stored encrypted, nowhere else, and shown to the second person', async () => {
    const world = newWorld();
    const projectNo = await newCase(world);
    const { id } = await entered(world, projectNo);
    expect(await awaiting(world)).toMatchObject({ entries: [{ id, record: said.record }] });
    expect(outcomeOf(await confirm(world, id))).toBe('201');
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    const rating = await world.stores.ratings.find(key);
    expect(rating?.enteredBy).toMatchObject({ entry: id });
    const stored = [await world.stores.entries.find(id), rating];
    expect(JSON.stringify(stored)).not.toContain('13800000009');
  });

  it('cannot be found by trying numbers against the id of the entry', async () => {
    const world = newWorld();
    const { id } = await entered(world, await newCase(world));
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(id).not.toBe(formerId);
  });

  it('of an older release, in clear, is shown, confirmed, and entered by nobody again', async () => {
    const world = newWorld();
    const projectNo = await newCase(world);
    const { sealedRecord: _sealed, ...rest } = await entered(world, projectNo);
    const older = newWorld();
    await newCase(older, projectNo);
    const former = { id: formerId, record: said.record };
    await older.stores.entries.add({ ...rest, ...former }, []);
    expect(await awaiting(older)).toMatchObject({ entries: [former] });
    const other = { projectNo, ...said, text: '很好' };
    expect(outcomeOf(await enter(older, other))).toBe('409 record_taken');
    expect(outcomeOf(await confirm(older, formerId))).toBe('201');
  });

  it('that an older release rejected may be entered again', async () => {
    const world = newWorld();
    const projectNo = await newCase(world);
    const { sealedRecord: _sealed, ...rest } = await entered(world, projectNo);
    const older = newWorld();
    await newCase(older, projectNo);
    const former = { id: formerId, record: said.record, state: 'rejected' } as const;
    await older.stores.entries.add({ ...rest, ...former }, []);
    expect(outcomeOf(await enter(older, { projectNo, ...said }))).toBe('202');
  });
});
