import { addMs, dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { InvitedChannel } from './channel.ts';

/**
 * 补充评价期限: how many days a link is valid. 国办发〔2019〕51号 only says "a certain period";
 * these are defaults of this product: long enough for a person who travels, short for a printed
 * code.
 */
const invitationDays = {
  portal: 30,
  app: 30,
  sms: 15,
  qr: 15,
  terminal: 1,
} as const satisfies Record<InvitedChannel, number>;

export const invitationExpiry = (channel: InvitedChannel, at: Instant): Instant =>
  addMs(at, invitationDays[channel] * dayMs);

/**
 * Returns until when a link is valid. That of a pad has no end: a pad may be offline for days, and no
 * rating given at a window may be lost because of that.
 */
export const linkExpiry = ({
  channel,
  issuedAt,
}: {
  readonly channel: InvitedChannel | 'pad';
  readonly issuedAt: Instant;
}): Instant | undefined => (channel === 'pad' ? undefined : invitationExpiry(channel, issuedAt));
