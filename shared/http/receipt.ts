import { createHmac, timingSafeEqual } from 'node:crypto';

import { readCrockford, toCrockford } from '../domain/number/crockford.ts';
import { isProjectNo } from '../domain/number/identifier.ts';
import type { RatingKey } from '../domain/rating/rating-key.ts';
import type { KeyRing } from '../port/key-ring.ts';

const codeLength = 12;

/** A rating of a contact; a contested one that persons replaced has the next generation. */
export interface Received extends Pick<RatingKey, 'projectNo' | 'serviceNumber'> {
  /** Absent for the first. */
  readonly generation?: number | undefined;
}

const firstGeneration = 1;

/** The first generation has no suffix: its receipts are as they always were. */
const suffixOf = ({ generation = firstGeneration }: Received): string =>
  generation === firstGeneration ? '' : `-${generation}`;

const codeFor = (key: Uint8Array, received: Received): string => {
  const text = `${received.projectNo}-${received.serviceNumber}${suffixOf(received)}`;
  return toCrockford(createHmac('sha256', key).update(text).digest().subarray(0, codeLength));
};

/**
 * Returns 回执编号: the case number and contact, which the resident knows anyway, and twelve
 * characters (60 bits) that only this system can create. It leads to its rating without an index
 * and cannot be guessed.
 */
export const receiptOf = async (keys: KeyRing, received: Received): Promise<string> => {
  const code = codeFor(await keys.key('receipt'), received);
  return `${received.projectNo}-${received.serviceNumber}-${code}${suffixOf(received)}`;
};

const form = /^(\d{21})-(\d{1,2})-([0-9A-Za-z]{12})(?:-([2-9]|[1-9]\d))?$/;

/** Returns the rating of a receipt; undefined when this system did not issue it. */
export const readReceipt = async (
  keys: KeyRing,
  receipt: string,
): Promise<Received | undefined> => {
  const [, projectNo = '', number = '', code = '', generation] = form.exec(receipt.trim()) ?? [];
  if (!isProjectNo(projectNo)) return undefined;
  const received = {
    projectNo,
    serviceNumber: Number(number),
    ...(generation !== undefined && { generation: Number(generation) }),
  };
  const expected = Buffer.from(codeFor(await keys.key('receipt'), received));
  return timingSafeEqual(expected, Buffer.from(readCrockford(code))) ? received : undefined;
};
