/** How a held press becomes the rating of one contact, whatever happens in between. */
import { describe, expect, it } from 'vitest';

import { bindPress } from '../../../functions/pad/press/bind-press.ts';
import { unratedFor } from '../../../functions/pad/press/unrated-for.ts';
import { senderOf } from '../../../functions/rating/repeat/sender.ts';
import type { Press, PressClaim } from '../../../shared/domain/pad/press.ts';
import { addMs } from '../../../shared/domain/time/instant.ts';
import type { Rulebook } from '../../../shared/port/policy/rulebook.ts';
import { sampleCase } from '../../contract/suite/sample.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { hall, window } from '../world.ts';
import { collect, good, setUp } from './pad-bench.ts';

/** A press that two contacts can be meant by. */
const heldOne = async (said: object = good) => {
  const { world, integrator, pad } = await setUp();
  const projectNos = [await world.acceptedCase(integrator), await world.acceptedCase(integrator)];
  const [one = '', other = ''] = projectNos;
  await collect(world, pad, { sequence: 1, ratedAt: world.clock.now(), ...said });
  const { presses, ratings } = world.stores;
  const [press] = presses.held();
  if (press === undefined) throw new Error('the press is not held');
  const ratingOf = (projectNo: string) =>
    ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
  const save = async (more: Partial<Press>) => {
    await presses.save({ ...press, ...more, version: press.version + 1 });
  };
  const { now } = world.clock;
  const rulebook = world.stores.rulebookBy(now);
  const bind = (book: Rulebook = rulebook) =>
    bindPress(press, { ...world.stores, now, rulebook: book });
  const rate = async (projectNo: string) => {
    const token = await world.token(integrator, projectNo);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
  };
  return { world, integrator, pad, press, one, other, ratingOf, save, bind, rate, rulebook };
};

const claimOf = (projectNo: string): PressClaim => ({
  projectNo,
  serviceNumber: 1,
  bound: 'window',
});

describe('a press whose claim was interrupted', () => {
  it('becomes the rating of the claimed contact, and of no other', async () => {
    const { world, pad, one, other, ratingOf, save, bind } = await heldOne();
    await save({ claim: claimOf(other) });
    expect(await bind()).toBe(true);
    const rating = await ratingOf(other);
    expect(rating).toMatchObject({
      channel: 'pad',
      proof: 'pad',
      bound: 'window',
      pad: { sequence: 1 },
    });
    const sender = { by: 'pad', padId: pad.accessKey, sequence: 1 } as const;
    expect(rating?.sender).toBe(await senderOf(world.stores.keys, rating!, sender));
    expect(await ratingOf(one)).toBeUndefined();
    expect(world.stores.presses.held()).toEqual([]);
    expect(await bind()).toBe(true);
  });

  it('gives the claim up when somebody else rated the contact, and can mean the other', async () => {
    const { world, one, other, ratingOf, save, bind, rate } = await heldOne();
    await save({ claim: claimOf(other) });
    await rate(other);
    expect(await bind()).toBe(true);
    expect(await ratingOf(other)).toMatchObject({ level: 'satisfied' });
    expect(await ratingOf(one)).toMatchObject({ level: good.level, pad: { sequence: 1 } });
    expect(world.stores.presses.held()).toEqual([]);
  });

  it('is held again without a claim when everybody at the window is rated', async () => {
    const { world, one, other, save, bind, rate } = await heldOne();
    await save({ claim: claimOf(other) });
    await rate(one);
    await rate(other);
    expect(await bind()).toBe(false);
    const [held] = world.stores.presses.held();
    expect(held).toMatchObject({ sequence: 1, version: 3 });
    expect(held?.claim).toBeUndefined();
  });

  it('keeps its claim through every fault', async () => {
    const { world, save, bind } = await heldOne();
    const claim = claimOf(nextProjectNo());
    await save({ claim });
    await expect(bind()).rejects.toThrow('case_unknown');
    Object.assign(world.stores.cases, { find: () => Promise.reject(new Error('gone')) });
    await expect(bind()).rejects.toThrow('gone');
    expect(world.stores.presses.held()).toMatchObject([{ claim }]);
  });
});

describe('a press', () => {
  it('that another call claims at the same moment is bound to the contact of that call', async () => {
    const { world, integrator, press, one, other, ratingOf, bind, rate } = await heldOne();
    world.clock.advance(60 * 60_000);
    const third = await world.acceptedCase(integrator);
    await rate(one);
    const presses = { ...world.stores.presses };
    Object.assign(world.stores.presses, {
      save: async () => {
        Object.assign(world.stores.presses, presses);
        await presses.save({ ...press, claim: claimOf(third), version: press.version + 1 });
        return 'conflict';
      },
    });
    expect(await bind()).toBe(true);
    expect(await ratingOf(third)).toMatchObject({ pad: { sequence: 1 } });
    expect(await ratingOf(other)).toBeUndefined();
    expect(world.stores.presses.held()).toEqual([]);
  });

  it('that two persons settled is bound to nobody', async () => {
    const { world, one, other, ratingOf, save, bind, rate } = await heldOne();
    const at = world.clock.now();
    await save({ settled: { note: '无法归属', by: 'u1', confirmedBy: 'u2', at } });
    await rate(one);
    expect(await bind()).toBe(false);
    expect(await ratingOf(other)).toBeUndefined();
  });

  it('that was taken is bound, also when a new policy asks for a reason since', async () => {
    const level = 'basically_satisfied';
    const { one, other, ratingOf, bind, rate, rulebook } = await heldOne({ level });
    await rate(one);
    const rules = await rulebook.now();
    const policy = { ...rules.policy, badLevels: [...rules.policy.badLevels, level] as const };
    expect(await bind({ ...rulebook, now: async () => ({ ...rules, policy }) })).toBe(true);
    expect(await ratingOf(other)).toMatchObject({ level, tags: [], pad: { sequence: 1 } });
  });

  it('is encrypted for its pad', async () => {
    const { world, pad, press } = await heldOne();
    const words = await world.stores.keys.decrypt(press.sealed, `pad/${pad.accessKey}/press`);
    expect(JSON.parse(words)).toMatchObject(good);
  });
});

describe('a contact that a press can mean', () => {
  const known = sampleCase();
  const contact = { ...known.contacts[0]!, hall, window };
  const shown = { ...contact, projectNo: known.projectNo };
  const press = { hall, window, claimedAt: contact.at } as Press;

  it.each([
    ['is there', { ...known, contacts: [contact] }, 1],
    ['was in another hall', { ...known, contacts: [{ ...contact, hall: '330602-H2' }] }, 0],
    ['was at another window', { ...known, contacts: [{ ...contact, window: 'A04' }] }, 0],
    ['was at another time', { ...known, contacts: [{ ...contact, at: addMs(contact.at, 1) }] }, 0],
    ['was taken back', { ...known, contacts: [] }, 0],
    ['is of no case', undefined, 0],
  ])('is as its case says now: it %s', async (_what, now, count) => {
    const cases = { find: async () => now, contactsAt: async () => [shown] };
    const ratings = { find: async () => undefined };
    expect(await unratedFor(press, { cases, ratings })).toHaveLength(count);
  });
});
