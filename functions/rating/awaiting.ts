import { Area } from '../../events/primitive.ts';
import { withOffset } from '../../shared/domain/time.ts';
import { fitting } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { requireReach, staffWith } from '../../shared/http/staff.ts';
import type { Entry } from '../../shared/port/entry-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { listsWithin } from '../ticket/over-areas.ts';
import type { EntryDoor } from './enter.ts';
import { textPlace } from './receive-rating.ts';

const view = async (entry: Entry, keys: KeyRing) => ({
  id: entry.id,
  projectNo: entry.projectNo,
  serviceNumber: entry.serviceNumber,
  channel: entry.channel,
  record: entry.record,
  level: entry.level,
  tags: entry.tags,
  text:
    entry.sealedText === undefined
      ? null
      : await keys.open(entry.sealedText, textPlace(entry.projectNo, entry.serviceNumber)),
  contactConsent: entry.contactConsent,
  enteredBy: entry.enteredBy,
  enteredAt: withOffset(entry.enteredAt),
});

/** `GET /v1/entries?area=`: what waits for its second person, oldest first. */
export const awaitingEntries =
  (door: EntryDoor): HttpHandler =>
  async (request) => {
    const staff = staffWith(request, door.claimPrefix, ['hotline_operator', 'clerk', 'hall_admin']);
    const area = fitting(Area, request.queryStringParameters?.['area'] ?? staff.area);
    requireReach(staff, area);
    const lists = await Promise.all(listsWithin(area).map((one) => door.entries.awaitingIn(one)));
    const entries = lists.flat();
    return {
      status: 200,
      body: { entries: await Promise.all(entries.map((entry) => view(entry, door.keys))) },
    };
  };
