import { describe, expect, it } from 'vitest';

import { ratingMark, recipientMark } from '../../../functions/message/recipient.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { languages } from '../../../shared/domain/text/language.ts';
import { allProblems } from '../../../shared/http/problem/catalogue.table.ts';
import { readReceipt } from '../../../shared/http/receipt.ts';
import { aboutPage } from '../../../shared/page/about/about.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { newWorld } from '../world.ts';
import { formOf, headers, invited, pageOf, placeOf, receiptOf, send } from './form.ts';

const buttonsOf = (page: string): readonly (string | undefined)[] =>
  [...page.matchAll(/name="refuse" value="(\w+)"/g)].map(([, value]) => value);

type World = ReturnType<typeof newWorld>;

describe('the page on which messages are refused', () => {
  const mobile = '13800000001';
  const scopeIn = async ({ stores }: World, receipt?: string) => {
    const rated = receipt && (await readReceipt(stores.keys, receipt));
    const mark = rated ? ratingMark(rated, stores.keys) : recipientMark(mobile, stores.keys);
    return (await stores.messages.choiceOf(await mark))?.scope;
  };

  it.each([
    ['/r/{token}', 'invitations'],
    ['/receipt/{receipt}', 'all'],
  ] as const)('%s is opened without effect, and refuses %s', async (of, scope) => {
    const world = newWorld();
    const { token } = await invited(world);
    const isLink = of === '/r/{token}';
    const receipt = isLink
      ? undefined
      : receiptOf(await send(world, token, { level: 'satisfied' }));
    const path = receipt === undefined ? { token } : { receipt };
    const start = pageOf(await world.call(`GET ${of}`, { path }));
    expect(start).toMatch(/href="\/(?:r|receipt)\/[^"]+\/messages\?lang=zh"/);
    const before = world.stores.memory.writes();
    const opened = await world.call(`GET ${of}/messages`, { path });
    expect([opened.status, pageOf(opened)]).toEqual([200, expect.stringContaining('短信退订')]);
    expect(pageOf(opened)).toContain('当前状态：接收短信。');
    expect(buttonsOf(pageOf(opened))).toEqual(['yes']);
    expect(world.stores.memory.writes()).toBe(before);
    const choose = async (refuse: string) => {
      const raw = formOf({ refuse });
      const reply = await world.call(`POST ${of}/messages`, { path, headers, raw });
      expect(reply.status).toBe(303);
      return placeOf(reply);
    };
    expect(await choose('yes')).toMatch(/\/messages\?lang=zh&chosen=refused$/);
    expect(await scopeIn(world, receipt)).toBe(scope);
    const query = { chosen: 'refused' };
    const refused = pageOf(await world.call(`GET ${of}/messages`, { path, query }));
    expect(refused).toContain(`已退订。`);
    expect(refused).toContain(
      `当前状态：已退订${isLink ? '邀请评价短信' : '本次评价的办理进展短信'}`,
    );
    expect(buttonsOf(refused)).toEqual(['no']);
    const otherwise = await world.call(`GET ${of}/messages`, {
      path,
      query: { chosen: 'allowed' },
    });
    expect(pageOf(otherwise)).not.toContain('已恢复接收');
    expect(await choose('no')).toMatch(/chosen=allowed$/);
    expect(await scopeIn(world, receipt)).toBe('none');
  });

  it.each(['maybe', '', 'YES'])('takes %j for neither choice', async (refuse) => {
    const world = newWorld();
    const { token } = await invited(world);
    const raw = formOf({ refuse });
    const reply = await world.call('POST /r/{token}/messages', { path: { token }, headers, raw });
    expect([reply.status, pageOf(reply)]).toEqual([
      allProblems['invalid_input']?.status,
      expect.stringContaining('提交的内容无法读取'),
    ]);
    expect(await scopeIn(world)).toBeUndefined();
  });

  it('shows the choice for a case without a number too, so that nobody learns that it has none', async () => {
    const world = newWorld();
    const key = await world.integrator();
    const projectNo = nextProjectNo();
    const event = acceptedEvent({ projectNo, at: world.clock.now() });
    const applicant = { ...event.header?.applicant, mobile: undefined };
    const events = [{ ...event, header: { ...event.header, applicant } }];
    await world.call('POST /v1/cases', { by: key, body: { events } });
    const path = { token: await world.token(key, projectNo, 'sms') };
    const shown = async () => pageOf(await world.call('GET /r/{token}/messages', { path }));
    expect(await shown()).toContain('当前状态：接收短信。');
    const raw = formOf({ refuse: 'yes' });
    await world.call('POST /r/{token}/messages', { path, headers, raw });
    expect(await shown()).toContain('当前状态：已退订邀请评价短信');
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

  it.each(['/about/privacy', '/about/accessibility'] as const)(
    '%s makes up no name where the deployment gives none',
    (path) => {
      for (const language of languages) {
        const facts = { unit: undefined, phone: '12345', years: 2 };
        const { content } = aboutPage(path, facts, language);
        expect(content.markup).not.toMatch(/undefined|市政务服务|\{\w+\}/);
        expect(content.markup).toContain(
          language === 'zh' ? '运行本服务的单位' : 'the unit that runs this service',
        );
      }
    },
  );

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
