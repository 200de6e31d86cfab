import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axeFaults, layoutFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { looksOf } from '../support/page-looks.ts';
import type { ShownPage } from '../support/page-shots.table.ts';
import {
  isLate,
  lateInTheYear,
  prepareLatePages,
  prepareResidentPages,
  residentStates,
} from '../support/resident-pages.ts';
import type { ResidentState } from '../support/resident-pages.ts';

let loop: Loop;
let lateLoop: Loop;
let browser: Browser;
let pages: Readonly<Record<ResidentState, ShownPage>>;

beforeAll(async () => {
  [loop, lateLoop, browser] = await Promise.all([
    startLoop(),
    startLoop({ at: lateInTheYear }),
    openBrowser(),
  ]);
  pages = { ...(await prepareResidentPages(loop)), ...(await prepareLatePages(lateLoop)) };
});
afterAll(async () => {
  await browser.close();
  await lateLoop.stop();
  await loop.stop();
});

const originOf = (state: ResidentState): string => (isLate(state) ? lateLoop : loop).system.url;

const addressOf = (state: ResidentState, query: Readonly<Record<string, string>>): string => {
  const url = new URL(pages[state].path, originOf(state));
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

describe('every state of the resident’s pages', () => {
  const cases = residentStates.flatMap((state, turn) =>
    looksOf(turn).map((look) => ({ state, ...look })),
  );

  it.each(cases)('$state $lang $style $width px', async ({ state, lang, style, width }) => {
    const { page, faults, close } = await openPage(browser, { width, origin: originOf(state) });
    const answer = await page.goto(addressOf(state, { lang, style }));
    const { status } = pages[state];
    expect(answer?.status()).toBe(status);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults.filter((fault) => status === 200 || !fault.includes(String(status)))).toEqual([]);
    await close();
  });
});

interface Ticket {
  readonly name: string;
  readonly stages: readonly { readonly name: string; readonly at: string | null }[];
  readonly contact: { readonly dueAt: string | null; readonly sentence: string };
  readonly rectify: { readonly dueAt: string | null; readonly sentence: string };
  readonly answers: readonly { readonly text: string }[];
  readonly dismissal?: { readonly reason: string };
  readonly extension?: { readonly days: number };
  readonly followUp?: { readonly name: string };
  readonly reviewOn?: string;
  readonly may: { readonly append: object | null };
}

const inZone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const day = new Intl.DateTimeFormat('zh-CN', { ...inZone, month: 'long', day: 'numeric' });
const weekday = new Intl.DateTimeFormat('zh-CN', { ...inZone, weekday: 'long' });
const time = new Intl.DateTimeFormat('zh-CN', { ...inZone, hour: '2-digit', minute: '2-digit' });

const dayOf = (at: string): string => {
  const date = new Date(at);
  return `${day.format(date)}（${weekday.format(date)}）`;
};

/** 11月16日（星期一）09:00 */
const inShanghai = (at: string): string => `${dayOf(at)}${time.format(new Date(at))}`;

/** What the interface says of the ticket, as far as the page must say it too. */
const saidOf = (ticket: Ticket): readonly string[] => {
  const isOver = ticket.name === '不予采纳' || ticket.name === '已办结';
  const reached = ticket.stages.filter(({ at }) => at !== null);
  return [
    ticket.name,
    ...reached.flatMap(({ name, at }) => [name, inShanghai(at ?? '')]),
    ...(isOver ? [] : [ticket.contact.sentence, ticket.rectify.sentence]),
    ...ticket.answers.map(({ text }) => text),
    ...[ticket.dismissal?.reason, ticket.followUp?.name].filter((said) => said !== undefined),
    ...(ticket.reviewOn === undefined ? [] : [dayOf(ticket.reviewOn)]),
    ...(ticket.extension === undefined ? [] : [`${ticket.extension.days}个工作日`]),
  ];
};

const withTicket = residentStates.filter(
  (state) =>
    state.startsWith('receipt-') && !['good', 'unknown', 'messages'].includes(state.slice(8)),
);

describe('the receipt of a bad rating', () => {
  it.each(withTicket)('says what the interface says: %s', async (state) => {
    const { page, close } = await openPage(browser, { width: 360, origin: originOf(state) });
    await page.goto(addressOf(state, { lang: 'zh' }));
    const shown = (await page.locator('main').innerText()).replaceAll(/\s/g, '');
    const asked = await fetch(
      new URL(`/v1/receipts/${pages[state].path.slice(9)}`, originOf(state)),
      {
        headers: { 'accept-language': 'zh' },
      },
    );
    const { ticket } = (await asked.json()) as { ticket: Ticket };
    for (const words of saidOf(ticket)) expect(shown).toContain(words.replaceAll(/\s/g, ''));
    expect(await page.getByRole('button', { name: '提交追评' }).count()).toBe(
      ticket.may.append === null ? 0 : 1,
    );
    await close();
  });
});
