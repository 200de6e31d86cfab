import type { Register, RegisterNoun } from '../../domain/oversight/register.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A register as a person stored it; its versions start at 1. */
export interface StoredRegister extends Register {
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
}

export interface RegisterKey {
  readonly noun: RegisterNoun;
  /** 6 digits. */
  readonly area: string;
}

/** 应评清单 by area. A reader gets one complete list, never parts of two. */
export interface RegisterStore {
  find(key: RegisterKey): Promise<StoredRegister | undefined>;
  /**
   * Replaces the previous version with the whole list; `conflict` when that version is not the
   * stored one.
   */
  save(next: StoredRegister): Promise<'saved' | 'conflict'>;
}
