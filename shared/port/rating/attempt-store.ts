import type { Attempt } from '../../domain/rating/attempt.ts';

export type AttemptedContact = Pick<Attempt, 'projectNo' | 'serviceNumber'>;

/** Keeps what was sent about contacts that are rated already. It is never changed or deleted. */
export interface AttemptStore {
  /**
   * Keeps an attempt once. The first of every issuer always has its place; the others share what is
   * left of `mostAttempts`. What contests a rating has places of its own, which nothing else takes;
   * concurrent writers may exceed their number. Returns `known` for one that is kept already, and
   * `full` when there is no place for it. Any number of concurrent callers may keep different
   * attempts.
   */
  keep(attempt: Attempt): Promise<'kept' | 'known' | 'full'>;
  /** Returns the attempts at a contact, the earliest first. */
  ofContact(contact: AttemptedContact): Promise<readonly Attempt[]>;
}
