import { now } from '../../shared/clock.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';

/** What staff see and steer the exchange with. */
export const openOutboxDoor = (config: { TABLE_NAME: string; CLAIM_PREFIX: string }) => {
  const table = openTable(config);
  return {
    now,
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    reports: reportStore(table),
    center: centerStore(table),
    claimPrefix: config.CLAIM_PREFIX,
  };
};
