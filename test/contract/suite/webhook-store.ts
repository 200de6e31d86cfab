import { describe, expect, it } from 'vitest';

import { sampleWebhook } from './notice-sample.ts';
import { unique } from './sample.ts';
import type { GivenStores } from './sample.ts';

export const webhookStoreContract = (given: GivenStores): void => {
  describe('a webhook store', () => {
    it('keeps what was admitted until it is removed', async () => {
      const { webhooks } = given();
      const [second, first] = ['b', 'a'].map((name) => sampleWebhook({ name: unique(name) }));
      for (const webhook of [second!, first!]) await webhooks.admit(webhook);
      expect(await webhooks.find(first!.id)).toEqual(first);
      expect(await webhooks.all()).toEqual([first, second]);
      expect(await webhooks.remove(first!.id)).toBe('removed');
      expect(await webhooks.remove(first!.id)).toBe('unknown');
      expect(await webhooks.find(first!.id)).toBeUndefined();
      expect(await webhooks.all()).toEqual([second]);
      await webhooks.remove(second!.id);
    });

    it('takes no second one under the same id', async () => {
      const { webhooks } = given();
      const webhook = sampleWebhook();
      await webhooks.admit(webhook);
      await expect(webhooks.admit({ ...webhook, name: 'x' })).rejects.toThrow('in use');
      expect(await webhooks.find(webhook.id)).toEqual(webhook);
      await webhooks.remove(webhook.id);
    });
  });
};
