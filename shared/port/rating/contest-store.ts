import type { ContestNotice } from '../../domain/notice/notice.ts';
import type { Contest, ContestKey } from '../../domain/rating/contest/contest.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { Opening } from '../../domain/ticket/opening.ts';
import type { Page, Paging } from '../page.ts';
import type { TicketChange } from '../ticket/store.ts';

/** Everything that is written with the ruling on a contest. */
export interface ContestEffect {
  /** After the ruling. */
  readonly contest: Contest;
  /** The ratings that were contested, as they are marked after it. */
  readonly rated: readonly Rating[];
  /** Of the ticket that the first rating opened, when that is not the applicant's. */
  readonly change?: TicketChange | undefined;
  /** The rating that takes its place, with the ticket that it opens. */
  readonly second?: { readonly rating: Rating; readonly opening: Opening | undefined } | undefined;
}

/** Stores contests, and what they change in the ratings that they are about. */
export interface ContestStore {
  /**
   * Writes a contest with its notices, and marks the rating as contested: all or nothing. Of any
   * number of concurrent writers with one key exactly one gets `ok: true`, the others the contest
   * that is there.
   */
  open(
    contest: Contest,
    marks: { readonly first: Rating; readonly notices: readonly ContestNotice[] },
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly existing: Contest }>;
  find(key: ContestKey): Promise<Contest | undefined>;
  /** Returns the contests of a contact, the first one first. */
  ofContact(contact: Pick<ContestKey, 'projectNo' | 'serviceNumber'>): Promise<readonly Contest[]>;
  /** Saves against the previous version. */
  save(next: Contest): Promise<'saved' | 'conflict'>;
  /**
   * Writes a ruling with its whole effect: all or nothing. `conflict` when the contest or the ticket
   * has changed: read again and decide again.
   */
  rule(effect: ContestEffect): Promise<'saved' | 'conflict'>;
  /**
   * Lists the contests of an area, those that wait for a ruling or those that ended; the oldest first.
   *
   * @throws CursorRefused
   */
  listed(
    list: { readonly area: string; readonly state: 'open' | 'ended' },
    page: Paging<Contest>,
  ): Promise<Page<Contest>>;
}
