import { describe, expect, it } from 'vitest';

import { recipientMark } from '../../../functions/message/recipient.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { newWorld } from '../world.ts';
import { formOf, headers, invited, pageOf, placeOf, receiptOf, send } from './form.ts';

describe('the page on which messages are refused', () => {
  const mobile = '13800000001';
  const scopeIn = async ({ stores }: ReturnType<typeof newWorld>) =>
    (await stores.messages.choiceOf(await recipientMark(mobile, stores.keys)))?.scope;

  it.each([
    ['/r/{token}', 'invitations'],
    ['/receipt/{receipt}', 'all'],
  ] as const)('%s is opened without effect, and refuses %s', async (of, scope) => {
    const world = newWorld();
    const { token } = await invited(world);
    const isLink = of === '/r/{token}';
    const path = isLink
      ? { token }
      : { receipt: receiptOf(await send(world, token, { level: 'satisfied' })) };
    const start = pageOf(await world.call(`GET ${of}`, { path }));
    expect(start).toMatch(/href="\/(?:r|receipt)\/[^"]+\/messages\?lang=zh"/);
    const before = world.stores.memory.writes();
    const opened = await world.call(`GET ${of}/messages`, { path });
    expect([opened.status, pageOf(opened)]).toEqual([200, expect.stringContaining('短信退订')]);
    expect(pageOf(opened)).not.toContain('已退订');
    expect(world.stores.memory.writes()).toBe(before);
    const choose = async (refuse: string) => {
      const raw = formOf({ refuse });
      const reply = await world.call(`POST ${of}/messages`, { path, headers, raw });
      expect(reply.status).toBe(303);
      return placeOf(reply);
    };
    expect(await choose('yes')).toMatch(/\/messages\?lang=zh&chosen=refused$/);
    expect(await scopeIn(world)).toBe(scope);
    const query = { chosen: 'refused' };
    expect(pageOf(await world.call(`GET ${of}/messages`, { path, query }))).toContain('已退订');
    expect(await choose('no')).toMatch(/chosen=allowed$/);
    expect(await scopeIn(world)).toBe('none');
  });

  it('is none for a broken link or number', async () => {
    const world = newWorld();
    const broken = [
      await world.call('GET /r/{token}/messages', { path: { token: 'x'.repeat(42) } }),
      await world.call('GET /receipt/{receipt}/messages', { path: { receipt: '1-1-1' } }),
      await world.call('POST /r/{token}/messages', {
        path: { token: 'x'.repeat(42) },
        headers,
        raw: 'refuse=yes',
      }),
    ];
    expect(broken.map(({ status }) => status)).toEqual([401, 404, 401]);
    expect(pageOf(broken[0] ?? { body: '' })).toContain('<h1>评价链接无效</h1>');
  });
});

describe('the pages about the service', () => {
  it.each([
    ['GET /about/privacy', 'zh', '测试市政务服务局（电话：12345）依法处理'],
    ['GET /about/privacy', 'en', 'for 2 years'],
    ['GET /about/accessibility', 'zh', '请拨打12345（测试市政务服务局）'],
    ['GET /about/accessibility', 'en', 'call 12345'],
  ])('%s in %s names who is responsible', async (route, lang, words) => {
    const reply = await newWorld().call(route, { query: { lang } });
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({ 'cache-control': 'public, max-age=300' });
    expect(reply.headers['x-robots-tag']).toBeUndefined();
    expect(pageOf(reply)).toContain(words);
    expect(pageOf(reply)).not.toMatch(/\{\w+\}/);
  });

  it('are linked from every page, which also tells the version', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const replies = await Promise.all([
      world.call('GET /r/{token}', { path: { token } }),
      world.call('GET /r/{token}', { path: { token: 'x'.repeat(42) } }),
      world.call('GET /receipt/{receipt}', { path: { receipt: '1-1-1' } }),
      world.call('GET /about/privacy'),
      world.call('GET /open/method'),
      world.call('GET /assets/{name}', { path: { name: 'none' } }),
    ]);
    for (const reply of replies) {
      const [footer] = /<footer>.*<\/footer>/.exec(pageOf(reply)) ?? [];
      for (const path of ['/open/method', '/about/privacy', '/about/accessibility'])
        expect(footer).toContain(`href="${path}?lang=zh"`);
      expect(footer).toContain(packageJson.version);
    }
  });
});
