import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { claimsAnHour } from '../../../shared/domain/pad/claim.ts';
import { claimCodeOf } from '../../../shared/http/pad/claim-check.ts';
import type { Key } from '../request.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import type { newWorld } from '../world.ts';
import type { World } from '../world.ts';
import { collect, currentToken, good, setUp } from './pad-bench.ts';

const phone = 'the-phone-of-one-resident';
const other = 'the-phone-of-another-one';

const poor = { level: 'dissatisfied', tags: ['209'] };
const day = 24 * 60 * 60_000;

interface Claimed {
  readonly arrived: boolean;
  readonly receipt?: string;
}

const codeOf = async (
  { stores }: ReturnType<typeof newWorld>,
  pad: Key,
  sequence: number,
): Promise<string> => {
  const padNumber = await stores.issuers.numberOf({ of: 'pad', id: pad.accessKey });
  return claimCodeOf({ padNumber, sequence }, pad.secret);
};

const claim = (world: World, code: string, clientRef = phone) =>
  world.call('POST /v1/receipts/claim', { body: { code, clientRef } });

const refused = '404 claim_refused';

describe('the receipt of a rating on a pad', () => {
  it('is claimed on the phone that showed the code first, and follows the rating', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...poor });
    const code = await codeOf(world, pad, 1);
    const reply = await claim(world, code.toLowerCase());
    const { receipt = '' } = bodyOf<Claimed>(reply);
    expect(reply.body).toEqual({ arrived: true, receipt: expect.stringMatching(/^\d{21}-1-/) });
    const seen = await world.call('GET /v1/receipts/{receipt}', { path: { receipt } });
    expect(seen.body).toMatchObject({ rating: { proof: 'pad' }, ticket: { state: 'open' } });
    expect(outcomeOf(await claim(world, code, other))).toBe(refused);
    world.clock.advance(400 * day);
    expect((await claim(world, code)).body).toEqual({ arrived: true, receipt });
  });

  it('waits for its phone while the pad is offline', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    const code = await codeOf(world, pad, 1);
    expect((await claim(world, code)).body).toEqual({ arrived: false });
    expect(outcomeOf(await claim(world, code, other))).toBe(refused);
    world.clock.advance(9 * day);
    await collect(world, pad, { sequence: 1, token, ...good });
    expect((await claim(world, code)).body).toMatchObject({ arrived: true });
    expect(outcomeOf(await claim(world, code, other))).toBe(refused);
  });

  it('is bound to one of two phones at once', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...good });
    const code = await codeOf(world, pad, 1);
    const replies = await Promise.all([claim(world, code), claim(world, code, other)]);
    expect(replies.map(outcomeOf).toSorted()).toEqual(['200', refused]);
  });

  it('is bound no later than 24 hours after it arrived', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    world.clock.advance(3 * day);
    await collect(world, pad, { sequence: 1, token, ...good });
    world.clock.advance(day + 1);
    expect(outcomeOf(await claim(world, await codeOf(world, pad, 1)))).toBe(refused);
  });

  it('is that of a press without token, once its contact is certain', async () => {
    const { world, pad, integrator } = await setUp();
    const ratedAt = '2026-11-20T09:31:00+08:00';
    await collect(world, pad, { sequence: 1, ratedAt, ...poor });
    const code = await codeOf(world, pad, 1);
    expect((await claim(world, code)).body).toEqual({ arrived: false });
    await world.acceptedCase(integrator);
    expect((await claim(world, code)).body).toMatchObject({ arrived: true });
  });

  it('is not that of somebody else who rated the contact', async () => {
    const { world, pad, nextToken } = await setUp();
    const token = await nextToken();
    await collect(world, pad, { sequence: 1, token, ...good });
    await collect(world, pad, { sequence: 2, token, ...good });
    expect((await claim(world, await codeOf(world, pad, 2))).body).toEqual({ arrived: false });
  });

  it('is claimed by its own code alone when the pad was revoked and enrolled anew', async () => {
    const { world, pad, nextToken } = await setUp();
    const { accessKey: padId } = pad;
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...poor });
    await collect(world, pad, { sequence: 2, token: await nextToken(), ...good });
    const [third, fourth] = [await nextToken(), await nextToken()];
    const bound = await codeOf(world, pad, 1);
    await claim(world, bound);
    const path = { padId };
    await world.call('DELETE /v1/pads/{padId}', { as: people.hallAdmin, path });
    expect((await claim(world, bound)).body).toMatchObject({ arrived: true });
    expect((await claim(world, await codeOf(world, pad, 2), other)).body).toMatchObject({
      arrived: true,
    });
    const { code } = await world.byTwo<{ code: string }>('POST /v1/pads/{padId}/reinstate', {
      as: people.hallAdmin,
      path,
      body: { reason: 'found again in the office' },
    });
    world.clock.advance(60_000);
    const { key } = bodyOf<{ key: string }>(
      await world.call('POST /v1/pads/enrol', { body: { code } }),
    );
    const anew = { accessKey: padId, secret: key };
    const forged = await codeOf(world, anew, 2);
    expect(outcomeOf(await claim(world, forged, 'the-phone-of-an-insider'))).toBe(refused);
    await collect(world, anew, { sequence: 3, token: third, ...good });
    const late = await codeOf(world, pad, 3);
    expect((await claim(world, late)).body).toMatchObject({ arrived: true });
    await collect(world, anew, { sequence: 4, token: fourth, ...good });
    const own = await codeOf(world, anew, 4);
    expect((await claim(world, own)).body).toMatchObject({ arrived: true });
  });

  it('is seen by staff as claimed or not, never itself', async () => {
    const { world, pad, integrator } = await setUp();
    const projectNo = await world.acceptedCase(integrator);
    await collect(world, pad, { sequence: 1, token: await currentToken(world, pad), ...good });
    const file = async () => {
      const reply = await world.call('GET /v1/oversight/cases/{projectNo}', {
        as: people.supervisor,
        path: { projectNo },
      });
      return bodyOf<{ ratings: { receipt: string }[] }>(reply).ratings;
    };
    expect(await file()).toMatchObject([{ receipt: 'none' }]);
    await claim(world, await codeOf(world, pad, 1));
    expect(await file()).toMatchObject([{ receipt: 'claimed' }]);
  });
});

describe('a code that is none', () => {
  it('is answered like one of another phone, whatever is wrong with it', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...good });
    const code = await codeOf(world, pad, 1);
    await claim(world, code);
    const taken = await claim(world, code, other);
    const [number = '', , check = ''] = code.split('-');
    const wrong = [
      'nonsense',
      `${number}-2-${check}`,
      `${number}9-1-${check}`,
      `${number}-1-${check.slice(0, -1)}${check.endsWith('0') ? '1' : '0'}`,
      claimCodeOf({ padNumber: Number(number), sequence: 1 }, 'a guessed key'),
    ];
    for (const guess of wrong) expect(await claim(world, guess)).toEqual(taken);
  });

  it('cannot be guessed: one pad takes a limited number in an hour', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 1, token: await nextToken(), ...good });
    const code = await codeOf(world, pad, 1);
    await claim(world, code);
    const [number = ''] = code.split('-');
    const guess = (index: number) => claim(world, `${number}-${index + 2}-00000000`, other);
    for (let index = 1; index < claimsAnHour; index += 1) {
      expect(outcomeOf(await guess(index))).toBe(refused);
    }
    const limited = await guess(0);
    expect(outcomeOf(limited)).toBe('429 too_many_attempts');
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    // A phone that is bound is no guess.
    expect((await claim(world, code)).body).toMatchObject({ arrived: true });
    expect(outcomeOf(await claim(world, await codeOf(world, pad, 2), other))).toContain('429');
    world.clock.advance(60 * 60_000);
    expect(outcomeOf(await guess(0))).toBe(refused);
  });
});
