import type { Signed } from '../../domain/access/signed.ts';
import type { CenterHealth } from '../../domain/exchange/center-health.ts';

/** 省平台接入: the credentials for the center. */
export interface CenterAccess extends Signed {
  /** `hmac`: headers of the IRS gateway; `sm`: an SM2/SM3/SM4 envelope. */
  readonly scheme: 'hmac' | 'sm';
  /** Access key, or appMark of the envelope. */
  readonly accessKey: string;
  /** All secrets as JSON, encrypted with the field key. */
  readonly sealedSecrets: string;
  readonly version: number;
}

interface CenterStanding {
  readonly access?: CenterAccess | undefined;
  readonly health?: CenterHealth | undefined;
}

/** Stores what is known of the center as a whole: one item each. */
export interface CenterStore {
  access(): Promise<CenterAccess | undefined>;
  /** Saves against the previous version. */
  saveAccess(next: CenterAccess): Promise<'saved' | 'conflict'>;
  health(): Promise<CenterHealth | undefined>;
  /** Returns both, in one query. */
  standing(): Promise<CenterStanding>;
  /**
   * Saves against the previous version. After a conflict the second writer has nothing newer to
   * save.
   */
  saveHealth(next: CenterHealth): Promise<'saved' | 'conflict'>;
}
