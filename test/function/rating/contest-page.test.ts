import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { contest, good, ratedByOther, ruled } from './contest-world.ts';
import type { Contested } from './contest-world.ts';

const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const clientRef = 'the-page-of-the-contest';

const send = ({ world, token }: Contested, fields: Readonly<Record<string, string>>, query = {}) =>
  world.call('POST /r/{token}/contest', {
    path: { token },
    query,
    headers,
    raw: new URLSearchParams({ clientRef, text: '', statement: '', ...fields }).toString(),
  });

const pageOf = (reply: { readonly body: unknown }): string =>
  String(reply.body).replaceAll(/\s+/g, ' ');

const bad = { level: 'dissatisfied', tag: '209', statement: '此前没有评价过' };

const shown = async (given: Contested, place: string) => {
  const [, token = '', reference = ''] = /^\/r\/([^/]+)\/contest\/([^?]+)/.exec(place) ?? [];
  return pageOf(
    await given.world.call('GET /r/{token}/contest/{reference}', { path: { token, reference } }),
  );
};

describe('the page of a link whose contact is rated', () => {
  it('offers a contest, says what happens next and when, and tells nothing of the rating', async () => {
    const given = await ratedByOther({ ...good, text: '秘密的话' });
    const { world, token } = given;
    const before = world.stores.memory.writes();
    const reply = await world.call('GET /r/{token}', { path: { token } });
    const page = pageOf(reply);
    expect(reply.status).toBe(200);
    expect(page).toContain('<h1>本次服务已评价</h1>');
    expect(page).toContain('不是您本人评价的？');
    expect(page).toContain('于11月27日（星期五）17:30前作出结论');
    expect(page).toContain(`action="/r/${token}/contest`);
    expect(page).toContain('data-api="/v1/ratings/contest"');
    expect(page).not.toMatch(/秘密的话| checked|\/receipt\/\d/);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it('takes the form without a script, and leads to what became of it', async () => {
    const given = await ratedByOther();
    const { world, token } = given;
    const reply = await send(given, bad, { lang: 'en', style: 'elder' });
    expect(reply.status).toBe(303);
    const place = String(reply.headers['location']);
    expect(place).toMatch(
      new RegExp(`^/r/${token}/contest/\\d{21}-1-[0-9A-Z]{12}\\?lang=en&style=elder$`),
    );
    const again = String((await send(given, bad)).headers['location']);
    expect(again.replace(/\?.*/, '')).toBe(place.replace(/\?.*/, ''));
    expect(await world.stores.contests.ofContact(given.contact)).toHaveLength(1);
    const page = await shown(given, place);
    expect(page).toContain('<h1>评价异议已收到</h1>');
    expect(page).toContain('于11月27日（星期五）17:30前作出结论');
    world.clock.advance(20 * 24 * 60 * 60_000);
    expect(await shown(given, place)).toContain('<h1>评价异议已收到</h1>');
  });

  it.each([
    ['upheld', '评价异议成立', /href="\/receipt\/\d{21}-1-[0-9A-Z]{12}-2[?"]/],
    ['rejected', '评价异议不成立', /未采纳您的异议。如有疑问，请拨打12345。/],
    ['neither', '评价异议已复核', /均非申请人作出，均不计入统计。如有疑问，请拨打12345。/],
  ] as const)('shows the ruling: %s', async (outcome, heading, said) => {
    const given = await ratedByOther();
    const place = String((await send(given, bad)).headers['location']);
    await ruled(given, outcome);
    const page = await shown(given, place);
    expect(page).toContain(`<h1>${heading}</h1>`);
    expect(page).toMatch(said);
  });

  it.each([
    ['without a level', { statement: '不是我' }, '请选择一项满意度'],
    ['bad without a reason', { level: 'dissatisfied', statement: '不是我' }, '请选择不满意的原因'],
  ])('shows a form %s again, with its entries', async (_name, fields, words) => {
    const given = await ratedByOther();
    const reply = await send(given, fields);
    const page = pageOf(reply);
    expect(reply.status).toBe(422);
    expect(page).toContain(words);
    expect(page).toContain('不是我</textarea>');
    expect(page).toContain(`value="${clientRef}"`);
    expect(await given.world.stores.contests.ofContact(given.contact)).toEqual([]);
  });

  it.each(['upheld', 'neither'] as const)(
    'offers none after one was ruled %s, and says whom to call',
    async (outcome) => {
      const given = await ratedByOther();
      await contest(given);
      await ruled(given, outcome);
      const { world, token } = given;
      const page = pageOf(await world.call('GET /r/{token}', { path: { token } }));
      expect(page).toContain('不再受理新的异议。如仍有疑问，请拨打12345。');
      expect(page).not.toContain('<form class="rate"');
      const late = await send(given, bad);
      expect([late.status, pageOf(late)]).toEqual([409, expect.stringContaining('评价异议已复核')]);
    },
  );

  it.each(['upheld', 'neither'] as const)(
    'says on the receipt of the first rating that it was ruled %s',
    async (outcome) => {
      const given = await ratedByOther();
      await contest(given);
      await ruled(given, outcome);
      const { receipt } = given.rated.body as { receipt: string };
      const reply = await given.world.call('GET /receipt/{receipt}', { path: { receipt } });
      expect(pageOf(reply)).toContain('认定该评价非申请人本人作出，不再计入统计');
      expect(pageOf(reply)).not.toContain('已计入该部门');
    },
  );

  it('knows no number that is made up', async () => {
    const { world, token } = await ratedByOther();
    const path = { token, reference: 'x' };
    const reply = await world.call('GET /r/{token}/contest/{reference}', { path });
    expect([reply.status, pageOf(reply)]).toEqual([
      404,
      expect.stringContaining('没有这个异议编号'),
    ]);
  });
});
