import { describe, expect, it } from 'vitest';

import { fakeStores } from '../../fake/stores.ts';
import type { FakeStores, Stores } from '../../fake/stores.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { bodyOf, fridayMorning, outcomeOf, worldOver } from '../world.ts';

const failing = (message: string) => () => Promise.reject(new Error(message));

const setUp = async (broken: (stores: FakeStores) => Partial<Stores>) => {
  const stores = fakeStores();
  const sound = worldOver(stores);
  const key = await sound.integrator();
  const projectNo = await sound.acceptedCase(key);
  const token = await sound.token(key, projectNo);
  const world = worldOver({ ...stores, ...broken(stores) });
  return { stores, sound, world, key, token };
};

const rating = { level: 'dissatisfied', text: '太慢' };

describe('when a store fails', () => {
  it('the answer is a fault that tells nothing of what is inside, and asks to try again', async () => {
    const { sound, world, token } = await setUp(({ ratings }) => ({
      ratings: { ...ratings, record: failing('table haochaping at 10.0.0.7 refused') },
    }));
    const reply = await world.call('POST /v1/ratings', { body: { token, ...rating } });
    expect(outcomeOf(reply)).toBe('500 fault');
    expect(JSON.stringify(reply)).not.toMatch(/haochaping at|10\.0\.0\.7|stack/);
    const again = await sound.call('POST /v1/ratings', { body: { token, ...rating } });
    expect(outcomeOf(again)).toBe('201');
  });

  it('after the rating was written, the repeat gets its receipt', async () => {
    const { sound, world, token, stores } = await setUp(({ ratings }) => ({
      ratings: {
        ...ratings,
        async record(rating, opened) {
          await ratings.record(rating, opened);
          throw new Error('the answer was lost');
        },
      },
    }));
    const lost = await world.call('POST /v1/ratings', { body: { token, ...rating } });
    const again = await sound.call('POST /v1/ratings', { body: { token, ...rating } });
    expect([lost, again].map(outcomeOf)).toEqual(['500 fault', '200']);
    expect([stores.memory.count('rating'), stores.memory.count('ticket')]).toEqual([1, 1]);
  });

  it('in the middle of a batch of events, only that event is not stored, and a repeat stores it', async () => {
    let saves = 0;
    const { sound, world, key, stores } = await setUp(({ cases }) => ({
      cases: {
        ...cases,
        save(next) {
          saves += 1;
          return saves === 2 ? Promise.reject(new Error('throttled')) : cases.save(next);
        },
      },
    }));
    const events = [1, 2, 3].map(() =>
      acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning }),
    );
    const before = stores.memory.count('case');
    const broken = await world.call('POST /v1/cases', { by: key, body: { events } });
    expect(broken.body).toMatchObject({ stored: 2, refused: 1 });
    expect(bodyOf<{ items: object[] }>(broken).items[1]).toMatchObject({
      outcome: 'refused',
      problem: { code: 'fault' },
    });
    const again = await sound.call('POST /v1/cases', { by: key, body: { events }, nonce: '2' });
    expect(again.body).toMatchObject({ stored: 1, repeats: 2 });
    expect(stores.memory.count('case') - before).toBe(3);
  });

  it('of the table, a batch of events ends, and all of it is sent again', async () => {
    let saves = 0;
    const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    const { sound, world, key } = await setUp(({ cases }) => ({
      cases: {
        ...cases,
        save(next) {
          saves += 1;
          return saves === 2 ? Promise.reject(throttled) : cases.save(next);
        },
      },
    }));
    const events = [1, 2, 3].map(() =>
      acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning }),
    );
    const broken = await world.call('POST /v1/cases', { by: key, body: { events } });
    expect(outcomeOf(broken)).toBe('503 busy');
    const again = await sound.call('POST /v1/cases', { by: key, body: { events }, nonce: '2' });
    expect(again.body).toMatchObject({ stored: 2, repeats: 1 });
  });

  it('after an event was folded, its repeat still puts the contact on show', async () => {
    const { sound, world, key, stores } = await setUp(({ cases }) => ({
      cases: { ...cases, putCurrentContact: failing('throttled') },
    }));
    const place = { hall: '330602-H2', window: 'C01' };
    const event = acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning, ...place });
    const body = { events: [event] };
    const broken = await world.call('POST /v1/cases', { by: key, body });
    expect(outcomeOf(broken)).toBe('500 fault');
    expect(await stores.cases.shownAt(place)).toBeUndefined();
    const again = await sound.call('POST /v1/cases', { by: key, body, nonce: '2' });
    expect(again.body).toMatchObject({ stored: 0, repeats: 1 });
    expect(await stores.cases.shownAt(place)).toMatchObject({ projectNo: event.projectNo });
  });
});

describe('when others are always faster', () => {
  it('an event is refused as busy, alone, and a pad is told to come again', async () => {
    const { sound, world, key, stores } = await setUp(({ cases, pads }) => ({
      cases: { ...cases, save: async () => 'conflict' as const },
      pads: { ...pads, save: async () => 'conflict' as const },
    }));
    const events = [acceptedEvent({ projectNo: nextProjectNo(), at: fridayMorning })];
    const reply = await world.call('POST /v1/cases', { by: key, body: { events } });
    expect(bodyOf<{ items: unknown[] }>(reply).items).toMatchObject([
      { outcome: 'refused', problem: { code: 'busy' } },
    ]);
    const pad = await sound.pad();
    const before = stores.memory.writes();
    const beat = await world.call('POST /v1/pads/me/heartbeat', { by: pad, body: { waiting: 0 } });
    expect(outcomeOf(beat)).toBe('503 busy');
    expect(beat.headers['retry-after']).toBe('2');
    expect(stores.memory.writes()).toBe(before);
  });
});

describe('a batch of a pad that meets a fault', () => {
  it('settles no number, so that the pad sends it again', async () => {
    const { sound, world, stores, key } = await setUp(({ ratings }) => ({
      ratings: { ...ratings, record: failing('throttled') },
    }));
    const pad = await sound.pad();
    await sound.acceptedCase(key);
    const current = await sound.call('GET /v1/pads/me/current', { by: pad });
    const { token } = bodyOf<{ contact: { token: string } }>(current).contact;
    const body = { ratings: [{ sequence: 1, token, ...rating }] };
    const broken = await world.call('POST /v1/pads/me/ratings', { by: pad, body });
    expect(outcomeOf(broken)).toBe('500 fault');
    expect((await stores.pads.find(pad.accessKey))?.received).toEqual([]);
    expect(stores.pads.refused.size).toBe(0);
    const again = await sound.call('POST /v1/pads/me/ratings', { by: pad, body, nonce: '2' });
    expect(again.body).toMatchObject({ stored: [{ sequence: 1 }], missing: [] });
  });
});
