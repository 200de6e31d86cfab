import { claimText, formatClaimCode, makeClaimCode } from '../../domain/pad/claim-code.ts';
import type { PadPress } from '../../domain/pad/claim-code.ts';

/** Makes the claim code of a press in a browser, whose keyed digests are asynchronous. */
export const showClaimCode = async (
  press: PadPress,
  mac: (text: string) => Promise<Uint8Array>,
): Promise<string> => {
  const digest = await mac(claimText(press));
  return formatClaimCode(makeClaimCode(press, () => digest));
};
