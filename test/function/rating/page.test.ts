import { describe, expect, it } from 'vitest';

import { claimPageOperations } from '../../../events/rating/claim-page-contract.table.ts';
import { residentPageOperations } from '../../../events/rating/page-contract.table.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import { residentProblems } from '../../../shared/page/resident/problem-words.table.ts';
import { newWorld } from '../world.ts';
import { invited, pageOf, placeOf, receiptOf, ref, send } from './form.ts';

const areLevelsFirst = (page: string): boolean =>
  page.indexOf('name="level"') < page.indexOf('<dt>申请人</dt>');

describe('the rating page', () => {
  it('shows what is rated, and changes nothing', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const before = world.stores.memory.writes();
    const reply = await world.call('GET /r/{token}', { path: { token } });
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    const page = pageOf(reply);
    expect(page).toContain('<html lang="zh-CN"');
    expect(page).toContain('测**');
    expect(page).not.toMatch(/测试甲|13800000001/);
    for (const level of levels) expect(page).toContain(`value="${level}"`);
    expect(page).not.toMatch(/ checked/);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('shows elders the levels before the details of the service', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const pages = await Promise.all(
      ['standard', 'elder'].map(async (style) =>
        pageOf(await world.call('GET /r/{token}', { path: { token }, query: { style } })),
      ),
    );
    const [standard = '', elder = ''] = pages;
    expect([standard, elder].map(areLevelsFirst)).toEqual([false, true]);
    const [, head = ''] = /<h1>(.*?)<form/.exec(elder) ?? [];
    expect(head).toContain('食品经营许可');
    expect(head).toContain('11月20日');
    expect(head).not.toContain('open');
    expect(standard).toMatch(/<details class="hint"[^>]* open/);
  });

  it('opens from a link to which the full stop behind it was added', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    for (const stray of ['。', '】', '.', '，']) {
      const reply = await world.call('GET /r/{token}', { path: { token: `${token}${stray}` } });
      expect(reply.status).toBe(200);
      expect(pageOf(reply)).toContain(`action="/r/${token}`);
    }
  });

  it('has a new reference in every form', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const refs = await Promise.all(
      [1, 2].map(async () => {
        const reply = await world.call('GET /r/{token}', { path: { token } });
        return /name="clientRef" value="([^"]+)"/.exec(pageOf(reply))?.[1];
      }),
    );
    expect(new Set(refs).size).toBe(2);
    expect(refs[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends a good rating and leads to its receipt in the same language and style', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const reply = await send(world, token, { level: 'satisfied' }, { lang: 'en', style: 'elder' });
    expect(reply.status).toBe(303);
    expect(placeOf(reply)).toMatch(/^\/receipt\/\d{21}-1-\w{12}\?lang=en&style=elder$/);
    expect(world.stores.memory.count('rating')).toBe(1);
  });

  it('stores the same form once, however often it is sent', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const bad = { level: 'dissatisfied', tag: ['209'], text: '等了九天' };
    const first = await send(world, token, bad);
    const again = await send(world, token, bad);
    expect(placeOf(again)).toBe(placeOf(first));
    expect([world.stores.memory.count('rating'), world.stores.memory.count('ticket')]).toEqual([
      1, 1,
    ]);
  });

  it.each([
    ['without a level', { text: '好' }, 'level_missing', '请选择一项满意度'],
    ['bad without a reason', { level: 'dissatisfied' }, 'reason_missing', '请选择不满意的原因'],
    [
      'with a text too long',
      { level: 'satisfied', text: '长'.repeat(501) },
      'text_too_long',
      '最多500字',
    ],
  ])('shows a form %s again, with its entries', async (_name, fields, _fault, words) => {
    const world = newWorld();
    const { token } = await invited(world);
    const reply = await send(world, token, { publishConsent: 'yes', ...fields });
    expect(reply.status).toBe(422);
    const page = pageOf(reply);
    expect(page).toContain(words);
    expect(page).toContain(`value="${ref}"`);
    expect(page).toMatch(/<title>错误：/);
    expect(page).toMatch(/id="publishConsent"[^>]*checked/);
    expect(world.stores.memory.count('rating')).toBe(0);
  });

  it('keeps the level and the words of a form that it shows again', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const fields = { level: 'dissatisfied', text: '', publishConsent: 'yes' };
    const faulty = pageOf(await send(world, token, fields));
    expect(faulty).toMatch(/id="level-dissatisfied"[^>]*checked/);
    const text = '长'.repeat(501);
    expect(pageOf(await send(world, token, { level: 'satisfied', text }))).toContain(text);
  });

  it('ignores reasons of a level that was chosen before', async () => {
    const world = newWorld();
    const { token, projectNo } = await invited(world);
    await send(world, token, { level: 'dissatisfied', tag: ['510', '209', '413'] });
    const stored = await world.stores.ratings.find({
      projectNo,
      serviceNumber: 1,
      assessNumber: 1,
    });
    expect(stored?.tags).toEqual(['209']);
  });

  it('shows what a resident wrote as text, never as markup', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const text = '</textarea><script>alert(1)</script>"\'&';
    const page = pageOf(await send(world, token, { text }));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  it.each([
    ['a broken link', 'x'.repeat(42), 401, '评价链接无效'],
    ['an empty link', '', 401, '评价链接无效'],
  ])('tells what to do with %s', async (_name, token, status, heading) => {
    const world = newWorld();
    const reply = await world.call('GET /r/{token}', { path: { token } });
    expect(reply.status).toBe(status);
    expect(pageOf(reply)).toContain(`<h1>${heading}</h1>`);
  });

  it('tells what to do with an expired link, and one that was used', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    await send(world, token, { level: 'satisfied' });
    const used = await world.call('GET /r/{token}', { path: { token } });
    expect([used.status, pageOf(used)]).toEqual([200, expect.stringContaining('本次服务已评价')]);
    expect(pageOf(used)).not.toMatch(/\/receipt\/\d/);
    world.clock.advance(16 * 24 * 60 * 60 * 1000);
    const old = await world.call('GET /r/{token}', { path: { token }, query: { lang: 'en' } });
    expect([old.status, pageOf(old)]).toEqual([410, expect.stringContaining('has expired')]);
  });

  it('takes no other form of a body', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const reply = await world.call('POST /r/{token}', {
      path: { token },
      body: { level: 'satisfied', clientRef: ref },
    });
    expect(reply.status).toBe(415);
    expect(pageOf(reply)).toContain('<h1>提交的内容无法读取</h1>');
  });

  it('has words for every problem of its routes', () => {
    const codes = [...residentPageOperations, ...claimPageOperations].flatMap(
      ({ problems }) => problems,
    );
    expect(Object.keys(residentProblems).toSorted()).toEqual([...new Set(codes)].toSorted());
  });
});

describe('the page of a receipt', () => {
  it('says when the department will act, and keeps what was said closed', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const sent = await send(world, token, { level: 'dissatisfied', tag: '209', text: '等了九天' });
    const receipt = receiptOf(sent);
    const reply = await world.call('GET /receipt/{receipt}', { path: { receipt } });
    const page = pageOf(reply);
    expect(page).toContain('将于11月23日（星期一）17:30前回访');
    expect(page).toMatch(/<details>[^]*等了九天[^]*<\/details>/);
    expect(page).toContain(receipt);
    expect(page).toMatch(/aria-current="step"/);
    expect(page).not.toContain('id="follow"');
  });

  it('shows nothing for a number of another', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const receipt = receiptOf(await send(world, token, { level: 'satisfied' }));
    const other = `${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`;
    const reply = await world.call('GET /receipt/{receipt}', { path: { receipt: other } });
    expect([reply.status, pageOf(reply)]).toEqual([
      404,
      expect.stringContaining('没有这个回执编号'),
    ]);
  });
});
