import type { IntegratorRight, IntegratorState } from '../../domain/access/integrator.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Page, Paging } from '../page.ts';

/** 接入系统: a self-built system, the portal or the app, identified by its access key. */
export interface Integrator {
  readonly accessKey: string;
  /**
   * The system that owns the key, identified by its first key. Cases belong to systems, and keys
   * change.
   */
  readonly system: string;
  readonly name: string;
  readonly may: readonly IntegratorRight[];
  readonly sealedSecret: string;
  readonly state: IntegratorState;
  readonly admittedAt: Instant;
}

export interface IntegratorStore {
  admit(integrator: Integrator): Promise<void>;
  find(accessKey: string): Promise<Integrator | undefined>;
  revoke(accessKey: string): Promise<'revoked' | 'unknown'>;
  /**
   * Lists all of them, by name.
   *
   * @throws CursorRefused
   */
  listed(page: Paging<Integrator>): Promise<Page<Integrator>>;
}
