import type { Register, RegisterNoun } from '../../domain/oversight/register.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A register as somebody put it there; versions of one count from 1. */
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

/** 应评清单 by area. A reader gets one list whole, never parts of two. */
export interface RegisterStore {
  find(key: RegisterKey): Promise<StoredRegister | undefined>;
  /** Puts the whole list in the place of the version before it; `conflict` when that is not there. */
  save(next: StoredRegister): Promise<'saved' | 'conflict'>;
}
