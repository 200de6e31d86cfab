import { makeValidationError } from '../../expression/refusal.ts';
import { itemName } from './item-name.ts';
import type { ItemPlace } from './item-name.ts';

/** Batches and transactions must not name an item twice. */
export const refuseRepeatedKeys = (items: readonly ItemPlace[], message: string): void => {
  const seen = new Set(items.map(itemName));
  if (seen.size < items.length) throw makeValidationError(message);
};
