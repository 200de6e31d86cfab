import { append } from './follow-up.ts';
import { provinceStep } from './province-step.ts';
import type { Act } from './ticket-act.ts';
import { claimHardship, claimInvalid, requestExtension } from './ticket-claim.ts';
import { approve, sendBack, submit } from './ticket-closure.ts';
import type { CommandType } from './ticket-command.ts';
import { find, recordContact, transfer, unmask, urge } from './ticket-handling.ts';
import { review, rule } from './ticket-ruling.ts';

/** What people and the province do; `escalate` and `recount` are upkeep and have their own file. */
export type ActType = Exclude<CommandType, 'escalate' | 'recount'>;

export const ticketActs: { readonly [T in ActType]: Act<T> } = {
  recordContact,
  find,
  claimInvalid,
  claimHardship,
  requestExtension,
  transfer,
  submit,
  rule,
  approve,
  return: sendBack,
  urge,
  unmask,
  review,
  append,
  provinceStep,
};
Object.freeze(ticketActs);
