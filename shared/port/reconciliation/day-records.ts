import type { Case } from '../../domain/case/case.ts';
import type { Invited } from '../../domain/rating/invited.ts';
import type { Rating } from '../../domain/rating/rating.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { CivilDate } from '../../domain/time/instant.ts';

/** 原始记录: everything that figures are counted from, by area (6 digits) and day in Shanghai. */
export interface DayRecords {
  /** Cases finished on that day. */
  finished(area: string, day: CivilDate): AsyncIterable<Case>;
  /** Contacts first invited on that day. */
  invited(area: string, day: CivilDate): AsyncIterable<Invited>;
  /** Ratings that came on that day, follow-ups and those of upstream defaults included. */
  rated(area: string, day: CivilDate): AsyncIterable<Rating>;
  /** Those that are there. */
  tickets(ids: readonly string[]): Promise<readonly Ticket[]>;
}
