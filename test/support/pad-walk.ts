import type { Page } from 'playwright-core';

import { defaultPadRules } from '../../shared/domain/pad/page-rules.ts';
import { defaultPolicy } from '../../shared/domain/policy/shipped.ts';
import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import { callsOf } from './calls.ts';
import type { Calls } from './calls.ts';
import type { AcceptedFacts } from './case-facts.ts';
import type { Loop } from './loop.ts';
import { registerPad } from './registered-pad.ts';

const hall = '33060201';

/** What a hall does with a pad, and what the system then holds. */
export interface PadWalk {
  readonly calls: Calls;
  /** Registers a pad for the window by two persons; returns its enrolment code. */
  register(window: string): Promise<string>;
  /** Enters the code on the page, which is open. */
  enrol(page: Page, code: string): Promise<void>;
  /** Somebody is served at the window; returns the number of the case. */
  serve(window: string, more?: Partial<AcceptedFacts>): Promise<string>;
  /** What the hall's supervisor sees of the pad at the window. */
  padAt(window: string): Promise<PadSeen>;
  /** Two persons put a policy in force by which pads offer free text. */
  allowText(): Promise<void>;
}

interface PadSeen {
  readonly padId: string;
  readonly window: string;
  readonly state: string;
  readonly highest: number;
  readonly waiting: number;
  readonly faults: number;
  readonly storage: string;
  readonly missing: readonly unknown[];
}

const padAt = async (loop: Loop, window: string): Promise<PadSeen> => {
  const staff = await loop.staff('halladmin-yuecheng');
  const { body } = await staff.get<{ pads: PadSeen[] }>(`/v1/pads?hall=${hall}&limit=100`);
  const pad = body.pads.find((one) => one.window === window);
  if (pad === undefined) throw new Error(`there is no pad at ${window}`);
  return pad;
};

const allowText = async (loop: Loop): Promise<void> => {
  const [first, second] = [await loop.staff('sysadmin'), await loop.staff('sysadmin-2')];
  const { version: _version, ...shipped } = defaultPolicy;
  const proposed = await first.post<{ version: number }>('/v1/policies', {
    ...shipped,
    source: { official: false, zh: '测试规则，并非官方规定', en: 'Rules of a test' },
    pad: { ...defaultPadRules, freeText: true },
  });
  const done = await second.post(`/v1/policies/${proposed.body.version}/activate`, {});
  if (done.status !== 200) throw new Error(`the policy is not in force: ${done.status}`);
  loop.clock.advance(rulesLagMs);
};

export const padWalk = async (loop: Loop): Promise<PadWalk> => {
  const calls = callsOf(loop, (await loop.integrator()).calls);
  return {
    calls,
    register: async (window) => (await registerPad(loop, { hall, window })).code,
    async enrol(page, code) {
      await page.getByLabel('登记码').fill(code);
      await page.getByRole('button', { name: '登记' }).click();
    },
    serve: (window, more) => calls.acceptedCase({ hall, window, ...more }),
    padAt: (window) => padAt(loop, window),
    allowText: () => allowText(loop),
  };
};
