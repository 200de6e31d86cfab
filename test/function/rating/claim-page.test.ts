import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { claimsAnHour } from '../../../shared/domain/pad/claim.ts';
import { claimCodeOf } from '../../../shared/http/pad/claim-check.ts';
import { collect, good, setUp } from '../pad/pad-bench.ts';
import type { World } from '../world.ts';
import { formOf, headers, pageOf, placeOf } from './form.ts';

const phone = 'the-phone-of-one-resident';
const other = 'the-phone-of-another-one';

const rated = async () => {
  const given = await setUp();
  const { world, pad, nextToken } = given;
  const padNumber = await world.stores.issuers.numberOf({ of: 'pad', id: pad.accessKey });
  const token = await nextToken();
  return {
    ...given,
    code: claimCodeOf({ padNumber, sequence: 1 }, pad.secret),
    arrive: () => collect(world, pad, { sequence: 1, token, ...good }),
  };
};

const open = (world: World, code: string, query = {}) =>
  world.call('GET /claim/{code}', { path: { code }, query });

const claim = (world: World, code: string, clientRef = phone, query = {}) =>
  world.call('POST /claim/{code}', { path: { code }, query, headers, raw: formOf({ clientRef }) });

describe('the page of a claim code', () => {
  it('explains, and changes nothing when it is opened', async () => {
    const { world, code, arrive } = await rated();
    await arrive();
    const before = world.stores.memory.writes();
    const reply = await open(world, code.toLowerCase(), { lang: 'en', style: 'elder' });
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({ 'x-robots-tag': 'noindex' });
    expect(String(reply.headers['cache-control'])).toContain('no-store');
    const page = pageOf(reply);
    expect(page).toContain(`action="/claim/${code}?lang=en&amp;style=elder"`);
    expect(page).toMatch(/name="clientRef" value="[\w-]{36}"/);
    expect(world.stores.memory.writes()).toBe(before);
    expect((await claim(world, code)).status).toBe(303);
  });

  it('leads the first phone to its receipt, and refuses every other', async () => {
    const { world, code, arrive } = await rated();
    await arrive();
    const reply = await claim(world, code, phone, { lang: 'en' });
    expect(reply.status).toBe(303);
    expect(placeOf(reply)).toMatch(/^\/receipt\/\d{21}-1-[0-9A-Z]{12}\?lang=en$/);
    expect((await claim(world, code)).status).toBe(303);
    const refused = await claim(world, code, other);
    expect(refused.status).toBe(404);
    expect(pageOf(refused)).toContain('<h1>不能领取回执</h1>');
  });

  it('keeps the reference of its phone until the rating is there', async () => {
    const { world, code, arrive } = await rated();
    const waiting = await claim(world, code);
    expect(waiting.status).toBe(200);
    expect(pageOf(waiting)).toContain('评价尚未上传');
    expect(pageOf(waiting)).toContain(`name="clientRef" value="${phone}"`);
    expect((await claim(world, code, other)).status).toBe(404);
    await arrive();
    expect((await claim(world, code)).status).toBe(303);
  });

  it('refuses what is no code, and a phone after 24 hours', async () => {
    const { world, code, arrive } = await rated();
    await arrive();
    expect((await open(world, 'nonsense')).status).toBe(404);
    expect((await claim(world, 'nonsense')).status).toBe(404);
    expect((await claim(world, `${code.slice(0, -8)}00000000`)).status).toBe(404);
    expect((await claim(world, code, 'short')).status).toBe(400);
    world.clock.advance(24 * 60 * 60_000 + 1);
    expect((await claim(world, code)).status).toBe(404);
  });

  it('takes a limited number of guesses', async () => {
    const { world, code } = await rated();
    const guess = `${code.slice(0, -8)}00000000`;
    for (let index = 0; index < claimsAnHour; index += 1) await claim(world, guess);
    expect((await claim(world, code)).status).toBe(429);
  });
});
