/** What a rating form is answered over a link whose contact somebody has rated. */
import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { newWorld } from '../world.ts';
import { good, ratedByOther, ruled } from './contest-world.ts';
import type { Contested } from './contest-world.ts';
import { formOf, headers, invited, pageOf, placeOf, receiptOf, ref, send } from './form.ts';

const said = {
  level: 'dissatisfied',
  tag: ['209', '210'],
  text: '窗口没有人',
  contactConsent: 'yes',
  publishConsent: 'yes',
};

const rate = ({ world, token }: Contested, fields: Parameters<typeof send>[2]) =>
  send(world, token, fields);

const contest = ({ world, token }: Contested, fields: Parameters<typeof send>[2]) =>
  world.call('POST /r/{token}/contest', {
    path: { token },
    headers,
    raw: formOf({ clientRef: ref, text: '', statement: '', ...fields }),
  });

describe('a rating form over the link of a rated contact', () => {
  it('is answered with the form of a contest, filled with what was entered', async () => {
    const given = await ratedByOther({ ...good, text: '秘密的话' });
    const reply = await rate(given, said);
    expect(reply.status).toBe(409);
    const page = pageOf(reply);
    expect(page).toContain('<h1>本次服务已评价</h1>');
    expect(page).toContain('您刚才填写的评价未计入');
    expect(page).toContain(`action="/r/${given.token}/contest`);
    expect(page).toContain(`value="${ref}"`);
    expect(page).toContain('窗口没有人</textarea>');
    for (const id of ['level-dissatisfied', 'tag-209', 'tag-210', 'contactConsent'])
      expect(page).toMatch(new RegExp(`id="${id}"[^>]*checked`));
    expect(page).not.toMatch(/秘密的话|\/receipt\/\d/);
    const sent = await contest(given, said);
    expect(sent.status).toBe(303);
  });

  it('is answered with the fault on the page of the rated contact', async () => {
    const given = await ratedByOther();
    const reply = await rate(given, { text: '等了很久' });
    expect(reply.status).toBe(422);
    const page = pageOf(reply);
    expect(page).toContain('<h1>本次服务已评价</h1>');
    expect(page).toMatch(/<title>错误：/);
    expect(page).toContain('请选择一项满意度');
    expect(page).toContain('等了很久</textarea>');
  });

  it('names no fault of a form that is not offered any more', async () => {
    const given = await ratedByOther();
    await contest(given, said);
    await ruled(given, 'upheld');
    const page = pageOf(await rate(given, { clientRef: 'another-page-of-the-link' }));
    expect(page).toContain('不再受理新的异议');
    expect(page).not.toContain('请选择一项满意度');
  });

  it('leads to the contest that the same form sent', async () => {
    const given = await ratedByOther();
    const place = placeOf(await contest(given, said));
    expect(place).toMatch(/\/contest\//);
    for (const fields of [said, {}]) {
      const reply = await rate(given, fields);
      expect([reply.status, placeOf(reply)]).toEqual([303, place]);
    }
  });
});

describe('the form of a contest', () => {
  it('leads who gave the rating to its receipt, and nobody else', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const receipt = receiptOf(await send(world, token, { level: 'satisfied' }));
    const given = { world, token } as Contested;
    const own = await contest(given, said);
    expect(own.status).toBe(409);
    expect(pageOf(own)).toContain('<h1>该评价由您本人提交</h1>');
    expect(pageOf(own)).toContain(`href="/receipt/${receipt}?`);
    const other = await contest(given, { ...said, clientRef: 'another-page-of-the-link' });
    expect(other.status).toBe(303);
    expect(placeOf(other)).not.toContain(receipt);
  });

  it('leads who rated and sends an empty form to the receipt', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const receipt = receiptOf(await send(world, token, { level: 'satisfied' }));
    expect(receiptOf(await send(world, token, {}))).toBe(receipt);
  });

  it('says on the page of a rated contact where who has a number finds the rating', async () => {
    const { world, token } = await ratedByOther();
    const page = pageOf(await world.call('GET /r/{token}', { path: { token } }));
    expect(page).toMatch(/<a href="\/receipt\?[^"]*">凭回执编号查询/);
  });
});
