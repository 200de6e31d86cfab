/** What a receipt says after a follow-up, and of a rating that was voided. */
import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { closeIt, newDesk } from '../ticket/desk.ts';
import type { Desk } from '../ticket/desk.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';
import { bad, contest, ratedByOther, ruled } from './contest-world.ts';
import { formOf, headers, invited, pageOf, receiptOf, send } from './form.ts';

const receiptPage = async (world: World, receipt: string, lang = 'zh'): Promise<string> =>
  pageOf(await world.call('GET /receipt/{receipt}', { path: { receipt }, query: { lang } }));

const append = ({ world, receipt }: Desk, fields: Parameters<typeof formOf>[0]) =>
  world.call('POST /receipt/{receipt}/append', {
    path: { receipt },
    headers,
    raw: formOf({ clientRef: 'the-page-of-the-receipt', text: '', ...fields }),
  });

const leadOf = (page: string): string => /<p class="notice">(.*?)<\/p>/.exec(page)?.[1] ?? '';

describe('the receipt after a follow-up', () => {
  it('confirms a bad one, with what was said and until when the department acts again', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    const sent = await append(desk, {
      level: 'dissatisfied',
      tag: '209',
      text: '还是没有解决',
    });
    expect(sent.status).toBe(303);
    const page = await receiptPage(desk.world, desk.receipt);
    expect(leadOf(page)).toContain(
      '追评提交成功。您对整改结果不满意，越城区测试局须二次整改，将于11月23日（星期一）17:30前回访，',
    );
    expect(leadOf(page)).toMatch(/\d+月\d+日（星期.）17:30前反馈整改情况。/);
    expect(page).toMatch(/<details>[^]*未在承诺时间内办结[^]*还是没有解决[^]*<\/details>/);
    const english = leadOf(await receiptPage(desk.world, desk.receipt, 'en'));
    expect(english).toContain('Your follow-up was received. As you are not satisfied,');
    expect(english).toContain('must rectify again');
  });

  it('confirms a good one, and promises nothing more', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    await append(desk, { level: 'satisfied', text: '解决了' });
    const page = await receiptPage(desk.world, desk.receipt);
    expect(leadOf(page)).toContain('追评提交成功，感谢您的评价。');
    expect(leadOf(page)).not.toContain('整改');
    expect(page).toContain('解决了');
  });

  it('has the words of the follow-up in the interface too', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    await append(desk, { level: 'dissatisfied', tag: '209', text: '还是没有解决' });
    expect((await desk.receiptView()).body).toMatchObject({
      ticket: {
        followUp: {
          level: 'dissatisfied',
          tags: [{ code: '209', text: '未在承诺时间内办结' }],
          text: '还是没有解决',
        },
      },
    });
  });
});

describe('the receipt of a voided rating', () => {
  it('says once why it was voided, and calls it nobody’s own', async () => {
    const given = await ratedByOther({ ...bad, text: '他人的话' });
    await contest(given);
    await ruled(given, 'upheld');
    const { receipt } = given.rated.body as { receipt: string };
    const page = await receiptPage(given.world, receipt);
    expect(leadOf(page)).toContain('该评价已于11月20日（星期五）09:30作废');
    expect(page.match(/两人复核/g)).toHaveLength(1);
    expect(page).toContain('<strong>已作废</strong>');
    expect(page).toContain('<h2>已作废的评价</h2>');
    expect(page).not.toMatch(/不予采纳|您的评价<|有人对该评价/);
  });
});

describe('the receipt of a good rating', () => {
  it('speaks of no rectification in what it says about itself', async () => {
    const world = newWorld();
    const { token } = await invited(world);
    const page = await receiptPage(
      world,
      receiptOf(await send(world, token, { level: 'satisfied' })),
    );
    const [hint = ''] = /<details class="hint".*?<\/details>/.exec(page) ?? [];
    expect(hint).toContain('请保存回执编号');
    expect(hint).not.toMatch(/差评|整改|追评/);
  });
});
