import type { Channel } from '../../../../../shared/domain/rating/channel.ts';

/** How many ratings of the town came by each channel; `course.table.ts` says which were bad. */
export const ratingShares: readonly {
  readonly channel: Channel;
  readonly count: number;
}[] = [
  // Pads first: only contacts at a window with a pad will do.
  { channel: 'pad', count: 26 },
  { channel: 'portal', count: 24 },
  { channel: 'app', count: 30 },
  { channel: 'paper', count: 6 },
  { channel: 'hotline', count: 6 },
  { channel: 'terminal', count: 10 },
  { channel: 'sms', count: 14 },
  { channel: 'qr', count: 34 },
];
