import { mapInOrderByKey } from '../../../../../shared/concurrency.ts';
import { ticketIdOf } from '../../player/case-event.ts';
import type { Player } from '../../player/player.ts';
import type { PlannedRating } from '../rating-plan.ts';
import type { Ledger } from './ledger.ts';

/** What every part of the loading works with. */
export interface Loading {
  readonly player: Player;
  readonly ledger: Ledger;
  /** Writes the ledger. The loading calls it before a call whose effect cannot be read back. */
  readonly keep: () => void;
  /** A bearer token that is valid at the present time of the instance. */
  readonly tokenOf: (account: string) => Promise<string>;
  /** Epoch milliseconds at the instance. */
  readonly now: () => number;
  readonly counts: LoadCounts;
}

export interface LoadCounts {
  events: number;
  ratings: number;
  tickets: number;
  /** Actions on tickets, by staff or by residents. */
  actions: number;
  /** Steps that the instance already knew. */
  repeats: number;
  /** Pad ratings of an interrupted loading whose contact is no longer on show. */
  missed: number;
}

/**
 * Keeps that a bad rating opened its ticket, with its receipt where the player is the rater: pads and
 * staff are given none.
 */
export const keepReceipt = ({ ledger }: Loading, rating: PlannedRating, receipt?: string): void => {
  if (rating.scenario) ledger.receipts[ticketIdOf(rating)] = receipt ?? null;
};

/** The number of calls at one time: enough for two cores, few enough that none waits in a queue. */
const width = 3;

/** Calls for every item, a few at a time. The first failure ends the loading. */
export const callForEach = async <Item>(
  items: readonly Item[],
  call: (item: Item) => Promise<void>,
): Promise<void> => {
  await mapInOrderByKey(items, { width }, call);
};
