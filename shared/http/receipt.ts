import { createHmac, timingSafeEqual } from 'node:crypto';

import { isProjectNo } from '../domain/number/identifier.ts';
import type { RatingKey } from '../domain/rating/rating.ts';
import type { KeyRing } from '../port/key-ring.ts';

/** Crockford's alphabet: without I, L, O, U, which are misread on paper or over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

const codeFor = (key: Uint8Array, projectNo: string, serviceNumber: number): string => {
  const mac = createHmac('sha256', key).update(`${projectNo}-${serviceNumber}`).digest();
  return [...mac.subarray(0, codeLength)].map((byte) => alphabet.charAt(byte % 32)).join('');
};

/**
 * Returns 回执编号: the case number and contact, which the resident knows anyway, and twelve
 * characters (60 bits) that only this system can create. It leads to its rating without an index
 * and cannot be guessed.
 */
export const receiptOf = async (
  keys: KeyRing,
  { projectNo, serviceNumber }: Pick<RatingKey, 'projectNo' | 'serviceNumber'>,
): Promise<string> =>
  `${projectNo}-${serviceNumber}-${codeFor(await keys.key('receipt'), projectNo, serviceNumber)}`;

/** Normalizes what people type: lower case, and the letters that look like digits. */
const normalizeCode = (code: string): string =>
  code.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Returns the contact of a receipt; undefined when this system did not issue it. */
export const readReceipt = async (
  keys: KeyRing,
  receipt: string,
): Promise<Pick<RatingKey, 'projectNo' | 'serviceNumber'> | undefined> => {
  const parts = /^(\d{21})-(\d{1,2})-([0-9A-Za-z]{12})$/.exec(receipt.trim());
  const [, projectNo = '', number = '', code = ''] = parts ?? [];
  if (!isProjectNo(projectNo)) return undefined;
  const serviceNumber = Number(number);
  const expected = Buffer.from(codeFor(await keys.key('receipt'), projectNo, serviceNumber));
  return timingSafeEqual(expected, Buffer.from(normalizeCode(code)))
    ? { projectNo, serviceNumber }
    : undefined;
};
