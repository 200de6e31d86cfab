import type { EntryConfirmed } from '../../../events/rating/entry-view.ts';
import { EntryRuling } from '../../../events/rating/rating.ts';
import { entryRoles } from '../../../events/roles.table.ts';
import { reservedIssuers } from '../../../shared/domain/access/issuer.ts';
import { isSamePerson } from '../../../shared/domain/access/person.ts';
import { pathParameter, readBody } from '../../../shared/http/body.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { canReach, requireKnown, requireRole } from '../../../shared/http/staff.ts';
import type { Staff, StaffHandler } from '../../../shared/http/staff.ts';
import type { Entry } from '../../../shared/port/rating/entry-store.ts';
import { outcomeOf, outcomeStatus } from '../receipt-answer.ts';
import { ratedContact, receiveRating, textPlace } from '../receive-rating.ts';
import type { Rated } from '../receive-rating.ts';
import type { EntryDeps } from './enter.ts';
import { requireEnteredOutside, requireOutsider } from './outsider.ts';
import { requireRecordFree } from './record-free.ts';
import { openRecord } from './record.ts';

const entryFor = async (id: string, deps: EntryDeps): Promise<Entry> => {
  const entry = await deps.entries.find(id);
  if (entry === undefined) throw new Problem('entry_unknown');
  return entry;
};

/** A correction may have moved its case to an area that the person does not reach. */
const requireCaseReached = async (
  entry: Entry,
  { known }: Rated,
  { staff, deps }: { readonly staff: Staff; readonly deps: EntryDeps },
): Promise<void> => {
  if (!canReach(staff, known.area)) throw new Problem('entry_case_moved');
  const record = await openRecord(deps.keys, entry);
  await requireRecordFree({ channel: entry.channel, record }, entry.area, deps);
};

/** Moves the entry to a state from the version read; on a conflict the caller must reload it. */
const moveEntry = async (
  entry: Entry,
  state: Exclude<Entry['state'], 'awaiting'>,
  { checkedBy, deps }: { checkedBy: string; deps: EntryDeps },
): Promise<Entry> => {
  const moved = { ...entry, state, checkedBy, checkedAt: deps.now(), version: entry.version + 1 };
  if ((await deps.entries.save(moved)) === 'conflict') throw new Problem('busy');
  return moved;
};

const recordRating = async (entry: Entry, checkedBy: string, deps: EntryDeps) => {
  const { projectNo, serviceNumber, level, tags, contactConsent, sealedText } = entry;
  const place = textPlace(projectNo, serviceNumber);
  const text = sealedText === undefined ? undefined : await deps.keys.decrypt(sealedText, place);
  return receiveRating(
    {
      rated: await ratedContact(deps.cases, entry),
      draft: { level, tags, text, contactConsent },
      sender: { by: 'entry', id: entry.id },
      origin: {
        channel: entry.channel,
        proof: 'staff_entered',
        issuer: reservedIssuers.staffEntries,
        enteredBy: { staff: entry.enteredBy, entry: entry.id, checkedBy },
      },
    },
    deps,
  );
};

/**
 * When the resident has rated differently in the meantime, that rating wins and the entry is
 * rejected.
 */
const rateOrReject = async (entry: Entry, checkedBy: string, deps: EntryDeps) => {
  try {
    return await recordRating(entry, checkedBy, deps);
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'already_rated') {
      await moveEntry(entry, 'rejected', { checkedBy, deps });
    }
    throw fault;
  }
};

const refuseSettled = (entry: Entry, matches: boolean): void => {
  const settled = matches ? entry.state === 'rejected' : entry.state !== 'awaiting';
  if (settled) throw new Problem('entry_settled');
};

/**
 * `POST /v1/entries/{id}/confirm`: a second person has compared the entry with its recording or
 * form. The order of writes is: the entry is agreed and can no longer be rejected, the rating is
 * written, the entry leaves the list. After a crash between them the entry is still listed;
 * confirming it again finds the same rating. Nobody of the staff is given the receipt.
 */
export const confirmEntry =
  (deps: EntryDeps): StaffHandler =>
  async (request, staff) => {
    const { matches } = readBody(request, EntryRuling);
    const entry = await entryFor(pathParameter(request, 'id'), deps);
    requireKnown(staff, entry.area, 'entry_unknown');
    requireRole(staff, entryRoles[entry.channel]);
    if (isSamePerson(staff.id, entry.enteredBy)) throw new Problem('same_person');
    const rated = await ratedContact(deps.cases, entry);
    requireOutsider(staff, rated);
    refuseSettled(entry, matches);
    const checkedBy = entry.checkedBy ?? staff.id;
    if (!matches) {
      await moveEntry(entry, 'rejected', { checkedBy, deps });
      return { status: 200, body: { id: entry.id, state: 'rejected' } };
    }
    await requireCaseReached(entry, rated, { staff, deps });
    if (entry.state === 'awaiting') requireEnteredOutside(entry, rated);
    const agreed =
      entry.state === 'awaiting' ? await moveEntry(entry, 'agreed', { checkedBy, deps }) : entry;
    const received = await rateOrReject(agreed, checkedBy, deps);
    if (agreed.state === 'agreed') await moveEntry(agreed, 'confirmed', { checkedBy, deps });
    const body: EntryConfirmed = { id: entry.id, state: 'confirmed', ...outcomeOf(received) };
    return { status: outcomeStatus(received), body };
  };
