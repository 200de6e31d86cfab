import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { addMs } from '../../../shared/domain/time/instant.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';
import { answerOf, collect, good, setUp } from './pad-bench.ts';

const minute = 60_000;
const route = 'POST /v1/pads/{padId}/take-up';
const reason = '断网期间的评价，经核对';
const admin: Person = people.admin;

const propose = (world: World, padId: string, body: object, as = admin) =>
  world.call(route, { as, path: { padId }, body: { reason, ...body }, nonce: randomUUID() });

const confirm = (world: World, id: string, as: { id: string } = people.secondAdmin) =>
  world.call('POST /v1/approvals/{id}/confirm', {
    as: { ...people.secondAdmin, ...as },
    path: { id },
    body: {},
  });

const proposed = async (world: World, padId: string, body: object): Promise<string> =>
  bodyOf<{ approvalId: string }>(await propose(world, padId, body)).approvalId;

/** A pad that sent something which was refused. */
const refusing = async (rating: object) => {
  const bench = await setUp();
  const { world, pad, integrator } = bench;
  const projectNo = await world.acceptedCase(integrator);
  const { contact } = bodyOf<{ contact: { token: string } }>(
    await world.call('GET /v1/pads/me/current', { by: pad }),
  );
  await collect(world, pad, { sequence: 1, token: contact.token, ...rating });
  const [refused] = [...world.stores.pads.refused.values()];
  const ratingNow = () =>
    world.stores.ratings.find({ projectNo, serviceNumber: 1, assessNumber: 1 });
  return { ...bench, projectNo, padId: pad.accessKey, mark: refused?.mark ?? '', ratingNow };
};

describe('a refused rating', () => {
  it('is taken up by two persons as the resident made it, with its ticket from then on', async () => {
    const bad = { level: 'very_dissatisfied', tags: ['510', '999'], text: ' 太慢了 ' };
    const { world, padId, mark, ratingNow, projectNo } = await refusing(bad);
    const id = await proposed(world, padId, { sequence: 1, mark });
    expect(await ratingNow()).toBeUndefined();
    expect(outcomeOf(await confirm(world, id, { id: admin.id }))).toBe('403 same_person');
    world.clock.advance(3 * 24 * 60 * minute);
    const done = await confirm(world, id);
    expect(bodyOf(done)).toMatchObject({ result: { padId, sequence: 1, projectNo } });
    const rating = await ratingNow();
    expect(rating).toMatchObject({
      level: 'very_dissatisfied',
      tags: ['510', '999'],
      bound: 'token',
      takenUp: { by: 'u-admin', confirmedBy: 'u-admin-2' },
      receivedAt: world.clock.now(),
    });
    const place = `rating/${projectNo}/1`;
    expect(await world.stores.keys.decrypt(rating?.sealedText ?? '', place)).toBe(' 太慢了 ');
    expect(await world.stores.tickets.find(`${projectNo}-1`)).toMatchObject({
      openedAt: world.clock.now(),
    });
    const again = await propose(world, padId, { sequence: 1, mark });
    expect(outcomeOf(again)).toBe('409 refused_taken_up');
    const file = await world.call('GET /v1/oversight/pads/{padId}', {
      as: people.supervisor,
      path: { padId },
    });
    expect(bodyOf(file)).toMatchObject({ refusals: [{ takenUp: { projectNo, by: 'u-admin' } }] });
  });

  it('keeps the contact of its token, whatever the persons name', async () => {
    const { world, padId, mark, integrator } = await refusing({ level: 'dissatisfied' });
    const other = await world.acceptedCase(integrator);
    const named = { sequence: 1, mark, projectNo: other, serviceNumber: 1 };
    expect(outcomeOf(await propose(world, padId, named))).toBe('409 token_of_other_contact');
  });

  it('is superseded when its contact was rated meanwhile, which stays', async () => {
    const { world, padId, mark, ratingNow, integrator, projectNo } = await refusing({
      level: 'dissatisfied',
    });
    const id = await proposed(world, padId, { sequence: 1, mark });
    const token = await world.token(integrator, projectNo);
    await world.call('POST /v1/ratings', { body: { token, ...good } });
    expect(outcomeOf(await confirm(world, id))).toBe('409 approval_superseded');
    expect(await ratingNow()).toMatchObject({ channel: 'qr' });
    expect([...world.stores.pads.refused.values()][0]).not.toHaveProperty('takenUp');
    expect(outcomeOf(await propose(world, padId, { sequence: 1, mark }))).toBe('409 already_rated');
  });

  it('that has no token is given a contact of the window, once', async () => {
    const bench = await setUp();
    const { world, pad, integrator } = bench;
    await collect(world, pad, { sequence: 1, token: 'broken', ...good });
    const [refused] = [...world.stores.pads.refused.values()];
    const kept = { sequence: 1, mark: refused?.mark ?? '' };
    const [a, b] = [await world.acceptedCase(integrator), await world.acceptedCase(integrator)];
    const padId = pad.accessKey;
    expect(outcomeOf(await propose(world, padId, kept))).toBe('422 contact_missing');
    const first = await proposed(world, padId, { ...kept, projectNo: a, serviceNumber: 1 });
    const second = await proposed(world, padId, { ...kept, projectNo: b, serviceNumber: 1 });
    const outcomes = await Promise.all([confirm(world, first), confirm(world, second)]);
    expect(outcomes.map(outcomeOf).toSorted()).toEqual(['200', '409 approval_superseded']);
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it.each<[string, object, object]>([
    ['tags', { tags: { a: 1 } }, { tags: [], doubts: [{ code: 'unreadable_indicator' }] }],
    ['one tag alone', { tags: '209' }, { tags: ['209'] }],
    ['the words', { text: [5] }, { doubts: [{ code: 'words_in_other_form' }] }],
    ['a level', { level: ['dissatisfied'] }, {}],
    ['damaged words', { text: '前\ud83d后' }, { doubts: [{ code: 'words_damaged' }] }],
    [
      'a consent',
      { contactConsent: '是' },
      { doubts: [{ code: 'consent_unreadable', sent: '是' }] },
    ],
    ['many equal tags', { tags: Array(11).fill('209') }, { tags: ['209'] }],
  ])('of odd %s is taken up with its level, and marked', async (_what, odd, stored) => {
    const bad = { level: 'dissatisfied', tags: ['209'], ...odd };
    const { world, padId, mark, ratingNow } = await refusing(bad);
    await confirm(world, await proposed(world, padId, { sequence: 1, mark }));
    const rating = await ratingNow();
    expect(rating).toMatchObject({ level: 'dissatisfied', contactConsent: false, ...stored });
  });

  it('keeps its time by the clock that the pad had as it arrived', async () => {
    const { world, pad, nextToken } = await setUp();
    const [token, padId] = [await nextToken(), pad.accessKey];
    const odd = { sequence: 1, token, level: 'satisfied', tags: {} };
    const clock = '2026-11-20T07:30:01+08:00';
    const body = { clock, ratings: [{ ...odd, ratedAt: '2026-11-20T07:30:00+08:00' }] };
    const reply = await world.call('POST /v1/pads/me/ratings', { by: pad, body, nonce: 'n1' });
    expect(answerOf(reply).refused[0]?.detail).toContain('无须重新发送');
    const beat = { waiting: 0, clock: '2026-11-20T09:30:01+08:00' };
    await world.call('POST /v1/pads/me/heartbeat', { by: pad, body: beat, nonce: 'n2' });
    const [refused] = [...world.stores.pads.refused.values()];
    await confirm(world, await proposed(world, padId, { sequence: 1, mark: refused?.mark ?? '' }));
    const [ended] = [...world.stores.pads.refused.values()];
    const projectNo = ended?.takenUp?.projectNo ?? '';
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    const rating = await world.stores.ratings.find(key);
    expect(rating).toMatchObject({ claimedAt: '2026-11-20T01:30:00.000Z' });
    expect(rating).not.toHaveProperty('claimImplausible');
  });

  it('that says no level, or is not kept, cannot be taken up', async () => {
    const { world, padId, mark } = await refusing({ level: 'splendid' });
    const unreadable = await propose(world, padId, { sequence: 1, mark });
    expect(outcomeOf(unreadable)).toBe('422 refused_unreadable');
    const none = await propose(world, padId, { sequence: 2, mark: 'none' });
    expect(outcomeOf(none)).toBe('404 kept_rating_unknown');
    const elsewhere = { ...people.admin, area: '330683' };
    const reply = await propose(world, padId, { sequence: 1, mark }, elsewhere);
    expect(outcomeOf(reply)).toBe('404 pad_unknown');
  });
});

describe('what was pressed without a token', () => {
  it('is listed with the contacts it can mean, and bound by two persons to one', async () => {
    const { world, pad, integrator } = await setUp();
    const [a, b] = [await world.acceptedCase(integrator), await world.acceptedCase(integrator)];
    world.clock.advance(minute);
    const ratedAt = addMs(fridayMorning, 30_000);
    const bad = { level: 'dissatisfied', tags: ['209'], ratedAt };
    expect(answerOf(await collect(world, pad, { sequence: 1, ...bad })).held).toEqual([
      { sequence: 1, bound: false },
    ]);
    const list = await world.call('GET /v1/oversight/presses', { as: people.supervisor });
    const candidates = [{ projectNo: a }, { projectNo: b }].toSorted((x, y) =>
      x.projectNo < y.projectNo ? -1 : 1,
    );
    const pads = bodyOf<{ presses: unknown[] }>(list).presses;
    expect(pads).toMatchObject([{ sequence: 1, needsPerson: false, candidates }]);
    expect(JSON.stringify(pads)).not.toMatch(/dissatisfied|"209"/u);
    const padId = pad.accessKey;
    const named = { sequence: 1, projectNo: b, serviceNumber: 1 };
    const id = await proposed(world, padId, named);
    expect(outcomeOf(await confirm(world, id))).toBe('200');
    const key = { projectNo: b, serviceNumber: 1, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toMatchObject({
      bound: 'persons',
      level: 'dissatisfied',
      takenUp: { by: 'u-admin', confirmedBy: 'u-admin-2' },
    });
    expect(world.stores.presses.held()).toEqual([]);
    expect(outcomeOf(await propose(world, padId, named))).toBe('404 kept_rating_unknown');
  });

  it('is bound to no contact of another window', async () => {
    const { world, pad, integrator } = await setUp();
    const other = await world.pad({ hall: '330602-H1', window: 'B07' });
    const projectNo = await world.acceptedCase(integrator);
    await collect(world, other, { sequence: 1, ...good });
    const named = { sequence: 1, projectNo, serviceNumber: 1 };
    const reply = await propose(world, other.accessKey, named);
    expect(outcomeOf(reply)).toBe('422 contact_elsewhere');
    expect(outcomeOf(await propose(world, pad.accessKey, named))).toBe('404 kept_rating_unknown');
  });

  it('tells nothing about a case out of reach', async () => {
    const { world, pad, integrator } = await setUp();
    await collect(world, pad, { sequence: 1, ...good });
    const away = nextProjectNo();
    const event = acceptedEvent({ projectNo: away, at: fridayMorning });
    const header = { ...event.header, area: '330603' };
    const body = { events: [{ ...event, header }] };
    await world.call('POST /v1/cases', { by: integrator, body, nonce: randomUUID() });
    const near = await world.acceptedCase(integrator);
    const county = { ...admin, area: '330602' };
    const told = async (projectNo: string, serviceNumber: number) => {
      const named = { sequence: 1, projectNo, serviceNumber };
      return outcomeOf(await propose(world, pad.accessKey, named, county));
    };
    expect(await world.stores.cases.find(away)).toBeDefined();
    expect([await told(away, 1), await told(away, 9), await told(nextProjectNo(), 1)]).toEqual(
      Array.from({ length: 3 }, () => '404 case_unknown'),
    );
    expect(await told(near, 9)).toBe('404 contact_unknown');
  });

  it('is superseded when the contact was moved to another window', async () => {
    const { world, pad, integrator } = await setUp();
    const [a] = [await world.acceptedCase(integrator), await world.acceptedCase(integrator)];
    await collect(world, pad, { sequence: 1, ...good });
    const id = await proposed(world, pad.accessKey, {
      sequence: 1,
      projectNo: a,
      serviceNumber: 1,
    });
    const known = await world.stores.cases.find(a);
    if (known === undefined) throw new Error('it was accepted');
    const contacts = known.contacts.map((contact) => ({ ...contact, window: 'B07' }));
    await world.stores.cases.save({ ...known, contacts, version: known.version + 1 });
    expect(outcomeOf(await confirm(world, id))).toBe('409 approval_superseded');
    expect(world.stores.memory.count('rating')).toBe(0);
  });
});
