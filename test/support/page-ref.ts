import { createHash } from 'node:crypto';

/** The random reference of the page on which a link or receipt is open. */
export const pageOf = (credential: string): string =>
  createHash('sha256').update(`page/${credential}`).digest('base64url');
