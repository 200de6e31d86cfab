import { randomBytes } from 'node:crypto';

import { periodOf } from '../../shared/domain/rating/proof/period-key.ts';
import type { PeriodKeys } from '../../shared/port/rating/period-keys.ts';

/** Keeps the keys for as long as the test runs. */
export const fakePeriodKeys = (): PeriodKeys => {
  const keys = new Map<string, Uint8Array>();
  return {
    async key(use, at) {
      const name = `${use}/${periodOf(use, at).name}`;
      const key = keys.get(name) ?? randomBytes(32);
      keys.set(name, key);
      return key;
    },
  };
};
