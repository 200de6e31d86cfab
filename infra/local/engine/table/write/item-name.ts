import type { KeyBytes } from '../key/key-bytes.ts';

/** Where an item is, or would be. */
export interface ItemPlace {
  readonly tableId: number;
  readonly key: KeyBytes;
}

/** The same text for the same item, for sets and maps. */
export const itemName = ({ tableId, key: { pk, sk } }: ItemPlace): string =>
  `${tableId}/${pk.length}/${pk.toString('latin1')}${sk.toString('latin1')}`;
