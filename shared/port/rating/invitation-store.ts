import type { Invited } from '../../domain/rating/invited.ts';

type InvitedContact = Pick<Invited, 'projectNo' | 'serviceNumber'>;

/** Stores which contacts residents were invited to rate. */
export interface InvitationStore {
  /** Stores the first invitation of a contact. A further one, over any channel, writes nothing. */
  note(invited: Invited): Promise<void>;
  /** Returns the first invitation of a contact. */
  find(contact: InvitedContact): Promise<Invited | undefined>;
}
