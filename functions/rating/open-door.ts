import { now } from '../../shared/clock.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openKeys, openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { ratingStore } from '../../shared/store/rating/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import type { RatingDoor } from './receive-rating.ts';

/** The door with real stores behind it, for the entries of every function a rating comes through. */
export const openRatingDoor = (config: {
  TABLE_NAME: string;
  FIELD_KEY_ARN: string;
}): RatingDoor => {
  const table = openTable(config);
  return {
    now,
    keys: openKeys(table, config),
    cases: caseStore(table),
    ratings: ratingStore(table),
    tickets: ticketStore(table),
    rulebook: rulebook(table, now),
  };
};
