import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { callsOf } from './calls.ts';
import type { Calls } from './calls.ts';
import type { Loop } from './loop.ts';

/** What somebody with a phone does, and what the system then holds. */
export interface ResidentWalk {
  readonly calls: Calls;
  addressOf(path: string, query?: Readonly<Record<string, string>>): string;
  /** The path of a link in a message about a new case. */
  link(): Promise<string>;
  /** The rating whose receipt the page shows. */
  storedAt(page: Page): Promise<Record<string, unknown>>;
}

/** A finger touches the label, which covers its whole card. */
export const choose = (page: Page, id: string): Promise<void> =>
  page.locator(`label[for="${id}"]`).click();

export const residentWalk = async (loop: Loop): Promise<ResidentWalk> => {
  const calls = callsOf(loop, (await loop.integrator()).calls);
  return {
    calls,
    addressOf(path, query = {}) {
      const url = new URL(path, loop.system.url);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    link: async () => `/r/${await calls.tokenFor(await calls.acceptedCase(), 'sms')}`,
    async storedAt(page) {
      const receipt = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
      const { status, body } = await loop.client
        .open()
        .get<{ rating: Record<string, unknown> }>(`/v1/receipts/${receipt}`);
      expect(status).toBe(200);
      return body.rating;
    },
  };
};
