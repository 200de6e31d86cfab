import * as z from 'zod/mini';

import { fromEpoch, toEpoch } from '../../../../shared/domain/time/instant.ts';
import type { Instant } from '../../../../shared/domain/time/instant.ts';
import { ExpectationFailed } from './expectation.ts';

const Clock = z.object({ now: z.string(), running: z.boolean() });

/** Controls the clock and the faults of an instance. The clock may differ from real time. */
export interface Steering {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Moves the clock to `at`, if that is later, and waits until the instance is idle. */
  moveTo(at: Instant): Promise<void>;
  /** Moves the clock by a number of minutes and waits until the instance is idle. */
  pass(minutes: number): Promise<void>;
  /** Waits until the instance is idle. */
  settle(): Promise<void>;
  /** Replaces the injected faults and returns the ones before. */
  inject(faults: object): Promise<object>;
  /** The milliseconds by which this object moved the clock. */
  readShift(): number;
}

const minuteMs = 60_000;

const callControl = async (url: string, path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(`${url}/_local/${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  const content: unknown = await answer.json();
  if (answer.ok) return content;
  throw new ExpectationFailed(`expected /_local/${path} to succeed`, JSON.stringify(content));
};

/** Rejects when no instance answers at `url`. */
export const openSteering = async (url: string): Promise<Steering> => {
  let now: () => number = Date.now;
  let shift = 0;
  const follow = (content: unknown): void => {
    const clock = Clock.parse(content);
    const ahead = Date.parse(clock.now) - Date.now();
    now = () => (clock.running ? Date.now() + ahead : Date.parse(clock.now));
  };
  follow(await callControl(url, 'clock'));
  const settle = async (): Promise<void> => {
    await callControl(url, 'idle', {});
  };
  const moveTo = async (at: Instant): Promise<void> => {
    const before = now();
    if (toEpoch(at) > before) {
      follow(await callControl(url, 'clock', { set: fromEpoch(toEpoch(at)) }));
      shift += toEpoch(at) - before;
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
    readShift: () => shift,
  };
};
