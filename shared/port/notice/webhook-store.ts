import type { Webhook } from '../../domain/notice/delivery.ts';

/** Webhooks and robots: few, and changed by hand. */
export interface WebhookStore {
  admit(webhook: Webhook): Promise<void>;
  find(id: string): Promise<Webhook | undefined>;
  /** From now on nothing is sent to it; `unknown` too when a lost answer made the removal go out twice. */
  remove(id: string): Promise<'removed' | 'unknown'>;
  all(): Promise<readonly Webhook[]>;
}
