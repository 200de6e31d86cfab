import type { Act, ActFacts } from '../../domain/access/act.ts';
import type { Month } from '../../domain/time/month.ts';
import type { Page, PagePlace } from '../page.ts';

/** 管理操作日志: acts are only ever appended. */
export interface ActLog {
  /** Appends to the end of the chain, whatever others append at the same moment. */
  append(facts: ActFacts): Promise<Act>;
  find(number: number): Promise<Act | undefined>;
  /**
   * Lists the acts of a month in Shanghai, in the order of their numbers.
   *
   * @throws CursorRefused
   */
  ofMonth(month: Month, page: PagePlace): Promise<Page<Act>>;
}
