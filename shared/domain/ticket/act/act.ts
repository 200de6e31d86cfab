import type { RequestedNotice } from '../../notice/notice.ts';
import type { CommandOf, CommandType, TicketContext } from '../command.ts';
import type { TicketRefusal } from '../refusal.ts';
import type { StepDraft } from '../step/step.ts';
import type { Ticket } from '../ticket.ts';

/** The moment, the rules that apply, and the id of the person who acts. */
export type ActContext = Pick<TicketContext, 'at' | 'rules'> & { readonly by: string };

export interface Change {
  /** The members of the ticket that change. */
  readonly next: Partial<Ticket>;
  readonly step: Pick<StepDraft, 'type' | 'facts' | 'sealedNote' | 'sealedAnswer'>;
  readonly notices?: readonly RequestedNotice[];
}

/** What one command does once person and state allow it. */
export interface Act<T extends CommandType> {
  /** Returns why the command is refused after all. */
  readonly refuse?: (
    ticket: Ticket,
    command: CommandOf<T>,
    context: ActContext,
  ) => TicketRefusal | undefined;
  readonly apply: (ticket: Ticket, command: CommandOf<T>, context: ActContext) => Change;
}
