import { isKeptReason } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptReason } from '../../../shared/domain/exchange/callback/kept.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';

/** Thrown when a callback cannot be stored now, or as it is; it is kept then. */
export class Unplaced extends Error {
  readonly reason: KeptReason;

  constructor(reason: KeptReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Returns why a callback could not be stored. A problem would refuse a request of our own clients;
 * what happened at the province is kept with its code.
 *
 * @throws the fault, when it is not about the callback
 */
export const reasonOf = (fault: unknown): KeptReason => {
  if (fault instanceof Unplaced) return fault.reason;
  if (!(fault instanceof Problem)) throw fault;
  return isKeptReason(fault.code) ? fault.code : 'refused';
};
