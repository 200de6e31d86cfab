import type { KeptCallback, KeptState } from '../../domain/exchange/callback/kept.ts';
import type { CallbackNotice } from '../../domain/notice/notice.ts';
import type { Page, PagePlace } from '../page.ts';

/** Callbacks of the center that could not be stored; none is ever deleted. */
export interface KeptCallbackStore {
  /**
   * Writes a new one with the parts of its encrypted content and its notices; an existing one stays as
   * it is.
   */
  keep(
    kept: KeptCallback,
    parts: readonly string[],
    notices: readonly CallbackNotice[],
  ): Promise<void>;
  find(id: string): Promise<KeptCallback | undefined>;
  /** Returns the encrypted content, in order. */
  parts(id: string): Promise<readonly string[]>;
  /** `conflict`: it has changed since it was read. */
  save(next: KeptCallback): Promise<'saved' | 'conflict'>;
  /** The earliest first; of those that wait, the one that was not tried for longest. */
  listed(state: KeptState, page: PagePlace): Promise<Page<KeptCallback>>;
}
