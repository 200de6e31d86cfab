import type { Pad } from '../domain/pad.ts';
import type { Instant } from '../domain/time.ts';

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

export interface PadStore {
  /** Stores a new pad together with its one-time enrolment code (already hashed). */
  register(pad: Pad, enrolment: { codeHash: string; expiresAt: Instant }): Promise<void>;
  /** The pad that a code enrols, if the code is unused and not expired at `at`. */
  padOfCode(codeHash: string, at: Instant): Promise<Pad | undefined>;
  /** Saves against the version before; a code is used up in the same write that enrols its pad. */
  save(next: Pad, usedCodeHash?: string): Promise<'saved' | 'conflict'>;
  find(padId: string): Promise<Pad | undefined>;
  inHall(hall: string): Promise<readonly Pad[]>;
  /** Every pad of an area's halls. */
  inArea(area: string): Promise<readonly Pad[]>;
  keepRefused(refused: RefusedPadRating): Promise<void>;
}
