/** Everything that can stand on a pad, screen by screen. */
import type { Page } from 'playwright-core';

import { confirmProposed } from '../../../infra/local/client/two-persons.ts';
import type { Loop } from '../loop.ts';
import type { PadWalk } from '../pad-walk.ts';
import { comeOnline, levelOn, mainButton, scan, thanksOn, touch, waitForWorker } from './person.ts';

export type Language = 'en' | 'zh';

export interface PadSize {
  readonly width: number;
  readonly height: number;
}

export const padSizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
] as const satisfies readonly PadSize[];

const named = { zh: '中文', en: 'English' } as const;

export const speak = async (page: Page, language: Language): Promise<void> => {
  await touch(page.getByRole('button', { name: named[language], exact: true }));
  await page.locator(`html[lang=${language === 'zh' ? 'zh-CN' : 'en'}]`).waitFor();
};

export interface PadVisit {
  /** An empty page of a browser without a pad. */
  readonly page: Page;
  readonly size: PadSize;
  readonly window: string;
  readonly loop: Loop;
  readonly walk: PadWalk;
  /** Called on each screen as it stands, in the first language or with a dialog in the last one. */
  readonly see: (page: Page, screen: string) => Promise<void>;
}

/** An address of a hall's own network, as a browser sees it: for `lanRule`, before it is opened. */
export const lanHost = 'pad.hall.test';
export const lanRule = `--host-resolver-rules=MAP ${lanHost} 127.0.0.1`;

const sensitive = { code: '给付-00001-000', name: '残疾人补贴申请' } as const;

/** Lists a sensitive matter by two persons, before a pad shows the first one. */
export const listSensitive = async (loop: Loop): Promise<void> => {
  const [first, second] = [await loop.staff('sysadmin'), await loop.staff('sysadmin-2')];
  const entries = [{ ...sensitive, sensitive: true }];
  await confirmProposed(second, await first.put('/v1/register/matters?area=330602', { entries }));
};

/** From then on every write is rolled back, as on a disk without space. */
const fillDisk = `for (const name of ['add', 'put'])
  IDBObjectStore.prototype[name] = function () {
    queueMicrotask(() => {
      try { this.transaction.abort(); } catch { /* It is rolled back already. */ }
    });
  }`;

const optional = (page: Page) => page.locator('main .acts .plain').nth(1);

const enrol = async ({ page, window, loop, walk, see }: PadVisit): Promise<void> => {
  await page.goto(`${loop.system.url}/pad/`);
  await waitForWorker(page);
  await page.getByText('设备检查通过').waitFor();
  await see(page, 'enrol');
  await page.locator('#code').fill('short');
  await touch(page.locator('form .main'));
  await page.locator('#phase.fault').waitFor();
  await see(page, 'enrol-fault');
  await speak(page, 'zh');
  await walk.enrol(page, await walk.register(window));
  await page.locator('.place strong').waitFor();
  await see(page, 'invite');
};

const rate = async ({ page, window, walk, see }: PadVisit): Promise<void> => {
  await walk.serve(window);
  await comeOnline(page);
  await page.locator('.level').first().waitFor();
  await see(page, 'contact');
  await page.locator('details summary').click();
  await see(page, 'contact-privacy');
  await touch(levelOn(page, 'satisfied'));
  await see(page, 'contact-chosen');
  await touch(optional(page));
  await page.locator('#text').waitFor();
  await see(page, 'reasons-optional');
  await touch(optional(page));
  await touch(levelOn(page, 'very_dissatisfied'));
  await touch(mainButton(page));
  await page.locator('.fault').waitFor();
  await see(page, 'reasons-fault');
  await page.clock.fastForward(60_000);
  await page.locator('dialog[open]').waitFor();
  await see(page, 'idle-warning');
  await touch(page.locator('dialog[open] .main'));
  await touch(page.locator('.tag').first());
  await touch(mainButton(page));
  await thanksOn(page).waitFor();
  await see(page, 'thanks');
  await touch(mainButton(page));
};

const rateSensitive = async ({ page, window, walk, see }: PadVisit): Promise<void> => {
  await walk.serve(window, { matter: sensitive });
  await comeOnline(page);
  await page.getByText('政务服务事项').waitFor();
  await see(page, 'contact-sensitive');
  await touch(levelOn(page, 'satisfied'));
  await touch(mainButton(page));
  await thanksOn(page).waitFor();
  await touch(mainButton(page));
};

const openInsecure = async ({ page, size, loop, see }: PadVisit): Promise<void> => {
  const insecure = await page.context().newPage();
  await insecure.setViewportSize(size);
  await insecure.goto(`http://${lanHost}:${new URL(loop.system.url).port}/pad/`);
  await insecure.locator('main.insecure').waitFor();
  await see(insecure, 'insecure');
  await insecure.close();
};

const lookBehind = async ({ page, size, loop, see }: PadVisit): Promise<void> => {
  await page.locator('.corner').focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await see(page, 'staff-corner');
  await page.keyboard.press('Escape');
  const second = await page.context().newPage();
  await second.setViewportSize(size);
  await second.goto(`${loop.system.url}/pad/`);
  await second.locator('main.second').waitFor();
  await see(second, 'second');
  await second.close();
};

const fail = async ({ page, walk, see }: PadVisit): Promise<void> => {
  await scan(page, await walk.calls.tokenFor(await walk.calls.acceptedCase()));
  await page.locator('.level').first().waitFor();
  await page.evaluate(fillDisk);
  await touch(levelOn(page, 'satisfied'));
  await touch(mainButton(page));
  await page.locator('main.broken').waitFor();
  await see(page, 'broken');
  await page.reload();
  await page.locator('main.invite').waitFor();
};

const endOffline = async ({ page, window, loop, walk, see }: PadVisit): Promise<void> => {
  const { padId } = await walk.padAt(window);
  await page.context().setOffline(true);
  // It is told so once it is back.
  await (await loop.staff('halladmin-yuecheng')).delete(`/v1/pads/${padId}`);
  await comeOnline(page);
  await page.locator('.level').first().waitFor();
  await see(page, 'offline');
  await touch(levelOn(page, 'satisfied'));
  await touch(mainButton(page));
  await thanksOn(page).waitFor();
  await see(page, 'offline-thanks');
  await page.context().setOffline(false);
  await comeOnline(page);
  await page.locator('main.enrol').waitFor();
  await see(page, 'revoked');
};

/**
 * Enrols a pad and leads it through every screen to its revocation, in a browser with `lanRule`, behind
 * `listSensitive`.
 */
export const visitEveryScreen = async (visit: PadVisit): Promise<void> => {
  await visit.page.clock.install();
  await enrol(visit);
  await rate(visit);
  await rateSensitive(visit);
  await lookBehind(visit);
  await openInsecure(visit);
  await fail(visit);
  await endOffline(visit);
};
