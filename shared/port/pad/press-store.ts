import type { Press, PressKey, PressState } from '../../domain/pad/press.ts';
import type { RatedContact } from '../../domain/pad/refused.ts';
import type { WindowKey } from '../case/store.ts';
import type { Page, Paging } from '../page.ts';
import type { PadNumber } from './store.ts';

/** Holds what was pressed without a token until it is a rating, or for good when it never is. */
export interface PressStore {
  /**
   * Records what a number stands for and holds its press: both or nothing. Returns what the number
   * has stood for before; then nothing is written.
   */
  hold(number: PadNumber, press: Press): Promise<PadNumber | undefined>;
  /** Undefined once it is a rating. */
  find(key: PressKey): Promise<Press | undefined>;
  /** Saves against the previous version. */
  save(next: Press): Promise<'saved' | 'conflict'>;
  /** Ends the holding of a press that is stored as a rating; its number names the contact. */
  release(key: PressKey, contact: RatedContact): Promise<void>;
  /**
   * Returns what is held at a window and not settled, also what a case event before this call did
   * not see.
   */
  heldAt(window: WindowKey): Promise<readonly Press[]>;
  /**
   * Lists what is held, or was settled, at the windows of an area, by when its tries end.
   *
   * @throws CursorRefused
   */
  listed(
    of: { readonly area: string; readonly state: PressState },
    page: Paging<Press>,
  ): Promise<Page<Press>>;
}
