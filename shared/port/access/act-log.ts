import type { Act, ActFacts } from '../../domain/access/act.ts';
import type { Month } from '../../domain/time/month.ts';
import type { Page, PagePlace } from '../page.ts';

/** A part of the chain, without trusting what is stored. */
export interface ActPart {
  /** The readable acts, in order. */
  readonly acts: readonly Act[];
  /** Sort keys of items that do not fit their schema. */
  readonly unreadable: readonly string[];
  /** Sort keys of items that are not on their lists, or expire. */
  readonly misplaced: readonly string[];
  /** Whether nothing follows. */
  readonly isLast: boolean;
}

/** 管理操作日志: acts are appended, and taken out from the beginning when their period is over. */
export interface ActLog {
  /** Appends to the end of the chain, whatever others append at the same moment. */
  append(facts: ActFacts): Promise<Act>;
  /**
   * Takes out the acts of these numbers, the first one first, so that what is left after an
   * interruption has no gap. Only after an act that marks it.
   */
  remove(numbers: { readonly from: number; readonly through: number }): Promise<void>;
  find(number: number): Promise<Act | undefined>;
  /**
   * Lists the acts of a month in Shanghai, the newest first.
   *
   * @throws CursorRefused
   */
  ofMonth(month: Month, page: PagePlace): Promise<Page<Act>>;
  /**
   * Returns the stored items from a number on, at most `limit`, as somebody with access to the table
   * left them; never throws for what an item contains.
   */
  part(from: number, limit: number): Promise<ActPart>;
}
