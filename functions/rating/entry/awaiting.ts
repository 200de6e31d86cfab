import * as z from 'zod/mini';

import { Area } from '../../../events/primitive.ts';
import { withOffset } from '../../../shared/domain/time/instant.ts';
import { readWithin } from '../../../shared/http/oversight/over-areas.ts';
import { pageAsked } from '../../../shared/http/paging.ts';
import { readQuery } from '../../../shared/http/query.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import { textPlace } from '../receive-rating.ts';
import type { EntryDeps } from './enter.ts';
import { mayReadEntry } from './outsider.ts';
import { openRecord } from './record.ts';

export interface AwaitingDeps {
  readonly entries: Pick<EntryDeps['entries'], 'awaitingIn'>;
  readonly keys: KeyRing;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly places: Pick<Places, 'now'>;
}

const toEntryView = async (entry: Entry, keys: KeyRing) => ({
  id: entry.id,
  projectNo: entry.projectNo,
  serviceNumber: entry.serviceNumber,
  channel: entry.channel,
  record: await openRecord(keys, entry),
  level: entry.level,
  tags: entry.tags,
  text:
    entry.sealedText === undefined
      ? null
      : await keys.decrypt(entry.sealedText, textPlace(entry.projectNo, entry.serviceNumber)),
  contactConsent: entry.contactConsent,
  enteredBy: entry.enteredBy,
  enteredAt: withOffset(entry.enteredAt),
});

const Asked = z.object({ area: z.optional(Area), ...pageAsked });

/**
 * `GET /v1/entries?area=`: lists entries that wait for the second person, oldest first within each
 * area, without those about the person or the own department.
 */
export const awaitingEntries =
  (deps: AwaitingDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readQuery(Asked, request);
    const within = { staff, places: deps.places };
    const { items, cursor } = await readWithin(asked, within, (area, page) =>
      deps.entries.awaitingIn(area, page),
    );
    const mayRead = await Promise.all(items.map((entry) => mayReadEntry(staff, entry, deps)));
    const shown = items.filter((_entry, index) => mayRead[index]);
    const entries = await Promise.all(shown.map((entry) => toEntryView(entry, deps.keys)));
    return { status: 200, body: { entries, cursor: cursor ?? null } };
  };
