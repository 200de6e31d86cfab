import type { Signed } from '../../domain/access/signed.ts';
import type { Register, RegisterEntry, RegisterNoun } from '../../domain/oversight/register.ts';

/** A list that was stored, in force or not. */
export interface RegisterContent {
  readonly digest: string;
  readonly count: number;
}

/** A register as two persons stored it; its versions start at 1. */
export interface StoredRegister extends Register, RegisterContent, Signed {
  readonly version: number;
}

export interface RegisterKey {
  readonly noun: RegisterNoun;
  /** 6 digits. */
  readonly area: string;
}

/** A register without its entries. */
export type RegisterHead = Omit<StoredRegister, 'entries'>;

/** 应评清单 by area. A reader gets one complete list, never parts of two. */
export interface RegisterStore {
  find(key: RegisterKey): Promise<StoredRegister | undefined>;
  /** Stores a list, so that it can be proposed; the register stays as it is. */
  keep(key: RegisterKey, entries: readonly RegisterEntry[]): Promise<RegisterContent>;
  /**
   * Replaces the previous version with a list that was kept; `conflict` when that version is not
   * the stored one.
   */
  replace(next: RegisterHead): Promise<'saved' | 'conflict'>;
}
