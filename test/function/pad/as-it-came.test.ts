import { describe, expect, it } from 'vitest';

import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';
import { answerOf, collect, good, ratingOf, setUp, signed } from './pad-bench.ts';

const day = 24 * 60 * 60 * 1000;

describe('a rating of a pad is taken as it came', () => {
  it.each([
    ['1970', '1970-01-01T00:00:00+08:00'],
    ['no time', 'yesterday'],
    ['a number', 0],
    ['two years ahead', '2028-11-20T09:31:00+08:00'],
    ['the last second that a clock can show', '9999-12-31T23:59:59+08:00'],
    ['before the pad existed', '2026-11-19T09:31:00+08:00'],
  ])('with the time of the press marked when it states %s', async (_what, ratedAt) => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: 1, token: await nextToken(), ratedAt, ...good };
    const { stored, refused } = answerOf(await collect(world, pad, rating));
    expect(refused).toEqual([]);
    expect(await ratingOf(world, pad, 1)).toMatchObject({ claimImplausible: true });
    expect(answerOf(await collect(world, pad, rating)).repeats).toEqual(stored);
  });

  it('without a mark for a time that can be true, or for none', async () => {
    const { world, pad, nextToken } = await setUp();
    for (const [index, ratedAt] of ['2026-11-20T09:34:00+08:00', undefined].entries()) {
      const rating = { sequence: index + 1, token: await nextToken(), ratedAt, ...good };
      await collect(world, pad, rating);
      const kept = await ratingOf(world, pad, rating.sequence);
      expect([kept?.claimImplausible, kept?.bound]).toEqual([undefined, 'token']);
    }
  });

  it('with numbers as texts, texts as numbers, null, and what a newer pad knows', async () => {
    const { world, pad, nextToken } = await setUp();
    const rating = {
      sequence: '7',
      token: await nextToken(),
      level: 'satisfied',
      tags: [410],
      text: null,
      contactConsent: 'true',
      mood: 'bright',
    };
    const answer = answerOf(await collect(world, pad, rating));
    expect([answer.refused, answer.ignored, answer.highest]).toEqual([[], [7], 7]);
    expect(await ratingOf(world, pad, 7)).toMatchObject({
      tags: ['410'],
      contactConsent: true,
      pad: { sequence: 7 },
    });
  });

  it('with the press corrected by how far the clock of the pad is off', async () => {
    const { world, pad, nextToken } = await setUp();
    const [a, b] = [await nextToken(), await nextToken()];
    const behind = { clock: '2024-11-20T09:30:02+08:00' };
    const one = { sequence: 1, token: a, ratedAt: '2024-11-20T09:30:01+08:00', ...good };
    const body = { ratings: [one], ...behind };
    await signed(world, pad, 'POST /v1/pads/me/ratings', body);
    const corrected = { claimedAt: '2026-11-20T01:30:01.000Z' };
    expect(await ratingOf(world, pad, 1)).toMatchObject(corrected);
    expect(await ratingOf(world, pad, 1)).not.toHaveProperty('claimImplausible');
    const later = { ...one, sequence: 2, token: b };
    await collect(world, pad, later);
    expect(await ratingOf(world, pad, 2)).toMatchObject(corrected);
  });

  it.each(['__proto__', '__defineGetter__', 'constructor', 'toString'])(
    'with a member named %s, which is unknown as any other',
    async (name) => {
      const { world, pad, nextToken } = await setUp();
      const odd = { sequence: 1, token: await nextToken(), ...good };
      const text = JSON.stringify({ ratings: [odd] }).replace('}]', `,"${name}":1}]`);
      const raw = { by: pad, raw: text };
      const answer = answerOf(await world.call('POST /v1/pads/me/ratings', raw));
      expect(answer).toMatchObject({ refused: [], stored: [{ sequence: 1 }], ignored: [1] });
    },
  );

  it('while equal ones without a number are kept as many times as they came', async () => {
    const { world, pad } = await setUp();
    const [one, other] = [{ level: 'dissatisfied' }, { level: 'satisfied' }];
    const batch = [one, one, other, one];
    await collect(world, pad, ...batch);
    await collect(world, pad, ...batch);
    expect(world.stores.pads.refused.size).toBe(4);
  });

  it('while one far too large to be a rating is settled and kept in part', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const large = { sequence: 1, token, level: 'dissatisfied', text: '慢'.repeat(110_000) };
    const answer = answerOf(await collect(world, pad, large, { sequence: 2, token, ...good }));
    expect(answer.refused.map(({ sequence, code }) => [sequence, code])).toEqual([
      [1, 'invalid_input'],
    ]);
    expect([answer.stored.length, answer.missing, answer.highest]).toEqual([1, [], 2]);
    const [kept] = [...world.stores.pads.refused.values()];
    expect(kept?.cut).toBe(true);
    const text = await world.stores.keys.decrypt(
      kept?.sealed ?? '',
      `pad/${pad.accessKey}/refused`,
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100_000);
    expect(JSON.parse(text)).toMatchObject({ sequence: 1, text: '慢'.repeat(20_000) });
  });
});

describe('a batch sent again after its answer was lost', () => {
  const sent = { clock: '2026-11-20T09:29:40.500+08:00' };

  it.each([
    ['with a token', true],
    ['without one', false],
  ])('is a repeat whenever it arrives: %s', async (_what, hasToken) => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const one = { sequence: 1, ratedAt: '2026-11-20T09:29:35+08:00', ...good };
    const body = { ratings: [hasToken ? { ...one, token } : one], ...sent };
    const send = async () => answerOf(await signed(world, pad, 'POST /v1/pads/me/ratings', body));
    const first = await send();
    world.clock.advance(1500);
    const again = await send();
    expect([first.refused, again.refused]).toEqual([[], []]);
    expect(again.repeats).toEqual(first.stored);
    expect(again.held).toEqual(first.held);
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it('is a repeat also when the clock became known meanwhile', async () => {
    const { world, pad, nextToken } = await setUp();
    const at = '2026-11-20T09:29:35+08:00';
    const one = { sequence: 1, token: await nextToken(), ratedAt: at, ...good };
    const { stored } = answerOf(await collect(world, pad, one));
    await signed(world, pad, 'POST /v1/pads/me/heartbeat', { waiting: 1, ...sent });
    expect(answerOf(await collect(world, pad, one)).repeats).toEqual(stored);
  });

  it('is another rating when its stated time differs', async () => {
    const { world, pad } = await setUp();
    const one = { sequence: 1, ratedAt: '2026-11-20T09:29:35+08:00', ...good };
    await collect(world, pad, one);
    const other = { ...one, ratedAt: '2026-11-20T09:29:36+08:00' };
    const { refused } = answerOf(await collect(world, pad, other));
    expect(refused).toMatchObject([{ sequence: 1, code: 'sequence_taken' }]);
  });
});

const words = (text: string) => ({ level: 'dissatisfied', tags: ['209'], text });

describe('a damaged text', () => {
  const gbk = Buffer.from([0xba, 0xc3]);
  const bytesOf = (ratings: readonly object[]): Buffer => {
    const [before = '', after = ''] = JSON.stringify({ ratings }).split('GBK');
    return Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);
  };

  it.each([
    ['as text', true],
    ['as bytes', false],
  ])('holds up no other rating of its batch, and can be taken up: %s', async (_how, isText) => {
    const { world, pad, nextToken } = await setUp();
    const [a, b] = [await nextToken(), await nextToken()];
    const file = bytesOf([
      { sequence: 1, token: a, ...words('等了GBK久') },
      { sequence: 2, token: b, ...good },
    ]);
    const arrives = isText ? { arrivesAs: file.toString('utf8') } : {};
    const reply = await world.call('POST /v1/pads/me/ratings', { by: pad, file, ...arrives });
    const answer = answerOf(reply);
    expect(answer.stored).toMatchObject([{ sequence: 2 }]);
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'text_damaged' }]);
    expect(answer.highest).toBe(2);
    const [kept] = [...world.stores.pads.refused.values()];
    const path = { padId: pad.accessKey };
    const taken = await world.byTwo('POST /v1/pads/{padId}/take-up', {
      as: people.admin,
      path,
      body: { sequence: 1, mark: kept?.mark, reason: '原文有字符丢失' },
    });
    expect(taken).toMatchObject({ padId: pad.accessKey, sequence: 1 });
    expect(world.stores.memory.count('rating')).toBe(2);
  });

  it('that the resident wrote so is content', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const rating = { sequence: 1, token, ...words('服务\uFFFD差') };
    expect(answerOf(await collect(world, pad, rating)).stored).toMatchObject([{ sequence: 1 }]);
  });

  it('over JSON that it breaks is refused as a whole', async () => {
    const { world, pad } = await setUp();
    const file = Buffer.concat([Buffer.from('{"ratings":['), gbk]);
    const sent = { by: pad, file, arrivesAs: file.toString('utf8') };
    const reply = await world.call('POST /v1/pads/me/ratings', sent);
    expect(outcomeOf(reply)).toBe('400 not_utf8');
  });
});

describe('a link of another channel that a pad scans', () => {
  it('rates its contact, over the channel of the link', async () => {
    const { world, pad, integrator } = await setUp();
    const projectNo = await world.acceptedCase(integrator);
    const token = await world.token(integrator, projectNo, 'qr');
    await collect(world, pad, { sequence: 1, token, ...good });
    const key = { projectNo, serviceNumber: 1, assessNumber: 1 } as const;
    expect(await world.stores.ratings.find(key)).toMatchObject({
      channel: 'qr',
      proof: 'token',
      bound: 'token',
      issuer: (await world.stores.integrators.find(integrator.accessKey))?.issuer,
      pad: { id: pad.accessKey, sequence: 1 },
    });
  });

  it('counts while it was valid at the press, and not when it was pressed later', async () => {
    const { world, pad, integrator } = await setUp();
    const projectNo = await world.acceptedCase(integrator);
    const token = await world.token(integrator, projectNo, 'terminal');
    world.clock.advance(3 * day);
    const at = (ratedAt: string) => ({ token, ratedAt, ...good });
    const answer = answerOf(
      await collect(
        world,
        pad,
        { sequence: 1, ...at('2026-11-22T09:31:00+08:00') },
        { sequence: 2, ...at('2026-11-20T09:31:00+08:00') },
      ),
    );
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'token_expired' }]);
    expect(answer.stored).toMatchObject([{ sequence: 2 }]);
  });

  it.each([
    ['cannot be true', '2026-11-19T09:31:00+08:00'],
    ['nobody states', undefined],
  ])('does not count any more by a press at a time that %s', async (_what, ratedAt) => {
    const { world, pad, integrator } = await setUp();
    const token = await world.token(integrator, await world.acceptedCase(integrator), 'terminal');
    world.clock.advance(3 * day);
    const answer = answerOf(await collect(world, pad, { sequence: 1, token, ratedAt, ...good }));
    expect(answer.refused).toMatchObject([{ sequence: 1, code: 'token_expired' }]);
  });

  it('is never refused for a fault of the service as it is read', async () => {
    const { world, pad, nextToken } = await setUp();
    const rating = { sequence: 1, token: await nextToken(), ...good };
    const keys = { ...world.stores.keys };
    Object.assign(world.stores.keys, {
      key: (purpose: 'token') =>
        purpose === 'token' ? Promise.reject(new Error('no key')) : keys.key(purpose),
    });
    expect(outcomeOf(await collect(world, pad, rating))).toBe('500 fault');
    expect(world.stores.pads.refused.size).toBe(0);
    Object.assign(world.stores.keys, keys);
    expect(answerOf(await collect(world, pad, rating)).stored).toEqual([{ sequence: 1 }]);
  });
});

describe('the counter of a pad', () => {
  it('that goes back is a conflict with a name, kept and shown', async () => {
    const { world, pad, nextToken } = await setUp();
    const [a, b] = [await nextToken(), await nextToken()];
    await collect(world, pad, { sequence: 4, token: a, ...good });
    const answer = answerOf(await collect(world, pad, { sequence: 4, token: b, ...good }));
    expect(answer.refused).toMatchObject([{ sequence: 4, code: 'sequence_taken' }]);
    expect(allProblems['sequence_taken']?.zh[1]).toContain('highest');
    expect(world.stores.memory.count('rating')).toBe(1);
    const reply = await world.call('GET /v1/oversight/pads', { as: people.supervisor });
    expect(bodyOf<{ pads: unknown[] }>(reply).pads).toMatchObject([
      { counterWentBack: { count: 1, lowest: 4 } },
    ]);
  });

  it('goes on behind the highest number, which a heartbeat answers', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 4, token: await nextToken(), ...good });
    const beat = { waiting: 0, clock: '2026-11-20T09:31:00+08:00', battery: 80 };
    const reply = await signed(world, pad, 'POST /v1/pads/me/heartbeat', beat);
    expect(bodyOf(reply)).toMatchObject({ highest: 4, missing: [[1, 3]] });
  });
});

describe('a clock that differs too much', () => {
  it('is told the time of the server', async () => {
    const world = newWorld();
    const by = await world.pad();
    const late = { by, skewMs: 120_000 };
    const reply = await world.call('GET /v1/pads/me/current', late);
    expect(outcomeOf(reply)).toBe('401 clock_skew');
    expect(bodyOf(reply)).toMatchObject({ serverTime: '2026-11-20T09:30:00.000+08:00' });
  });
});
