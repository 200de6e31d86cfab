import type { Invited } from '../../domain/rating/invited.ts';

/** Stores which contacts residents were invited to rate. */
export interface InvitationStore {
  /** Stores the first invitation of a contact. A further one, over any channel, writes nothing. */
  note(invited: Invited): Promise<void>;
}
