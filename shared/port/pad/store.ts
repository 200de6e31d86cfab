import type { Signed } from '../../domain/access/signed.ts';
import type { Pad } from '../../domain/pad/pad.ts';
import type { RatingKey } from '../../domain/rating/rating.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** A rating from a pad that was permanently refused; kept, so that nothing is lost. */
export interface RefusedPadRating {
  readonly padId: string;
  /** 0 when the pad sent no readable number. */
  readonly sequence: number;
  /** Distinguishes refused ratings with the same number. */
  readonly mark: string;
  readonly at: Instant;
  readonly code: string;
  /** What the pad sent, encrypted with the field key. */
  readonly sealed: string;
  /** It was larger than any rating that a resident can make; only its beginning is kept. */
  readonly cut?: true | undefined;
  readonly takenUp?: TakenUp | undefined;
}

/** Which contact two persons gave a refused rating. */
interface TakenUp extends Signed {
  readonly projectNo: string;
  readonly serviceNumber: number;
}

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

export type RatedContact = Pick<RatingKey, 'projectNo' | 'serviceNumber'>;

/** What staff may see of it; the content stays encrypted. */
export type RefusedMark = Omit<RefusedPadRating, 'sealed'>;

/** A hall, or every hall of an area. */
export type PadPlace = { readonly hall: string } | { readonly area: string };

export interface PadStore {
  /** Stores a new pad together with its one-time enrolment code (already hashed). */
  register(pad: Pad, enrolment: { codeHash: string; expiresAt: Instant }): Promise<void>;
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
  /** Marks it as taken up, once; returns the mark that holds, which another proposal may have set. */
  takeUp(key: RefusedKey, takenUp: TakenUp): Promise<TakenUp>;
  /** Takes that mark away: its contact was rated otherwise. */
  putBack(key: RefusedKey): Promise<void>;
}
