import { append } from '../../rating/follow-up.ts';
import type { CommandType } from '../command.ts';
import type { Act } from './act.ts';
import { claimHardship, claimInvalid, requestExtension } from './claim.ts';
import { approve, sendBack, submit } from './closure.ts';
import { find, recordContact, unmask, urge } from './handling.ts';
import { provinceStep } from './province-step.ts';
import { review, rule } from './ruling.ts';
import { askTransfer, declineTransfer, transfer } from './transfer.ts';
import { voidRating } from './void-rating.ts';

/**
 * The commands of people and of the province. `escalate` and `recount` are upkeep and have their
 * own file.
 */
export type ActType = Exclude<CommandType, 'escalate' | 'recount'>;

export const ticketActs: { readonly [T in ActType]: Act<T> } = {
  recordContact,
  find,
  claimInvalid,
  claimHardship,
  requestExtension,
  askTransfer,
  transfer,
  declineTransfer,
  submit,
  rule,
  approve,
  return: sendBack,
  urge,
  unmask,
  review,
  append,
  voidRating,
  provinceStep,
};
Object.freeze(ticketActs);
