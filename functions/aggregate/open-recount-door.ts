import { now } from '../../shared/clock.ts';
import { openTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { dayRecords } from '../../shared/store/reconciliation/day-records.ts';
import type { RecountFiguresDoor } from './recount.ts';

/** What a recount reads, with real stores behind it. */
export const openRecountDoor = (config: {
  TABLE_NAME: string;
  CLAIM_PREFIX: string;
}): RecountFiguresDoor => {
  const table = openTable(config);
  return {
    now,
    figures: figureStore(table),
    records: dayRecords(table),
    policies: policyStore(table),
    claimPrefix: config.CLAIM_PREFIX,
  };
};
