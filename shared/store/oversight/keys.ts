import type { RegisterKey } from '../../port/oversight/register-store.ts';
import type { ItemKey } from '../keys.ts';

/*
 * Keys of the registers (the overview of all items is in keys.ts). A list of thousands does not fit
 * into one item: its entries are in parts under the digest of the whole list, and the head item
 * names the digest. Each version keeps a copy of its head.
 */

export const registerPk = ({ noun, area }: RegisterKey): string => `REGISTER#${noun}#${area}`;

export const registerKey = (key: RegisterKey): ItemKey => ({ pk: registerPk(key), sk: 'REGISTER' });

export const versionPrefix = 'VERSION#';

/** A version that was in force; it stays when another follows. */
export const versionKey = (key: RegisterKey, version: number): ItemKey => ({
  pk: registerPk(key),
  sk: `${versionPrefix}${String(version).padStart(6, '0')}`,
});

/** The prefix of the sort key of every part of one content. */
export const partPrefix = (digest: string): string => `PART#${digest}#`;

export const partKey = (key: RegisterKey, digest: string, number: number): ItemKey => ({
  pk: registerPk(key),
  sk: `${partPrefix(digest)}${String(number).padStart(3, '0')}`,
});

const auditPk = 'AUDIT';

/** A ticket that does not agree with its audit chain. */
export const auditBreakKey = (ticketId: string): ItemKey => ({
  pk: auditPk,
  sk: `TICKET#${ticketId}`,
});

/** The list of the breaks that are open, or settled. */
export const auditBreaksIn = (state: 'open' | 'settled'): string => `AUDIT#${state}`;

/** The log of administrative acts that does not agree with its chain. */
export const actsBreakKey: ItemKey = { pk: auditPk, sk: 'ACTS' };

export const auditProgressKey: ItemKey = { pk: auditPk, sk: 'PROGRESS' };
