import type { ClaimKey, PadClaim } from '../../shared/domain/pad/claim.ts';
import type { ClaimStore } from '../../shared/port/pad/claim-store.ts';
import { copyOf, maybeCopyOf } from './memory.ts';
import type { Memory } from './memory.ts';

const keyOf = ({ padId, sequence }: ClaimKey): string => `${padId}/${sequence}`;

export const fakeClaimStore = (memory: Memory): ClaimStore => {
  const claims = new Map<string, PadClaim>();
  return {
    async bind(claim) {
      await memory.turn();
      const existing = claims.get(keyOf(claim));
      if (existing !== undefined) return copyOf(existing);
      claims.set(keyOf(claim), copyOf(claim));
      memory.wrote('pad_claim');
      return claim;
    },
    async find(key) {
      await memory.turn();
      return maybeCopyOf(claims.get(keyOf(key)));
    },
  };
};
