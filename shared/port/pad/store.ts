import type { Pad } from '../../domain/pad/pad.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** A rating that a pad sent and that was refused for good: kept, so that nothing vanishes. */
export interface RefusedPadRating {
  readonly padId: string;
  /** 0 when the pad gave none that could be read. */
  readonly sequence: number;
  /** Tells apart what was refused under one number. */
  readonly mark: string;
  readonly at: Instant;
  readonly code: string;
  /** What the pad sent, under the field key. */
  readonly sealed: string;
}

/** What staff may know of it: the words stay sealed. */
export type RefusedMark = Omit<RefusedPadRating, 'sealed'>;

/** A hall, or every hall of an area. */
export type PadPlace = { readonly hall: string } | { readonly area: string };

export interface PadStore {
  /** Stores a new pad together with its one-time enrolment code (already hashed). */
  register(pad: Pad, enrolment: { codeHash: string; expiresAt: Instant }): Promise<void>;
  /** The pad that a code enrols, if the code is unused and not expired at `at`. */
  padOfCode(codeHash: string, at: Instant): Promise<Pad | undefined>;
  /** Saves against the version before; a code is used up in the same write that enrols its pad. */
  save(next: Pad, usedCodeHash?: string): Promise<'saved' | 'conflict'>;
  find(padId: string): Promise<Pad | undefined>;
  /** Every pad of an area's halls. */
  inArea(area: string): Promise<readonly Pad[]>;
  /**
   * The pads of an area, or of one of its halls, by hall and window.
   * @throws CursorRefused
   */
  listed(of: PadPlace, page: Paging<Pad>): Promise<Page<Pad>>;
  keepRefused(refused: RefusedPadRating): Promise<void>;
  /** What was refused of one pad's ratings, by number; never what they said. */
  refusedOf(padId: string): Promise<readonly RefusedMark[]>;
}
