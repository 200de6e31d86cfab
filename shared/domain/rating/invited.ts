import type { Case, Contact } from '../case/case.ts';
import type { Instant } from '../time/instant.ts';
import type { InvitedChannel } from './channel.ts';

/** 邀评: records that a resident was invited to rate a contact, first over this channel. */
export interface Invited {
  readonly projectNo: string;
  readonly serviceNumber: number;
  readonly channel: InvitedChannel;
  readonly at: Instant;
  /** The access key that invited. */
  readonly accessKey: string;
  readonly creditCode: string;
  readonly area: string;
  readonly matterCode: string;
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
  readonly staffId?: string | undefined;
}

export const invitedOf = (
  { known, contact }: { readonly known: Case; readonly contact: Contact },
  { channel, at, accessKey }: Pick<Invited, 'channel' | 'at' | 'accessKey'>,
): Invited => ({
  projectNo: known.projectNo,
  serviceNumber: contact.serviceNumber,
  channel,
  at,
  accessKey,
  creditCode: known.department.creditCode,
  area: known.area,
  matterCode: known.matter.code,
  hall: contact.hall,
  window: contact.window,
  staffId: contact.staff?.id,
});
