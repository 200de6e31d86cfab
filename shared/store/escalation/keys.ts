import type { Instant } from '../../domain/time/instant.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of the sweep and of the watch; the overview of all items is in `keys.ts`. */

export const sweepCursorKey: ItemKey = { pk: 'SWEEP', sk: 'CURSOR' };

export const watchPk = 'WATCH';
export const resultsOfWatch = 'RESULT#';
export const lateRungs = 'LATE#';

export const watchResultKey = (at: Instant): ItemKey => ({
  pk: watchPk,
  sk: `${resultsOfWatch}${at}`,
});

export const lateRungKey = (late: { ticketId: string; round: number; rung: string }): ItemKey => ({
  pk: watchPk,
  sk: `${lateRungs}${late.ticketId}#${late.round}#${late.rung}`,
});
