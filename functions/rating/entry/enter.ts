import type { EntryAccepted } from '../../../events/rating/entry-view.ts';
import { EntryRequest } from '../../../events/rating/rating.ts';
import { entryRoles } from '../../../events/roles.table.ts';
import { entryNotices } from '../../../shared/domain/notice/entry-notice.ts';
import type { Rules } from '../../../shared/domain/ticket/ticket.ts';
import { readBody } from '../../../shared/http/body.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown, requireRole } from '../../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { Places } from '../../../shared/port/oversight/places.ts';
import type { Entry, EntryStore } from '../../../shared/port/rating/entry-store.ts';
import { rulesUnder } from '../../../shared/rules.ts';
import { rulesForDraft } from '../draft-rules.ts';
import { contactIn, sealText, wrongIn } from '../receive-rating.ts';
import type { Rated, RatingDeps } from '../receive-rating.ts';
import { fingerprintOf } from '../repeat/sender.ts';
import { requireOutsider } from './outsider.ts';
import { requireRecordFree } from './record-free.ts';
import { entryIdOf, formerEntryIdsOf, sealRecord } from './record.ts';

export interface EntryDeps extends RatingDeps {
  readonly entries: EntryStore;
  readonly places: Pick<Places, 'now'>;
}

const entryOf = async (
  asked: EntryRequest,
  rated: Rated,
  { deps, staff }: { deps: EntryDeps; staff: Staff },
): Promise<Entry> => {
  const id = await entryIdOf(deps.keys, asked, rated.known.area);
  return {
    id,
    state: 'awaiting',
    projectNo: rated.known.projectNo,
    serviceNumber: rated.contact.serviceNumber,
    channel: asked.channel,
    sealedRecord: await sealRecord(deps.keys, asked.record, id),
    level: asked.level,
    tags: asked.tags,
    sealedText: await sealText(deps.keys, asked.text, rated),
    fingerprint: await fingerprintOf(deps.keys, asked, asked),
    contactConsent: asked.contactConsent,
    area: rated.known.area,
    enteredBy: staff.id,
    department: staff.department,
    enteredAt: deps.now(),
    version: 1,
  };
};

const isRepeat = (a: Entry, b: Entry): boolean =>
  a.projectNo === b.projectNo &&
  a.serviceNumber === b.serviceNumber &&
  a.fingerprint === b.fingerprint &&
  a.enteredBy === b.enteredBy;

/** An entry of an older release, whose id was made otherwise. */
const formerEntry = async (
  asked: EntryRequest,
  area: string,
  { keys, entries }: EntryDeps,
): Promise<Entry | undefined> => {
  const ids = await formerEntryIdsOf(keys, asked, area);
  const found = await Promise.all(ids.map((id) => entries.find(id)));
  return found.find((former) => former !== undefined && former.state !== 'rejected');
};

/** A rejected entry contained an error, so its record may be entered again. */
const saveEntry = async (
  entry: Entry,
  former: Entry | undefined,
  { entries, rules }: { readonly entries: EntryStore; readonly rules: Rules },
): Promise<Entry> => {
  const added =
    former === undefined
      ? await entries.add(entry, entryNotices(entry, rules))
      : ({ ok: false, existing: former } as const);
  if (added.ok) return entry;
  const { existing } = added;
  if (existing.state === 'rejected') {
    const anew = { ...entry, version: existing.version + 1 };
    const saved = await entries.save(anew, entryNotices(anew, rules));
    if (saved === 'conflict') throw new Problem('busy');
    return anew;
  }
  if (!isRepeat(existing, entry)) throw new Problem('record_taken');
  return existing;
};

/** An agreed entry waits for its rating, which the second person can complete: it is still listed. */
export const statesShown: Readonly<Record<Entry['state'], EntryAccepted['state']>> = {
  awaiting: 'awaiting',
  agreed: 'awaiting',
  confirmed: 'confirmed',
  rejected: 'rejected',
};

/**
 * `POST /v1/entries`: stores what a resident said on the phone or wrote on a form. It becomes a
 * rating only after a second person has compared it with the recording or form.
 */
export const enterRating =
  (deps: EntryDeps): StaffHandler =>
  async (request, staff) => {
    const asked = readBody(request, EntryRequest);
    requireRole(staff, entryRoles[asked.channel]);
    const known = await deps.cases.find(asked.projectNo);
    if (known === undefined) throw new Problem('case_unknown');
    // Before anything is said about its contacts.
    requireKnown(staff, known.area, 'case_unknown');
    const rated = contactIn(known, asked.serviceNumber);
    requireOutsider(staff, rated);
    await requireRecordFree(asked, known.area, deps);
    const { policy, calendar, indicators } = await rulesForDraft(asked, deps.rulebook);
    // A form may have been printed and filled in while an indicator was still in force.
    const acceptRetired = asked.channel === 'paper';
    const wrong = wrongIn(asked, rated, { policy, indicators, acceptRetired, at: deps.now() });
    if (wrong !== undefined) throw wrong;
    const entry = await entryOf(asked, rated, { deps, staff });
    const former = await formerEntry(asked, known.area, deps);
    const rules = rulesUnder(policy, calendar);
    const { id, state } = await saveEntry(entry, former, { entries: deps.entries, rules });
    return { status: 202, body: { id, state: statesShown[state] }, about: { entryId: id } };
  };
