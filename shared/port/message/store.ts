import type { Message } from '../../domain/message/message.ts';
import type { OptOut } from '../../domain/message/opt-out.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** One message that counts towards what a person gets in a day. */
export interface CountedMessage {
  /** Keyed digest of the number and the day: those of two days have nothing in common. */
  readonly mark: string;
  readonly messageId: string;
  readonly most: number;
  /** From then on the count is not needed. */
  readonly until: Instant;
}

/**
 * Stores what was planned and became of it, and what people refused. A planned message is in the due
 * index until it is sent, suppressed or given up.
 */
export interface MessageStore {
  find(id: string): Promise<Message | undefined>;
  /** Saves against the previous version; version 1 must be new. */
  save(next: Message): Promise<'saved' | 'conflict'>;
  /**
   * Counts a message, unless the day has `most` others. The same message counts once, however often
   * it is counted.
   */
  countOfDay(counted: CountedMessage): Promise<'counted' | 'full'>;
  choiceOf(recipient: string): Promise<OptOut | undefined>;
  /** Saves against the previous version; version 1 must be new. */
  choose(next: OptOut): Promise<'saved' | 'conflict'>;
  /**
   * Lists whom the hotline may call, the longest waiting first.
   *
   * @throws CursorRefused
   */
  toCall(area: string, page: Paging<Message>): Promise<Page<Message>>;
}
