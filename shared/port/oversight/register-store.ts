import type { Signed } from '../../domain/access/signed.ts';
import type { Register, RegisterEntry, RegisterNoun } from '../../domain/oversight/register.ts';

/** A register as two persons stored it; its versions start at 1. */
export interface StoredRegister extends Register, Signed {
  readonly version: number;
}

export interface RegisterKey {
  readonly noun: RegisterNoun;
  /** 6 digits. */
  readonly area: string;
}

/** A list that was stored and is in force nowhere yet. */
export interface RegisterContent {
  readonly digest: string;
  readonly count: number;
}

/** A register without its entries. */
export interface RegisterHead extends Omit<StoredRegister, 'entries'>, RegisterContent {}

/** 应评清单 by area. A reader gets one complete list, never parts of two. */
export interface RegisterStore {
  /** Returns the version in force, or the version of that number. */
  find(key: RegisterKey, version?: number): Promise<StoredRegister | undefined>;
  /** Returns every version that was in force, without its entries, the newest first. */
  versions(key: RegisterKey): Promise<readonly RegisterHead[]>;
  /** Stores a list, so that it can be proposed; the register stays as it is. */
  keep(key: RegisterKey, entries: readonly RegisterEntry[]): Promise<RegisterContent>;
  /** Returns a list that was kept. @throws Error when entries of it are missing */
  kept(key: RegisterKey, content: RegisterContent): Promise<readonly RegisterEntry[]>;
  /**
   * Replaces the previous version with a list that was kept; `conflict` when that version is not
   * the stored one.
   */
  replace(next: RegisterHead): Promise<'saved' | 'conflict'>;
}
