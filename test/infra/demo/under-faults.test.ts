import { describe, expect, it } from 'vitest';

import type { Stage } from '../../../infra/local/scenario/demo/stage.ts';
import { playUnderFaults } from '../../../infra/local/scenario/demo/under-faults.ts';

/** A stage of which only the faults exist. */
const stageWith = (before: object) => {
  const state = { faults: before };
  const leave: (() => Promise<void>)[] = [];
  const inject = async (faults: object): Promise<object> => {
    const earlier = state.faults;
    state.faults = faults;
    return earlier;
  };
  return { state, stage: { clock: { inject } as Stage['clock'], leave } };
};

const down = { center: { down: true } };

describe('a scene under faults', () => {
  it('has them while it plays and no longer, and leaves nothing to be taken back', async () => {
    const { state, stage } = stageWith({ delayMs: 5 });
    const seen = await playUnderFaults(stage, down, async () => state.faults);
    expect(seen).toEqual(down);
    expect(state.faults).toEqual({ delayMs: 5 });
    expect(stage.leave).toEqual([]);
  });

  it('has them taken back on leaving when it breaks off', async () => {
    const { state, stage } = stageWith({});
    const broken = playUnderFaults(stage, down, () => Promise.reject(new Error('not as told')));
    await expect(broken).rejects.toThrow('not as told');
    for (const undo of stage.leave.toReversed()) await undo();
    expect(state.faults).toEqual({});
  });
});
