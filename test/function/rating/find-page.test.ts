import { describe, expect, it } from 'vitest';

import { newWorld } from '../world.ts';
import type { World } from '../world.ts';
import { formOf, headers, invited, pageOf, placeOf, receiptOf, send } from './form.ts';

const find = (world: World, receipt: string, query = {}) =>
  world.call('POST /receipt', { query, headers, raw: formOf({ receipt }) });

const rated = async () => {
  const world = newWorld();
  const { token } = await invited(world);
  return { world, receipt: receiptOf(await send(world, token, { level: 'satisfied' })) };
};

const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfe_e0));

describe('the page that finds a receipt', () => {
  it('asks for its number, and sends it as a form', async () => {
    const reply = await newWorld().call('GET /receipt', { query: { lang: 'en', style: 'elder' } });
    expect(reply.status).toBe(200);
    expect(pageOf(reply)).toContain('method="post" action="/receipt?lang=en&amp;style=elder"');
  });

  it.each([
    ['as it is', (receipt: string) => receipt],
    ['in small letters and with spaces', (receipt: string) => ` ${receipt.toLowerCase()} `],
    ['in wide characters', wide],
    ['with other dashes', (receipt: string) => receipt.replaceAll('-', '—')],
    [
      'with the whole address',
      (receipt: string) => `https://pingjia.example.cn/receipt/${receipt}?lang=zh`,
    ],
  ])('takes a number %s', async (_name, write) => {
    const { world, receipt } = await rated();
    const reply = await find(world, write(receipt), { lang: 'en', style: 'contrast' });
    expect(reply.status).toBe(303);
    expect(placeOf(reply).toUpperCase()).toBe(
      `/receipt/${receipt}?lang=en&style=contrast`.toUpperCase(),
    );
    const followed = receiptOf(reply);
    const shown = await world.call('GET /receipt/{receipt}', { path: { receipt: followed } });
    expect(shown.status).toBe(200);
  });

  it.each([
    ['nothing', '  ', 422, '请填写回执编号'],
    ['a number of nobody', '330602-1-"X', 404, '没有这个回执编号'],
  ])('says what is wrong with %s, and keeps it', async (_name, entered, status, words) => {
    const { world } = await rated();
    const reply = await find(world, entered);
    expect(reply.status).toBe(status);
    const page = pageOf(reply);
    expect(page).toContain(words);
    expect(page).toMatch(/<title>错误：/);
    expect(page).toContain(`value="${entered.trim().replaceAll('"', '&quot;')}"`);
  });
});

describe('the pages of residents', () => {
  it('lead to no page of developers, and show no code of a problem', async () => {
    const { world, receipt } = await rated();
    const { token } = await invited(world);
    const pages = [
      await world.call('GET /receipt'),
      await world.call('GET /r/{token}', { path: { token } }),
      await world.call('GET /r/{token}', { path: { token: 'x'.repeat(42) } }),
      await world.call('GET /receipt/{receipt}', { path: { receipt } }),
      await world.call('GET /receipt/{receipt}', { path: { receipt: '1-1-1' } }),
      await world.call('GET /about/privacy'),
      await world.call('GET /open/method'),
    ];
    for (const page of pages)
      expect(pageOf(page)).not.toMatch(
        /\/docs|openapi|错误代码|>(?:token_invalid|receipt_unknown)</,
      );
  });
});
