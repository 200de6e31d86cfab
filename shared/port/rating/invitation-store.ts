import type { Invited } from '../../domain/rating/invited.ts';

/** Which contacts residents were invited to rate. */
export interface InvitationStore {
  /** Notes the first invitation of a contact; for a further one, by whatever channel, nothing is written. */
  note(invited: Invited): Promise<void>;
}
