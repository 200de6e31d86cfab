import type { Page } from 'playwright-core';

import { callsOf } from './calls.ts';
import type { Calls } from './calls.ts';
import type { Loop } from './loop.ts';
import { registerPad } from './registered-pad.ts';

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
    register: async (window) => (await registerPad(loop, { hall, window })).code,
    async enrol(page, code) {
      await page.getByLabel('登记码').fill(code);
      await page.getByRole('button', { name: '登记' }).click();
    },
    serve: (window) => calls.acceptedCase({ hall, window }),
  };
};
