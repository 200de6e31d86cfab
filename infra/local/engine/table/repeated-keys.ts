import { invalid } from '../expression/refusal.ts';
import type { KeyBytes } from './key-bytes.ts';

export interface Located {
  readonly tableId: number;
  readonly key: KeyBytes;
}

/** Batches and transactions may name an item once only. */
export const refuseRepeatedKeys = (located: readonly Located[], message: string): void => {
  const seen = new Set(
    located.map(
      ({ tableId, key }) => `${tableId}/${key.pk.toString('hex')}/${key.sk.toString('hex')}`,
    ),
  );
  if (seen.size < located.length) throw invalid(message);
};
