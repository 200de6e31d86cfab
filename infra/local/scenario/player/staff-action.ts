import { randomUUID } from 'node:crypto';

import type * as z from 'zod/mini';

import type { TicketAction } from '../../../../events/ticket/action.ts';
import type { Given, Player } from './player.ts';

type Omitting<Action, Member extends string> = Action extends unknown
  ? Omit<Action, Member>
  : never;

/** An action of staff on a ticket, without the version that the person has read. */
export type StaffAction = Omitting<z.input<typeof TicketAction>, 'expectedVersion' | 'actionId'>;

/** An action as a plan has it: its files and its day are known when it is played. */
export type PlannedStaffAction = Omitting<StaffAction, 'evidence' | 'reviewOn'>;

type Of<Type extends StaffAction['type']> = Extract<PlannedStaffAction, { type: Type }>;

export const recordNoAnswer: Of<'recordContact'> = {
  type: 'recordContact',
  way: 'phone',
  outcome: 'no_answer',
};

export const recordReached = (note: string): Of<'recordContact'> => ({
  type: 'recordContact',
  way: 'phone',
  outcome: 'reached',
  note,
});

export const find = (
  kind: Of<'find'>['kind'],
  cause: Of<'find'>['cause'],
  note: string,
): Of<'find'> => ({ type: 'find', kind, cause, note });

export const submit = (
  measure: string,
  answer: string,
  result: Of<'submit'>['result'] = 'rectified',
): Of<'submit'> => ({ type: 'submit', result, measure, answer });

export const claimMistaken = (note: string): Of<'claimInvalid'> => ({
  type: 'claimInvalid',
  grounds: 'mistaken',
  note,
});

export const claimHardship = (note: string): Of<'claimHardship'> => ({
  type: 'claimHardship',
  note,
});

export const grantClaim = (claim: Of<'rule'>['claim'], note: string): Of<'rule'> => ({
  type: 'rule',
  claim,
  grant: true,
  note,
});

export const requestExtension = (days: number, note: string): Of<'requestExtension'> => ({
  type: 'requestExtension',
  days,
  note,
});

export const approve = (note?: string): Of<'approve'> => ({
  type: 'approve',
  ...(note === undefined ? {} : { note }),
});

export const sendBack = (note: string): Of<'return'> => ({ type: 'return', note });

export interface Attempt {
  readonly ticketId: string;
  readonly by: string;
  readonly action: StaffAction;
  /** The version that the person has read. Default: the present one. */
  readonly version?: number;
  /** Identifies a repeat. Default: a new one. */
  readonly actionId?: string;
}

/** Reads the version of the ticket as the person does, and returns what the action is played with. */
export const prepareAction = async (
  player: Player,
  { ticketId, by, action, version, actionId = randomUUID() }: Attempt,
): Promise<Given<'actOnTicket'>> => {
  const at = { id: ticketId };
  const expectedVersion = version ?? (await player.play('readTicket', { by, at })).version;
  const about = `${action.type} by ${by} on ${ticketId}`;
  return { by, at, body: { ...action, expectedVersion, actionId }, about };
};
