import { createHmac, timingSafeEqual } from 'node:crypto';

import { formatClaimCode, isClaimCode, makeClaimCode } from '../../domain/pad/claim-code.ts';
import type { ClaimCode, PadPress } from '../../domain/pad/claim-code.ts';

const macUnder =
  (key: string) =>
  (text: string): Uint8Array =>
    createHmac('sha256', key).update(text).digest();

const isEqual = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Returns the code that a pad with this key shows behind a press. */
export const claimCodeOf = (press: PadPress, key: string): string =>
  formatClaimCode(makeClaimCode(press, macUnder(key)));

/** Whether the code was made under the key of the pad. */
export const isCodeUnder = (code: ClaimCode, key: string): boolean =>
  isClaimCode(code, macUnder(key), isEqual);
