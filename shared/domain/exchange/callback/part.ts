import type { Doubt } from '../../rating/doubt.ts';

/** A part of an evaluation, with what is to be said about it. */
export interface Part<T> {
  readonly value: T;
  readonly doubts: readonly Doubt[];
  /** False: value and doubts do not contain everything that came. */
  readonly complete?: boolean;
}
