import type { CenterHealth } from '../../domain/exchange/center-health.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** 省平台接入: how we make ourselves known to the center. */
export interface CenterAccess {
  /** `hmac`: headers of the IRS gateway; `sm`: an SM2/SM3/SM4 envelope. */
  readonly scheme: 'hmac' | 'sm';
  /** Access key, or appMark of the envelope. */
  readonly accessKey: string;
  /** Everything secret, as JSON under the field key. */
  readonly sealedSecrets: string;
  readonly setBy: string;
  readonly setAt: Instant;
  readonly version: number;
}

export interface CenterStanding {
  readonly access?: CenterAccess | undefined;
  readonly health?: CenterHealth | undefined;
}

/** What is known of the center as a whole: one item each. */
export interface CenterStore {
  access(): Promise<CenterAccess | undefined>;
  /** Saves against the version before. */
  saveAccess(next: CenterAccess): Promise<'saved' | 'conflict'>;
  health(): Promise<CenterHealth | undefined>;
  /** Both, in one query. */
  standing(): Promise<CenterStanding>;
  /** Saves against the version before; who comes second has nothing newer to say. */
  saveHealth(next: CenterHealth): Promise<'saved' | 'conflict'>;
}
