import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { shippedIndicatorList } from '../../../shared/domain/rating/indicator-list.ts';
import type { RegisterKey, StoredRegister } from '../../../shared/port/oversight/register-store.ts';

/**
 * Returns the entries in force: those of the stored list, or of the shipped one while nobody put
 * another in force.
 */
export const entriesInForce = (
  { noun }: Pick<RegisterKey, 'noun'>,
  known: StoredRegister | undefined,
): readonly RegisterEntry[] =>
  known?.entries ?? (noun === 'indicators' ? shippedIndicatorList : []);
