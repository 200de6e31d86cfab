import type { Channel } from '../../../../../shared/domain/rating/channel.ts';

/** The number of ratings by each channel. `ticket-scenario.table.ts` has the bad ones. */
export const ratingShares: readonly {
  readonly channel: Channel;
  readonly count: number;
}[] = [
  // Pads come first, because only contacts at a window with a pad are suitable.
  { channel: 'pad', count: 26 },
  { channel: 'portal', count: 24 },
  { channel: 'app', count: 30 },
  { channel: 'paper', count: 6 },
  { channel: 'hotline', count: 6 },
  { channel: 'terminal', count: 10 },
  { channel: 'sms', count: 14 },
  { channel: 'qr', count: 34 },
];
