import type { RequestedNotice } from '../../notice/notice.ts';
import type { CommandOf, CommandType, TicketContext } from '../command.ts';
import type { AnyContent, SealedWords } from '../event/event.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { TicketState } from '../terms.ts';
import type { Ticket } from '../ticket.ts';

/** The moment, the person and the rules that apply. */
export type ActContext = TicketContext;

/** What an act decides: the content of its event, and where the event leads. */
export type Decided = AnyContent &
  SealedWords & {
    /** The state and the round after the event, when it changes them. */
    readonly to?: TicketState;
    readonly round?: 2;
    readonly notices?: readonly RequestedNotice[];
  };

/**
 * What one command does once person and state allow it. Returns why it is refused after all, or
 * what happens; the ticket itself is changed only by the event.
 */
export type Act<T extends CommandType> = (
  ticket: Ticket,
  command: CommandOf<T>,
  context: ActContext,
) => Decided | TicketRefusal;
