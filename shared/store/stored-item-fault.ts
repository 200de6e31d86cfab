import type { ItemKey } from './keys.ts';

/** The attributes that identify an item and say how to read it. */
export interface ItemLabel extends ItemKey {
  readonly kind: string | undefined;
  /** The version of the body. */
  readonly v: number | undefined;
}

/**
 * An item that cannot be read, or a body that cannot be written. It names the item and the members
 * that do not fit, and never a value, because values may be personal and faults are logged.
 */
export class StoredItemFault extends Error {
  override readonly name = 'StoredItemFault';

  constructor({ pk, sk, kind, v }: ItemLabel, what: string) {
    const label = `${kind ?? 'item without a kind'} ${pk} ${sk}`;
    super(`${label}${v === undefined ? '' : `, version ${v}`}: ${what}`);
  }
}
