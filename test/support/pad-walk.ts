import type { Page } from 'playwright-core';

import { confirmProposed } from '../../infra/local/client/two-persons.ts';
import { callsOf } from './calls.ts';
import type { Calls } from './calls.ts';
import type { Loop } from './loop.ts';

export const hall = '33060201';

/** What a hall does with a pad, and what the system then holds. */
export interface PadWalk {
  readonly calls: Calls;
  /** Registers a pad for the window by two persons; returns its enrolment code. */
  register(window: string): Promise<string>;
  /** Enters the code on the page, which is open. */
  enrol(page: Page, code: string): Promise<void>;
  /** Somebody is served at the window; returns the number of the case. */
  serve(window: string): Promise<string>;
}

export const padWalk = async (loop: Loop): Promise<PadWalk> => {
  const calls = callsOf(loop, (await loop.integrator()).calls);
  return {
    calls,
    async register(window) {
      const [first, second] = [
        await loop.staff('halladmin-yuecheng'),
        await loop.staff('sysadmin-2'),
      ];
      const proposed = await first.post('/v1/pads', { hall, window });
      const { body } = await confirmProposed<{ code: string }>(second, proposed);
      return body.code;
    },
    async enrol(page, code) {
      await page.getByLabel('登记码').fill(code);
      await page.getByRole('button', { name: '登记' }).click();
    },
    serve: (window) => calls.acceptedCase({ hall, window }),
  };
};
