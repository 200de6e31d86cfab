import { sha256 } from '../../shared/rules.ts';

/** Enrolment codes are stored hashed; what people type with spaces or dashes is the same code. */
export const codeHash = (code: string): string =>
  sha256(`enrolment/${code.toUpperCase().replaceAll(/[\s-]/g, '')}`);
