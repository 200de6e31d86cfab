import type { Webhook } from '../../domain/notice/delivery.ts';

/** Stores webhooks and robots: few, and changed by hand. */
export interface WebhookStore {
  admit(webhook: Webhook): Promise<void>;
  find(id: string): Promise<Webhook | undefined>;
  /**
   * Nothing more is sent to it from now on. `unknown` also when the removal was sent twice because
   * a response was lost.
   */
  remove(id: string): Promise<'removed' | 'unknown'>;
  all(): Promise<readonly Webhook[]>;
}
