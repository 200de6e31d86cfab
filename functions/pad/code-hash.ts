import { sha256 } from '../../shared/rules.ts';

/**
 * Hashes an enrolment code for storage. Case, spaces and dashes in the typed code do not matter.
 */
export const codeHash = (code: string): string =>
  sha256(`enrolment/${code.toUpperCase().replaceAll(/[\s-]/g, '')}`);
