import type { IntegratorRight, IntegratorState } from '../../domain/access/integrator.ts';
import type { IntegratorScope } from '../../domain/access/scope.ts';
import type { Revocation, Signed } from '../../domain/access/signed.ts';
import type { Page, Paging } from '../page.ts';

/** 接入系统: a self-built system, the portal or the app, identified by its access key. */
export interface Integrator extends Signed {
  readonly accessKey: string;
  /**
   * The system that owns the key, identified by its first key. Cases belong to systems, and keys
   * change.
   */
  readonly system: string;
  readonly name: string;
  readonly may: readonly IntegratorRight[];
  readonly scope: IntegratorScope;
  readonly sealedSecret: string;
  /** Its number as an issuer of links; a key of an older release has none yet. */
  readonly issuer?: number | undefined;
  readonly state: IntegratorState;
  readonly revoked?: Revocation | undefined;
}

export interface IntegratorStore {
  /** Returns whether the key is new. */
  admit(integrator: Integrator): Promise<'admitted' | 'known'>;
  find(accessKey: string): Promise<Integrator | undefined>;
  /** Keeps the first revocation when there is one. */
  revoke(accessKey: string, revoked: Revocation): Promise<'revoked' | 'unknown'>;
  /**
   * Lists all of them, by name.
   *
   * @throws CursorRefused
   */
  listed(page: Paging<Integrator>): Promise<Page<Integrator>>;
}
