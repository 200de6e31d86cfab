import type { Instant } from '../../time/instant.ts';
import type { TicketState } from '../terms.ts';
import type { FactsOf, TicketEventType } from './facts.ts';

/**
 * Who acted. Residents and the system have no id that could identify a person; a person's
 * department is the one at the time of the event.
 */
export type Actor =
  | { readonly role: 'resident' }
  | { readonly role: 'system' }
  | {
      readonly role: 'staff';
      readonly id: string;
      readonly department?: string | undefined;
    };

/**
 * Ends the events of one write, and holds what the ticket has from the write itself and from the
 * rules. A chain whose last event has none is incomplete.
 */
export interface Commit {
  /** The version of the ticket: the number of its writes. */
  readonly version: number;
  /** When something falls due next. */
  readonly nextAt?: Instant | undefined;
  readonly pendingYear?: number | undefined;
}

/** The words of an event, encrypted. */
export interface SealedWords {
  /** 说明: the actor's words (reason, measure). */
  readonly sealedNote?: string | undefined;
  /** The answer to the resident, which only a submission has. */
  readonly sealedAnswer?: string | undefined;
}

interface Envelope extends SealedWords {
  readonly ticketId: string;
  readonly at: Instant;
  readonly by: Actor;
  /** The round in which it happened; a follow-up that opens round 2 is its first event. */
  readonly round: 1 | 2;
  /** The states before and after, when the event changed the state. */
  readonly from?: TicketState | undefined;
  readonly to?: TicketState | undefined;
  /** Identifies a person's action, so that a repeated request is recognized. */
  readonly actionId?: string | undefined;
  readonly commit?: Commit | undefined;
}

/** What is specific to a type of event: its facts, and for a submission the answer. */
export type EventContent<T extends TicketEventType> = {
  readonly type: T;
  readonly facts: FactsOf<T>;
} & (T extends 'submitted' ? { readonly sealedAnswer: string } : unknown);

export type EventOf<T extends TicketEventType> = Envelope & EventContent<T>;

/** 工单事件: one thing that happened to a ticket. Its events, in order, are the ticket. */
export type TicketEvent = { [T in TicketEventType]: EventOf<T> }[TicketEventType];

/** The content of any event, as an act decides it. */
export type AnyContent = { [T in TicketEventType]: EventContent<T> }[TicketEventType];
