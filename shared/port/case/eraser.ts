import type { WholeCase } from '../../domain/case/retention/settled.ts';
import type { Evidence } from '../../domain/evidence/evidence.ts';
import type { Contest } from '../../domain/rating/contest/contest.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { Step } from '../../domain/ticket/step/step.ts';
import type { CivilDate, Instant } from '../../domain/time/instant.ts';
import type { AttemptedContact } from '../rating/attempt-store.ts';

/** How far the nightly run has come. */
export interface RetentionProgress {
  readonly at: Instant;
  /** No case was reported before this day: that of the first administrative act, if there was one. */
  readonly since?: CivilDate | undefined;
  /** Every case that was settled on this day or before it was looked at, as far as it was there. */
  readonly doneUntil: CivilDate;
  /** The month whose cases the next run looks at again; it moves backwards and starts over. */
  readonly nextMonth: string;
  /** Of the latest run. */
  readonly erased: number;
  /** Numbers of cases that it could not erase. */
  readonly failed: readonly string[];
}

/**
 * Erases what is otherwise written once and never changed. Every call may be repeated: what was
 * erased before stays as it is.
 */
export interface Eraser {
  /** Returns undefined when there is no case, or its ratings have none. */
  wholeCase(projectNo: string): Promise<WholeCase | undefined>;
  /** Replaces the words of a stored rating by those of `next`; nothing else of it. */
  eraseWords(next: Rating): Promise<void>;
  /** Replaces the note of a stored step by that of `next`; nothing else of it. */
  eraseNote(next: Step): Promise<void>;
  /** Removes everything that others sent about a rated contact. */
  removeAttempts(contact: AttemptedContact): Promise<void>;
  /** Removes the entries by staff that are decided; a rating names who entered and checked it. */
  removeEntries(projectNo: string): Promise<void>;
  /** Replaces a contest by its next version. */
  eraseContest(next: Contest): Promise<void>;
  evidenceOf(ticketId: string): Promise<readonly Evidence[]>;
  /** Removes the bytes of a file and then replaces its name by that of `next`. */
  eraseFile(next: Evidence): Promise<void>;
  /** Undefined before the first run. */
  progress(): Promise<RetentionProgress | undefined>;
  keepProgress(next: RetentionProgress): Promise<void>;
}
