import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import type { Key } from '../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';
import { collect, good, setUp } from './pad-bench.ts';

const me = async (world: World, pad: Key) =>
  bodyOf<Readonly<Record<string, unknown>>>(await world.call('GET /v1/pads/me', { by: pad }));

const listHall = (world: World) =>
  world.byTwo('PUT /v1/register/{noun}', {
    as: people.admin,
    path: { noun: 'halls' },
    query: { area: '330602' },
    body: {
      entries: [
        {
          code: hall,
          name: '越城区政务服务中心',
          level: 'county',
          windows: [window],
          hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }],
        },
      ],
    },
  });

const { version: _version, ...shipped } = defaultPolicy;

const minutes = (count: number): number => count * 60_000;

describe('a pad learns of itself', () => {
  it('where it stands, how it behaves and what time it is', async () => {
    const { world, pad, nextToken } = await setUp();
    await collect(world, pad, { sequence: 3, token: await nextToken(), ...good });
    expect(await me(world, pad)).toEqual({
      padId: pad.accessKey,
      number: expect.any(Number),
      hall: { code: hall, name: null },
      window: { code: window, name: null },
      idleSeconds: 60,
      warnSeconds: 20,
      freeText: false,
      languages: ['zh', 'en'],
      openNow: null,
      serverTime: '2026-11-20T09:30:01.000+08:00',
      highest: 3,
      publicUrl: 'https://pingjia.example.cn',
      hotline: '12345',
      notice: {
        zh: {
          title: '个人信息保护告知',
          text: expect.stringContaining('测试市政务服务局（电话：12345）'),
        },
        en: { title: 'Privacy notice', text: expect.stringContaining('(phone 12345)') },
      },
    });
  });

  it('the name and the office hours of its hall once a register lists them', async () => {
    const world = newWorld();
    await listHall(world);
    const pad = await world.pad();
    const named = { hall: { code: hall, name: '越城区政务服务中心' } };
    expect(await me(world, pad)).toMatchObject({ ...named, openNow: true });
    world.clock.advance(minutes(8 * 60));
    expect(await me(world, pad)).toMatchObject({ ...named, openNow: false });
  });

  it('how the page behaves, from the policy in force', async () => {
    const world = newWorld();
    const pad = await world.pad();
    const as = people.admin;
    const proposed = await world.call('POST /v1/policies', {
      as,
      body: {
        ...shipped,
        source: { official: false, zh: '试行', en: 'Trial' },
        pad: { idleSeconds: 90, warnSeconds: 30, freeText: true },
      },
    });
    const { version } = bodyOf<{ version: number }>(proposed);
    await world.call('POST /v1/policies/{version}/activate', {
      as: people.secondAdmin,
      path: { version: String(version) },
    });
    world.clock.advance(minutes(2));
    expect(await me(world, pad)).toMatchObject({
      idleSeconds: 90,
      warnSeconds: 30,
      freeText: true,
    });
  });
});

interface Indicators {
  readonly levels: readonly { readonly name: string }[];
}

interface Current {
  readonly contact: Readonly<Record<string, unknown>> | null;
  readonly indicators: Readonly<Record<'zh' | 'en', Indicators>>;
  readonly openNow: boolean | null;
}

const current = (world: World, by: Key, tag?: string) =>
  world.call('GET /v1/pads/me/current', {
    by,
    ...(tag !== undefined && { headers: { 'if-none-match': tag } }),
  });

const tagOf = async (world: World, by: Key): Promise<string> =>
  (await current(world, by)).headers['etag'] ?? '';

describe('what a pad shows', () => {
  it('is there in both languages', async () => {
    const { world, pad, integrator } = await setUp();
    await world.acceptedCase(integrator);
    const { contact, indicators, openNow } = bodyOf<Current>(await current(world, pad));
    expect(contact).toMatchObject({
      matter: { zh: '食品经营许可', en: '食品经营许可' },
      service: { zh: '受理', en: 'Acceptance' },
    });
    const names = (language: 'zh' | 'en') => indicators[language].levels.map(({ name }) => name);
    expect(names('zh').at(0)).toBe('非常满意');
    expect(names('en').at(0)).toBe('Very satisfied');
    expect(openNow).toBeNull();
  });

  it('is not sent again while nothing changed, however often the token would', async () => {
    const { world, pad, integrator } = await setUp();
    await world.acceptedCase(integrator);
    const first = await current(world, pad);
    const tag = first.headers['etag'] ?? '';
    expect(tag).toMatch(/^W\/"[\da-f]{22}"$/);
    world.clock.advance(minutes(5));
    const later = await current(world, pad);
    const tokenIn = (reply: typeof first) => bodyOf<Current>(reply).contact?.['token'];
    expect(tokenIn(later)).not.toBe(tokenIn(first));
    for (const same of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const unchanged = await current(world, pad, same);
      expect(unchanged).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
      expect(unchanged.headers['content-type']).toBeUndefined();
    }
    expect((await current(world, pad, '"other"')).status).toBe(200);
  });

  it('is sent again when the contact, the hours or the window change', async () => {
    const world = newWorld();
    await listHall(world);
    const pad = await world.pad();
    const integrator = await world.integrator();
    const tags = [await tagOf(world, pad)];
    await world.acceptedCase(integrator);
    tags.push(await tagOf(world, pad));
    world.clock.advance(1000);
    await world.acceptedCase(integrator);
    tags.push(await tagOf(world, pad));
    world.clock.advance(minutes(8 * 60));
    tags.push(await tagOf(world, pad));
    expect(new Set(tags).size).toBe(4);
    for (const tag of tags.slice(0, -1)) {
      expect((await current(world, pad, tag)).status).toBe(200);
    }
    expect((await current(world, pad, tags.at(-1))).status).toBe(304);
  });

  it('is kept from a caller whose signature is not the pad’s, tag or not', async () => {
    const { world, pad } = await setUp();
    const tag = await tagOf(world, pad);
    const forged = await current(world, { ...pad, secret: 'other' }, tag);
    expect(outcomeOf(forged)).toBe('401 signature_invalid');
  });
});
