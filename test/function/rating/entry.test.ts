import { describe, expect, it } from 'vitest';

import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { bodyOf, fridayMorning, newWorld, outcomeOf, people } from '../world.ts';
import type { World } from '../world.ts';

const hotline = {
  serviceNumber: 1,
  channel: 'hotline',
  record: '12345-20261120-0001',
  level: 'dissatisfied',
  tags: ['209'],
  text: '办理太慢',
  contactConsent: true,
};
const paper = { ...hotline, channel: 'paper', record: '表-0001' };

const setUp = async () => {
  const world = newWorld();
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  return { world, key, projectNo };
};

const enter = (world: World, as: Person, body: object): Promise<Reply> =>
  world.call('POST /v1/entries', { as, body });

const confirm = (world: World, as: Person, id: string, body: object = {}): Promise<Reply> =>
  world.call('POST /v1/entries/{id}/confirm', { as, path: { id }, body });

const idOf = (reply: Reply): string => bodyOf<{ id: string }>(reply).id;

describe.each([
  ['hotline', hotline, people.operator, people.secondOperator],
  ['paper', paper, people.clerk, people.secondClerk],
])('a rating written down from %s', (channel, said, first, second) => {
  it('is none until a second person has compared it', async () => {
    const { world, projectNo } = await setUp();
    const entered = await enter(world, first, { projectNo, ...said });
    expect([outcomeOf(entered), bodyOf<{ state: string }>(entered).state]).toEqual([
      '202',
      'awaiting',
    ]);
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toBeUndefined();

    const confirmed = await confirm(world, second, idOf(entered));
    expect(outcomeOf(confirmed)).toBe('201');
    const rating = await world.stores.ratings.find(key);
    expect(rating).toMatchObject({
      channel,
      proof: 'staff_entered',
      enteredBy: { staff: first.id, entry: idOf(entered), checkedBy: second.id },
    });
    const place = `rating/${projectNo}/1`;
    expect(await world.stores.keys.decrypt(rating?.sealedText ?? '', place)).toBe('办理太慢');
    expect(world.stores.memory.count('ticket')).toBe(1);
  });

  it('is never confirmed by whoever wrote it down', async () => {
    const { world, projectNo } = await setUp();
    const entered = await enter(world, first, { projectNo, ...said });
    const before = world.stores.memory.writes();
    const outcomes = [
      await confirm(world, first, idOf(entered)),
      await confirm(world, first, idOf(entered), { matches: false }),
    ].map(outcomeOf);
    expect(outcomes).toEqual(['403 same_person', '403 same_person']);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('confirmed again finds the same rating, and its receipt is given to no staff', async () => {
    const { world, projectNo } = await setUp();
    const id = idOf(await enter(world, first, { projectNo, ...said }));
    const once = await confirm(world, second, id);
    const before = world.stores.memory.writes();
    const again = await confirm(world, second, id);
    expect([outcomeOf(once), outcomeOf(again)]).toEqual(['201', '200']);
    expect(again.body).toEqual({ ...bodyOf<object>(once), repeated: true });
    expect(JSON.stringify([once.body, again.body])).not.toMatch(/receipt|\d{21}-1-/);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('that does not match is rejected for good', async () => {
    const { world, projectNo } = await setUp();
    const id = idOf(await enter(world, first, { projectNo, ...said }));
    const rejected = await confirm(world, second, id, { matches: false });
    expect(rejected.body).toEqual({ id, state: 'rejected' });
    expect(outcomeOf(await confirm(world, second, id))).toBe('409 entry_settled');
    expect(world.stores.memory.count('rating')).toBe(0);
  });
});

describe('an entry that two people rule on at once', () => {
  it('is a rating or rejected, never both', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { world, projectNo } = await setUp();
      const id = idOf(await enter(world, people.operator, { projectNo, ...hotline }));
      const outcomes = await Promise.all([
        confirm(world, people.secondOperator, id),
        confirm(world, people.secondOperator, id, { matches: false }),
      ]);
      const entry = await world.stores.entries.find(id);
      const rated = world.stores.memory.count('rating') === 1;
      expect(entry?.state).toBe(rated ? 'confirmed' : 'rejected');
      expect(outcomes.filter(({ status }) => status < 300)).toHaveLength(1);
    }
  });

  it('ends where the resident has rated otherwise in the meantime', async () => {
    const { world, key, projectNo } = await setUp();
    const id = idOf(await enter(world, people.operator, { projectNo, ...hotline }));
    const token = await world.token(key, projectNo);
    const own = { token, level: 'very_satisfied' };
    expect(outcomeOf(await world.call('POST /v1/ratings', { body: own }))).toBe('201');
    expect(outcomeOf(await confirm(world, people.secondOperator, id))).toBe('409 already_rated');
    expect((await world.stores.entries.find(id))?.state).toBe('rejected');
  });
});

describe('an entry with the words of the resident’s own rating', () => {
  it('is rejected like any other', async () => {
    const { world, key, projectNo } = await setUp();
    const id = idOf(await enter(world, people.operator, { projectNo, ...hotline }));
    const token = await world.token(key, projectNo);
    const { level, tags, text } = hotline;
    const own = { token, level, tags, text };
    expect(outcomeOf(await world.call('POST /v1/ratings', { body: own }))).toBe('201');
    expect(outcomeOf(await confirm(world, people.secondOperator, id))).toBe('409 already_rated');
  });
});

describe('an entry that is agreed, and not yet a rating', () => {
  it('answers the same again as one that awaits its second person', async () => {
    const { world, projectNo } = await setUp();
    const id = idOf(await enter(world, people.operator, { projectNo, ...hotline }));
    const entry = await world.stores.entries.find(id);
    if (entry === undefined) throw new Error('the entry is not stored');
    await world.stores.entries.save({ ...entry, state: 'agreed', version: entry.version + 1 });
    const again = await enter(world, people.operator, { projectNo, ...hotline });
    expect(again.body).toEqual({ id, state: 'awaiting' });
  });
});

describe('an entry that was mistyped', () => {
  it('is rejected by the second person and entered again, correctly', async () => {
    const { world, projectNo } = await setUp();
    const typo = { projectNo, ...hotline, level: 'very_satisfied', tags: [] };
    const id = idOf(await enter(world, people.operator, typo));
    await confirm(world, people.secondOperator, id, { matches: false });
    const anew = await enter(world, people.operator, { projectNo, ...hotline });
    expect([idOf(anew), bodyOf<{ state: string }>(anew).state]).toEqual([id, 'awaiting']);
    expect(outcomeOf(await confirm(world, people.secondOperator, id))).toBe('201');
    expect(world.stores.memory.count('ticket')).toBe(1);
  });
});

describe('one record', () => {
  it('is entered once: the same again is the same entry, anything else is refused', async () => {
    const { world, key, projectNo } = await setUp();
    const other = await world.acceptedCase(key);
    const first = await enter(world, people.operator, { projectNo, ...hotline });
    const before = world.stores.memory.writes();
    const again = await enter(world, people.operator, { projectNo, ...hotline });
    expect(idOf(again)).toBe(idOf(first));
    const outcomes = [
      await enter(world, people.operator, { projectNo: other, ...hotline }),
      await enter(world, people.operator, { projectNo, ...hotline, text: '很好' }),
      await enter(world, people.secondOperator, { projectNo, ...hotline }),
    ].map(outcomeOf);
    expect(outcomes).toEqual(outcomes.map(() => '409 record_taken'));
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('of paper and of the hotline may carry the same number', async () => {
    const { world, key, projectNo } = await setUp();
    const other = await world.acceptedCase(key);
    const record = '0001';
    await enter(world, people.operator, { projectNo, ...hotline, record });
    const reply = await enter(world, people.clerk, { projectNo: other, ...paper, record });
    expect(outcomeOf(reply)).toBe('202');
  });
});

describe('who may enter and check', () => {
  it('a hotline rating only operators, a paper one only clerks', async () => {
    const { world, projectNo } = await setUp();
    const before = world.stores.memory.writes();
    const outcomes = [
      await enter(world, people.clerk, { projectNo, ...hotline }),
      await enter(world, people.operator, { projectNo, ...paper }),
      await enter(world, people.handler, { projectNo, ...paper }),
    ].map(outcomeOf);
    expect(outcomes).toEqual(outcomes.map(() => '403 role_missing'));
    expect(world.stores.memory.writes()).toBe(before);
    const id = idOf(await enter(world, people.clerk, { projectNo, ...paper }));
    expect(outcomeOf(await confirm(world, people.operator, id))).toBe('403 role_missing');
  });

  it('a clerk only in the own area', async () => {
    const { world, projectNo } = await setUp();
    const stranger = { ...people.clerk, id: 'u-clerk-9', area: '330681' };
    expect(outcomeOf(await enter(world, stranger, { projectNo, ...paper }))).toBe(
      '404 case_unknown',
    );
    // No word about its contacts either, in which the case would show.
    const none = { projectNo, ...paper, serviceNumber: 9 };
    const unknown = { ...none, projectNo: nextProjectNo() };
    expect(await enter(world, stranger, none)).toEqual(await enter(world, stranger, unknown));
    const id = idOf(await enter(world, people.clerk, { projectNo, ...paper }));
    expect(outcomeOf(await confirm(world, stranger, id))).toBe('404 entry_unknown');
    const list = (as: Person, query?: Record<string, string>) =>
      world.call('GET /v1/entries', query === undefined ? { as } : { as, query });
    expect(outcomeOf(await list(stranger, { area: '330602' }))).toBe('404 out_of_scope');
    expect((await list(stranger)).body).toEqual({ entries: [], cursor: null });
    expect((await list(people.secondClerk)).body).toMatchObject({
      entries: [{ id, text: '办理太慢', enteredBy: people.clerk.id }],
    });
  });

  it('leaves the list once it is settled', async () => {
    const { world, projectNo } = await setUp();
    const id = idOf(await enter(world, people.clerk, { projectNo, ...paper }));
    await confirm(world, people.secondClerk, id);
    const list = await world.call('GET /v1/entries', { as: people.secondClerk });
    expect(list.body).toEqual({ entries: [], cursor: null });
  });
});

describe('what is wrong at once is told at once', () => {
  it.each([
    ['a bad rating without reason', { tags: [], text: '' }, '422 reason_missing'],
    ['a retired indicator', { tags: ['203'] }, '422 retired_indicator'],
    ['a contact that does not exist', { serviceNumber: 9 }, '404 contact_unknown'],
    ['a case that does not exist', { projectNo: '330602260101999999999' }, '404 case_unknown'],
    ['a channel of its own', { channel: 'pad' }, '400 invalid_input'],
  ])('%s', async (_name, change, outcome) => {
    const { world, projectNo } = await setUp();
    const before = world.stores.memory.writes();
    const reply = await enter(world, people.operator, { projectNo, ...hotline, ...change });
    expect(outcomeOf(reply)).toBe(outcome);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('and a contact the resident has rated meanwhile stays as it was rated', async () => {
    const { world, key, projectNo } = await setUp();
    const id = idOf(await enter(world, people.operator, { projectNo, ...hotline }));
    const token = await world.token(key, projectNo);
    await world.call('POST /v1/ratings', { body: { token, level: 'satisfied' } });
    expect(outcomeOf(await confirm(world, people.secondOperator, id))).toBe('409 already_rated');
    expect(outcomeOf(await confirm(world, people.secondOperator, 'no-such-entry'))).toBe(
      '404 entry_unknown',
    );
  });
});

describe('an entry whose case has left the area', () => {
  it('is confirmed by nobody who does not reach it, and can be rejected', async () => {
    const { world, key, projectNo } = await setUp();
    const entered = await enter(world, people.clerk, { projectNo, ...paper });
    const { header } = acceptedEvent({ projectNo, at: fridayMorning });
    const corrected = await world.call('POST /v1/cases/{projectNo}/correction', {
      by: key,
      path: { projectNo },
      body: { header: { ...header, area: '330603' }, reason: '区域有误' },
    });
    expect(outcomeOf(corrected)).toBe('200');
    const id = idOf(entered);
    const refused = await confirm(world, people.secondClerk, id);
    expect(outcomeOf(refused)).toBe('409 entry_case_moved');
    expect(world.stores.memory.count('rating')).toBe(0);
    const rejected = await confirm(world, people.secondClerk, id, { matches: false });
    expect(rejected.body).toMatchObject({ state: 'rejected' });
  });
});
