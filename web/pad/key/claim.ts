import { showClaimCode } from '../../../shared/page/pad/claim-code.ts';
import type { PadDeps } from '../ports.ts';
import type { PadIdentity } from '../queue/settings.ts';
import { hmac } from './hmac.ts';

/** 领取码: shown behind a press, also offline; with it the receipt is claimed on a phone. */
export const claimCodeOf = (
  sequence: number,
  { number, sign }: Pick<PadIdentity, 'number' | 'sign'>,
  { crypto }: Pick<PadDeps, 'crypto'>,
): Promise<string> =>
  showClaimCode({ padNumber: number, sequence }, (text) => hmac(text, sign, crypto));
