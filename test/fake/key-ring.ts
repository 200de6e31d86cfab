import { createHash, randomUUID } from 'node:crypto';

import { erasedWords, isErased } from '../../shared/domain/text/erased.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

/**
 * Stores texts instead of encrypting them: the ciphertext is an opaque mark that can be decrypted
 * only at its own place.
 */
export const fakeKeyRing = (seed = 'fake'): KeyRing => {
  const sealed = new Map<string, { plain: string; place: string }>();
  return {
    async encrypt(plain, place) {
      const mark = `1.${randomUUID()}`;
      sealed.set(mark, { plain, place });
      return mark;
    },
    async decrypt(text, place) {
      if (isErased(text)) return erasedWords;
      const known = sealed.get(text);
      if (known?.place !== place) throw new Error('not sealed by us for that place');
      return known.plain;
    },
    key: async (purpose) => createHash('sha256').update(`${seed}/${purpose}`).digest(),
  };
};
