import type { Instant } from '../../domain/time/instant.ts';
import { padNumber } from '../keys.ts';
import type { ItemKey } from '../keys.ts';

/** Keys of windows and of the retention; the overview of all items is in `keys.ts`. */

/** How far the nightly run of the retention has come. */
export const retentionProgressKey: ItemKey = { pk: 'RETENTION', sk: 'PROGRESS' };

export const windowPart = (hall: string, window: string): string => `WINDOW#${hall}#${window}`;

export const contactPrefix = 'CONTACT#';

/** Sorts behind every contact of a window. */
export const pastContacts = 'CONTACT$';

export const contactKey = (
  hall: string,
  window: string,
  contact: { projectNo: string; serviceNumber: number; at: Instant },
): ItemKey => ({
  pk: windowPart(hall, window),
  sk: `${contactPrefix}${contact.at}#${contact.projectNo}#${padNumber(contact.serviceNumber, 2)}`,
});
