import { randomInt } from 'node:crypto';

import { codeExpiry } from '../../shared/domain/pad/suspension.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { sha256 } from '../../shared/rules.ts';

const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;

/**
 * Generates 12 characters (58 bits) in groups of four, from an alphabet without ambiguous
 * characters.
 */
const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length)))
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

/**
 * Hashes an enrolment code for storage. Case, spaces and dashes in the typed code do not matter.
 */
export const codeHash = (code: string): string =>
  sha256(`enrolment/${code.toUpperCase().replaceAll(/[\s-]/g, '')}`);

/** Makes a one-time code: what is stored of it, and what the person who confirmed is answered. */
export const newEnrolment = (padId: string, at: Instant) => {
  const [code, expiresAt] = [newCode(), codeExpiry(at)];
  return {
    enrolment: { codeHash: codeHash(code), expiresAt },
    answer: { padId, code, expiresAt: withOffset(expiresAt) },
  };
};
