/** What a pad sent and two persons take up: nothing of it is lost, and they state a level that cannot be read. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { Reply } from '../reply.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { answerOf, collect, setUp } from './pad-bench.ts';

/** Too deep to be written by `JSON.stringify`. */
const nested = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

const refusing = async (rating: object) => {
  const bench = await setUp();
  const { world, pad, nextToken, integrator } = bench;
  const token = await nextToken();
  const ratings = JSON.stringify([{ sequence: 1, token, ...rating }]);
  const raw = `{"ratings":${ratings.replace('"nested"', nested)}}`;
  const reply = await world.call('POST /v1/pads/me/ratings', { by: pad, raw, nonce: 'n' });
  expect(answerOf(reply).refused).toHaveLength(1);
  const [kept] = [...world.stores.pads.refused.values()];
  const path = { padId: pad.accessKey };
  const propose = (more: object): Promise<Reply> =>
    world.call('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path,
      body: { sequence: 1, mark: kept?.mark, reason: '经核对，经核对属实', ...more },
      nonce: randomUUID(),
    });
  /** Returns the rating with its words, after the second person. */
  const takenUp = async (more: object = {}) => {
    const { approvalId } = bodyOf<{ approvalId: string }>(await propose(more));
    const confirm = { as: people.secondAdmin, path: { id: approvalId }, body: {} };
    const done = await world.call('POST /v1/approvals/{id}/confirm', confirm);
    const { projectNo } = bodyOf<{ result: { projectNo: string } }>(done).result;
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    const rating = await world.stores.ratings.find(key);
    const sealed = rating?.sealedText;
    const words = sealed && (await world.stores.keys.decrypt(sealed, `rating/${projectNo}/1`));
    return { rating, words };
  };
  return { world, integrator, propose, takenUp };
};

const text = '等了一上午';

describe('a refused rating whose level cannot be read', () => {
  it.each<[unknown, string | undefined]>([
    [1, '1'],
    ['5', '5'],
    ['不滿意', '不滿意'],
    [{ code: 'dissatisfied' }, 'object'],
  ])('is taken up with the level that two persons state: %j', async (level, sent) => {
    const { propose, takenUp } = await refusing({ level, text });
    expect(outcomeOf(await propose({}))).toBe('422 refused_unreadable');
    const { rating, words } = await takenUp({ level: 'dissatisfied' });
    expect(words).toBe(text);
    const doubts = [{ code: 'level_stated', sent }];
    expect(rating).toMatchObject({ level: 'dissatisfied', doubts });
  });

  it('has no other level than its own where that can be read', async () => {
    const { propose, takenUp } = await refusing({ level: ['dissatisfied'], text });
    expect(outcomeOf(await propose({ level: 'satisfied' }))).toBe('422 level_readable');
    expect((await takenUp()).rating).toMatchObject({ level: 'dissatisfied' });
  });
});

describe('a refused rating with more than a rating can be', () => {
  it.each<[string, object, string | undefined, object]>([
    ['a large member', { text, screenshot: 'x'.repeat(150_000) }, text, {}],
    ['a nested member', { text, picture: 'nested' }, text, {}],
    [
      'long words',
      { text: '慢'.repeat(100_000) },
      '慢'.repeat(20_000),
      { doubts: [{ code: 'words_cut' }] },
    ],
    ['words in two languages', { text: { zh: text, en: 'slow' } }, `${text}\nslow`, {}],
    ['a list of words', { text: ['慢', '乱'] }, '慢\n乱', {}],
  ])('is taken up with what it says: %s', async (_what, more, words, stored) => {
    // The tag is none, so the rating is refused in any case.
    const { takenUp } = await refusing({ level: 'dissatisfied', tags: ['999'], ...more });
    const taken = await takenUp();
    expect(taken.words).toBe(words);
    expect(taken.rating).toMatchObject({ level: 'dissatisfied', tags: ['999'], ...stored });
  });
});

describe('a refused rating without a number', () => {
  const bad = { level: 'very_dissatisfied', tags: ['101'], sequence: null };

  it.each(['null', 'nothing'])(
    'is taken up by its mark, as it is listed, with %s',
    async (form) => {
      const { integrator, world, takenUp } = await refusing(bad);
      expect(
        (await takenUp({ sequence: form === 'null' ? null : undefined })).rating,
      ).toMatchObject({
        tags: ['101'],
      });
      expect(await world.acceptedCase(integrator)).toBeDefined();
    },
  );

  it('is listed for each batch, and once for the same batch again', async () => {
    const { world, pad } = await setUp();
    const count = () => world.stores.pads.refused.size;
    await collect(world, pad, bad, bad);
    expect(count()).toBe(2);
    await collect(world, pad, bad, bad);
    expect(count()).toBe(2);
    await collect(world, pad, bad);
    expect(count()).toBe(3);
  });
});
