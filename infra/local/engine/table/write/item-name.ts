import type { KeyBytes } from '../key/key-bytes.ts';

/** The place of an item, whether it exists or not. */
export interface ItemPlace {
  readonly tableId: number;
  readonly key: KeyBytes;
}

/** Returns the same text for the same item, for use in sets and maps. */
export const itemName = ({ tableId, key: { pk, sk } }: ItemPlace): string =>
  `${tableId}/${pk.length}/${pk.toString('latin1')}${sk.toString('latin1')}`;
