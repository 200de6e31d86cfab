import type { Pad } from '../../domain/pad/pad.ts';
import type {
  RatedContact,
  RefusedEnd,
  RefusedMark,
  RefusedPadRating,
} from '../../domain/pad/refused.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

type RefusedKey = Pick<RefusedPadRating, 'padId' | 'sequence' | 'mark'>;

type NumberKey = Pick<PadNumber, 'padId' | 'sequence'>;

/** What one of a pad's own numbers stands for. */
export interface PadNumber {
  readonly padId: string;
  readonly sequence: number;
  /** Keyed digest of the rating. */
  readonly mark: string;
  readonly at: Instant;
  /** The contact that it rates, as far as it is known. */
  readonly contact?: RatedContact | undefined;
}

/** A hall, or every hall of an area. */
export type PadPlace = { readonly hall: string } | { readonly area: string };

export interface PadStore {
  /**
   * Stores a pad against its previous version, together with its one-time enrolment code (already
   * hashed).
   */
  register(
    pad: Pad,
    enrolment: { codeHash: string; expiresAt: Instant },
  ): Promise<'saved' | 'conflict'>;
  /** Returns the pad that a code enrols, if the code is unused and not expired at `at`. */
  padOfCode(codeHash: string, at: Instant): Promise<Pad | undefined>;
  /**
   * Saves against the previous version. A code is consumed in the same write that enrols its pad.
   */
  save(next: Pad, usedCodeHash?: string): Promise<'saved' | 'conflict'>;
  find(padId: string): Promise<Pad | undefined>;
  /** Returns every pad of an area's halls. */
  inArea(area: string): Promise<readonly Pad[]>;
  /**
   * Lists the pads of an area, or of one of its halls, by hall and window.
   *
   * @throws CursorRefused
   */
  listed(of: PadPlace, page: Paging<Pad>): Promise<Page<Pad>>;
  /** Records what a number stands for; returns what it has stood for before. */
  takeNumber(number: PadNumber): Promise<PadNumber | undefined>;
  numberOf(key: NumberKey): Promise<PadNumber | undefined>;
  /** States which contact a number rates, once that is known; the first contact stays. */
  nameContact(key: NumberKey, contact: RatedContact): Promise<void>;
  /** Keeps it once; a repeat changes nothing. */
  keepRefused(refused: RefusedPadRating): Promise<void>;
  /** Returns what was refused of one pad's ratings, by number; never their content. */
  refusedOf(padId: string): Promise<readonly RefusedMark[]>;
  refusedWith(key: RefusedKey): Promise<RefusedPadRating | undefined>;
  /** Lists those of an area's halls that a person has to look at, by number of their pads. */
  openRefused(area: string, page: Paging<RefusedMark>): Promise<Page<RefusedMark>>;
  /** States how it ended, once; returns the end that holds, which another proposal may have set. */
  endRefused(key: RefusedKey, end: RefusedEnd): Promise<RefusedEnd>;
  /** Takes the contact away again: it was rated otherwise. */
  putBack(key: RefusedKey): Promise<void>;
}
