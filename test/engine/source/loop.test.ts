import { describe, expect, it } from 'vitest';

import { Activity } from '../../../infra/local/engine/source/activity.ts';
import type { Loop } from '../../../infra/local/engine/source/loop.ts';
import { START, bench } from './source-bench.ts';

const setUp = () => {
  const around = bench();
  return { ...around, activity: new Activity(around.clock, around.report) };
};

describe('a loop', () => {
  it('does not rest until a time that has come', async () => {
    const { activity } = setUp();
    let steps = 0;
    activity.loop((loop) => {
      steps += 1;
      return steps < 4 ? loop.restUntil(START - 1) : loop.restForWork();
    });
    await activity.idle();
    // The fifth step is the one that `idle` requests from every loop.
    expect(steps).toBe(5);
    await activity.stop();
  });

  it('takes a wake-up that comes while it works as a reason to look again', async () => {
    const { activity } = setUp();
    const steps: string[] = [];
    const loop: Loop = activity.loop(async (self) => {
      steps.push('look');
      if (steps.length === 1) loop.wake();
      await self.restForWork();
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(steps).toEqual(['look', 'look']);
    await activity.stop();
  });

  it('sleeps through wake-ups while it waits for a time', async () => {
    const { activity, clock } = setUp();
    const times: number[] = [];
    const loop = activity.loop(async (self) => {
      await self.restUntil(START + 1_000);
      times.push(clock.now());
      await self.restForWork();
    });
    loop.wake();
    clock.advance(999);
    await activity.idle();
    expect(times).toEqual([]);
    clock.advance(1);
    await activity.idle();
    expect(times[0]).toBe(START + 1_000);
    await activity.stop();
  });

  it('reports an error, pauses in engine time, and goes on', async () => {
    const { activity, clock, reported } = setUp();
    let steps = 0;
    activity.loop(async (loop) => {
      steps += 1;
      if (steps === 1) throw new Error('broken');
      await loop.restForWork();
    });
    await activity.idle();
    expect(reported).toEqual([new Error('broken')]);
    expect(steps).toBe(1);
    clock.advance(1_000);
    await activity.idle();
    expect(steps).toBeGreaterThan(1);
    await activity.stop();
  });
});

it('the end of an activity waits for its tasks, and their errors are told', async () => {
  const { activity, reported } = setUp();
  const release = Promise.withResolvers<void>();
  activity.task(release.promise);
  const stopping = activity.stop();
  const soon = new Promise((resolve) => setTimeout(resolve, 0, 'still waiting'));
  expect(await Promise.race([stopping, soon])).toBe('still waiting');
  release.reject(new Error('late'));
  await stopping;
  expect(reported).toEqual([new Error('late')]);
});
