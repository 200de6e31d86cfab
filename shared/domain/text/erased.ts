/**
 * 按保存期限删除: an erased text leaves the day and the digest of its encrypted form, so that whatever
 * was bound to it stays provable. The digest is of a ciphertext with a random nonce: it tells nothing
 * of the words.
 */
import { civilDate } from '../time/instant.ts';
import type { CivilDate } from '../time/instant.ts';
import type { Digest } from './digest.ts';

/** What every view shows in the place of an erased text. */
export const erasedWords = '已按保存期限删除 · erased after its retention period';

/** No ciphertext begins so: it begins with the number of its key. */
const form = /^erased:(\d{4}-\d{2}-\d{2}):(.+)$/;

export const isErased = (sealed: string): boolean => form.test(sealed);

/** Returns the day on which it was erased; undefined when it was not. */
export const erasedOn = (sealed: string): CivilDate | undefined =>
  civilDate(form.exec(sealed)?.[1] ?? '');

/** Returns the digest of the encrypted text, also after it was erased. */
export const digestOfSealed = (sealed: string, digest: Digest): string =>
  form.exec(sealed)?.[2] ?? digest(sealed);

/** Returns what is left of an encrypted text; the same for one that was erased before. */
export const eraseSealed = (sealed: string, day: CivilDate, digest: Digest): string =>
  isErased(sealed) ? sealed : `erased:${day}:${digest(sealed)}`;
