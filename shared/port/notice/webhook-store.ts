import type { Hook } from '../../domain/notice/delivery.ts';

/** Webhooks and robots: few, and changed by hand. */
export interface HookStore {
  admit(hook: Hook): Promise<void>;
  find(id: string): Promise<Hook | undefined>;
  /** From now on nothing is sent to it; `unknown` too when a lost answer made the removal go out twice. */
  remove(id: string): Promise<'removed' | 'unknown'>;
  all(): Promise<readonly Hook[]>;
}
