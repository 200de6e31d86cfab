import { describe, expect, it } from 'vitest';

import { sampleHook } from './notice-sample.ts';
import { unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const hookStoreContract = (given: GivenStores): void => {
  describe('a webhook store', () => {
    it('keeps what was admitted until it is removed', async () => {
      const { hooks } = given();
      const [second, first] = ['b', 'a'].map((name) => sampleHook({ name: unique(name) }));
      for (const hook of [second!, first!]) await hooks.admit(hook);
      expect(await hooks.find(first!.id)).toEqual(first);
      expect(await hooks.all()).toEqual([first, second]);
      expect(await hooks.remove(first!.id)).toBe('removed');
      expect(await hooks.remove(first!.id)).toBe('unknown');
      expect(await hooks.find(first!.id)).toBeUndefined();
      expect(await hooks.all()).toEqual([second]);
      await hooks.remove(second!.id);
    });

    it('takes no second one under the same id', async () => {
      const { hooks } = given();
      const hook = sampleHook();
      await hooks.admit(hook);
      await expect(hooks.admit({ ...hook, name: 'x' })).rejects.toThrow('in use');
      expect(await hooks.find(hook.id)).toEqual(hook);
      await hooks.remove(hook.id);
    });
  });
};
