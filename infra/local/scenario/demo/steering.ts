import * as z from 'zod/mini';

import { fromEpoch, toEpoch } from '../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { NotAsTold } from './expectation.ts';

const Clock = z.object({ now: z.string(), running: z.boolean() });

/** The instance's clock, which may have been steered far from ours, or stand still. */
export interface Steering {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Moves time to `at`, unless it is there already, and lets what fell due happen. */
  moveTo(at: Instant): Promise<void>;
  /** The same by so many minutes from now. */
  pass(minutes: number): Promise<void>;
  /** Lets everything that is due now happen. */
  settle(): Promise<void>;
  /** Replaces the injected faults; answers those that were there before. */
  inject(faults: object): Promise<object>;
  /** Milliseconds by which this run moved the clock, beside the time that passed by itself. */
  moved(): number;
}

const minuteMs = 60_000;

const callControl = async (url: string, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(`${url}/_local/${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  const said: unknown = await answer.json();
  if (answer.ok) return said;
  throw new NotAsTold(`expected /_local/${path} to do as told`, `came: ${JSON.stringify(said)}`);
};

/** Rejects when nothing that is ours answers at `url`. */
export const openSteering = async (url: string): Promise<Steering> => {
  let now: () => number = Date.now;
  let moved = 0;
  const read = (said: unknown): void => {
    const clock = Clock.parse(said);
    const ahead = Date.parse(clock.now) - Date.now();
    now = () => (clock.running ? Date.now() + ahead : Date.parse(clock.now));
  };
  read(await callControl(url, 'clock'));
  const settle = async (): Promise<void> => {
    await callControl(url, 'idle', {});
  };
  const moveTo = async (at: Instant): Promise<void> => {
    const before = now();
    if (toEpoch(at) > before) {
      read(await callControl(url, 'clock', { set: fromEpoch(toEpoch(at)) }));
      moved += toEpoch(at) - before;
    }
    await settle();
  };
  return {
    now: () => now(),
    settle,
    moveTo,
    pass: (minutes) => moveTo(fromEpoch(now() + minutes * minuteMs)),
    inject: async (faults) => {
      const before = (await callControl(url, 'faults')) as object;
      await callControl(url, 'faults', faults);
      return before;
    },
    moved: () => moved,
  };
};
