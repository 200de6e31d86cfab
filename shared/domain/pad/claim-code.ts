/**
 * 领取码: with it somebody who pressed on a pad claims the receipt on the own phone. The pad shows
 * it at once, also offline: its number, the number of the press, and a check that only the pad and
 * this system can make.
 */
import { readCrockford, toCrockford } from '../number/crockford.ts';

/** One press on one pad. */
export interface PadPress {
  /** The number of the pad as an issuer. */
  readonly padNumber: number;
  readonly sequence: number;
}

export interface ClaimCode extends PadPress {
  /** Eight characters, 40 bits. */
  readonly check: string;
}

/** A keyed digest of a text, under the key of the pad. */
type Mac = (text: string) => Uint8Array;

const checkLength = 8;

/** What the pad and this system make the check of. */
export const claimText = ({ padNumber, sequence }: PadPress): string =>
  `claim/${padNumber}/${sequence}`;

const checkOf = (press: PadPress, mac: Mac): string =>
  toCrockford(mac(claimText(press)).subarray(0, checkLength));

export const makeClaimCode = (press: PadPress, mac: Mac): ClaimCode => ({
  ...press,
  check: checkOf(press, mac),
});

/** As it is shown and encoded: `1042-46-7K3M9QX2`. */
export const formatClaimCode = ({ padNumber, sequence, check }: ClaimCode): string =>
  `${padNumber}-${sequence}-${check}`;

/** Numbers have no leading zeros, so that a press has one code. */
const form = /^([1-9]\d{0,6})-([1-9]\d{0,9})-([0-9A-HJKMNP-TV-Z]{8})$/;

/** Reads what was scanned or typed, in either case and with blanks for dashes. */
export const parseClaimCode = (typed: string): ClaimCode | undefined => {
  const text = readCrockford(typed.trim()).replace(/[\s-]+/g, '-');
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, padNumber, sequence, check] = found;
  return { padNumber: Number(padNumber), sequence: Number(sequence), check: String(check) };
};

/** Whether two checks are equal, in a time that does not depend on where they differ. */
type IsEqual = (one: string, other: string) => boolean;

export const isClaimCode = (code: ClaimCode, mac: Mac, isEqual: IsEqual): boolean =>
  isEqual(code.check, checkOf(code, mac));
