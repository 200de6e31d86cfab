import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import type { Caller } from '../../infra/local/client/loop-client.ts';
import { claimCodeOf } from '../../shared/http/pad/claim-check.ts';
import { axeFaults, openBrowser, openPage } from '../support/browser.ts';
import { startLoop } from '../support/loop.ts';
import type { Loop } from '../support/loop.ts';
import { padWalk } from '../support/pad-walk.ts';
import type { PadWalk } from '../support/pad-walk.ts';

let loop: Loop;
let browser: Browser;
let walk: PadWalk;
let pad: Caller;
let codeOf: (sequence: number) => string;

beforeAll(async () => {
  [loop, browser] = await Promise.all([startLoop(), openBrowser()]);
  walk = await padWalk(loop);
  const { body } = await loop.client
    .open()
    .post<{ padId: string; number: number; key: string }>('/v1/pads/enrol', {
      code: await walk.register('G01'),
    });
  pad = loop.client.signed({ accessKey: body.padId, secret: body.key });
  codeOf = (sequence) => claimCodeOf({ padNumber: body.number, sequence }, body.key);
});
afterAll(async () => {
  await browser.close();
  await loop.stop();
});

/** The pad sends what was pressed under this number. */
const arrive = async (sequence: number): Promise<void> => {
  const token = await walk.calls.tokenFor(await walk.calls.acceptedCase());
  const rating = { sequence, token, level: 'satisfied', tags: [] };
  const { body } = await pad.post<{ stored: unknown[] }>('/v1/pads/me/ratings', {
    ratings: [rating],
  });
  expect(body.stored).toHaveLength(1);
};

/** A phone on which the code of a pad was scanned. */
const openPhone = async (hasScript = true): Promise<Page> => {
  const { page, close } = await openPage(browser, {
    width: 360,
    hasScript,
    origin: loop.system.url,
  });
  onTestFinished(close);
  return page;
};

/** Opens the address; with its script the page knows the phone again. */
const scanOn = async (page: Page, code: string): Promise<void> => {
  await page.goto(`${loop.system.url}/claim/${code}`);
  await page.waitForLoadState('networkidle');
};

const claimOn = (page: Page): Promise<void> => page.locator('form.claim button').click();

const receiptOn = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/receipt\//);
  return new URL(page.url()).pathname;
};

const keptOn = (page: Page): Promise<number> => page.evaluate<number>('localStorage.length');

describe('the code of a pad on a phone', () => {
  it('leads to the receipt, again on the same phone, and on no other', async () => {
    await arrive(1);
    const phone = await openPhone();
    await scanOn(phone, codeOf(1));
    expect(await axeFaults(phone)).toEqual([]);
    expect(await keptOn(phone)).toBe(1);
    expect(await phone.evaluate('JSON.stringify(localStorage)')).not.toContain(codeOf(1));
    await claimOn(phone);
    const receipt = await receiptOn(phone);
    await scanOn(phone, codeOf(1));
    await claimOn(phone);
    expect(await receiptOn(phone)).toBe(receipt);
    const other = await openPhone();
    await scanOn(other, codeOf(1));
    await claimOn(other);
    await other.getByRole('heading', { name: '不能领取回执' }).waitFor();
    expect(await axeFaults(other)).toEqual([]);
  });

  it('waits for a rating that the pad has not sent, also when it is scanned anew', async () => {
    const phone = await openPhone();
    await scanOn(phone, codeOf(2));
    await claimOn(phone);
    await phone.getByText('评价尚未上传').waitFor();
    expect(await axeFaults(phone)).toEqual([]);
    await scanOn(phone, codeOf(2));
    await arrive(2);
    await claimOn(phone);
    await receiptOn(phone);
  });

  it('needs no script on the phone that claims', async () => {
    const phone = await openPhone(false);
    await scanOn(phone, codeOf(3));
    await claimOn(phone);
    await phone.getByText('评价尚未上传').waitFor();
    const bound = await phone.locator('input[name=clientRef]').getAttribute('value');
    await arrive(3);
    await claimOn(phone);
    await receiptOn(phone);
    expect(bound).toMatch(/^[\w-]{36}$/);
  });

  it('keeps the reference that counts where an older one was kept', async () => {
    const phone = await openPhone();
    await scanOn(phone, codeOf(4));
    // The script came too late: the phone was bound by the reference of the server.
    await phone.locator('input[name=clientRef]').evaluate((field) => {
      (field as unknown as { value: string }).value = '0b1e3c52-7d1f-4a80-9f6e-2c4d5b6a7f80';
    });
    await claimOn(phone);
    await phone.getByText('评价尚未上传').waitFor();
    await phone.waitForLoadState('networkidle');
    await scanOn(phone, codeOf(4));
    await arrive(4);
    await claimOn(phone);
    expect(await receiptOn(phone)).toMatch(/^\/receipt\/\d/);
  });
});
