import { concernedIn, requireUnconcerned } from '../../../shared/http/access/concerned.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import type { Rated } from '../receive-rating.ts';

/** Nobody writes down, confirms or rejects what a resident says of them. @throws Problem */
export const requireOutsider = (
  staff: Pick<Staff, 'id' | 'department'>,
  { known, contact }: Rated,
): void => requireUnconcerned(staff, concernedIn([{ known, contacts: [contact] }]));
