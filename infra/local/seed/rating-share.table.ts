import type { Channel } from '../../../shared/domain/channel.ts';

/** How many ratings of the town came by each channel, and how many of them are bad. */
export const ratingShares: readonly {
  readonly channel: Channel;
  readonly count: number;
  readonly bad: number;
}[] = [
  // Pads first: only contacts at a window with a pad will do.
  { channel: 'pad', count: 26, bad: 2 },
  { channel: 'portal', count: 24, bad: 2 },
  { channel: 'app', count: 30, bad: 2 },
  { channel: 'paper', count: 6, bad: 1 },
  { channel: 'hotline', count: 6, bad: 1 },
  { channel: 'terminal', count: 10, bad: 1 },
  { channel: 'sms', count: 14, bad: 1 },
  { channel: 'qr', count: 34, bad: 2 },
];
