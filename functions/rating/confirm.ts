import { EntryRuling } from '../../events/rating.ts';
import { pathParameter, readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireReach, staffWith } from '../../shared/http/staff.ts';
import type { Staff } from '../../shared/http/staff.ts';
import type { Entry } from '../../shared/port/entry-store.ts';
import { entryRoles } from './enter.ts';
import type { EntryDoor } from './enter.ts';
import { receiptAnswer } from './receipt-answer.ts';
import { ratedContact, receiveRating, textPlace } from './receive-rating.ts';

const entryFor = async (id: string, door: EntryDoor): Promise<Entry> => {
  const entry = await door.entries.find(id);
  if (entry === undefined) throw new Problem('entry_unknown');
  return entry;
};

const settle = async (
  entry: Entry,
  state: 'confirmed' | 'rejected',
  { staff, door }: { staff: Staff; door: EntryDoor },
): Promise<void> => {
  const settled = {
    ...entry,
    state,
    checkedBy: staff.id,
    checkedAt: door.now(),
    version: entry.version + 1,
  };
  if ((await door.entries.save(settled)) === 'conflict') throw new Problem('busy');
};

const rate = async (entry: Entry, checkedBy: string, door: EntryDoor) => {
  const { projectNo, serviceNumber, level, tags, contactConsent, sealedText } = entry;
  const place = textPlace(projectNo, serviceNumber);
  const text = sealedText === undefined ? undefined : await door.keys.open(sealedText, place);
  return receiveRating(
    {
      rated: await ratedContact(door.cases, entry),
      draft: { level, tags, text, contactConsent },
      origin: {
        channel: entry.channel,
        proof: 'staff_entered',
        enteredBy: { staff: entry.enteredBy, record: entry.record, checkedBy },
      },
    },
    door,
  );
};

/**
 * `POST /v1/entries/{id}/confirm`: a second person has compared the entry with its recording or
 * form. The rating is written first and the entry settled after it, so that a crash between the two
 * leaves an entry that can be confirmed again and then answers with the same receipt.
 */
export const confirmEntry =
  (door: EntryDoor): HttpHandler =>
  async (request) => {
    const entry = await entryFor(pathParameter(request, 'id'), door);
    const staff = staffWith(request, door.claimPrefix, entryRoles[entry.channel]);
    const { matches } = readBody(request, EntryRuling);
    requireReach(staff, entry.area);
    if (staff.id === entry.enteredBy) throw new Problem('same_person');
    if (entry.state === 'rejected' || (entry.state === 'confirmed' && !matches)) {
      throw new Problem('entry_settled');
    }
    if (!matches) {
      await settle(entry, 'rejected', { staff, door });
      return { status: 200, body: { id: entry.id, state: 'rejected' } };
    }
    const received = await rate(entry, entry.checkedBy ?? staff.id, door);
    if (entry.state === 'awaiting') await settle(entry, 'confirmed', { staff, door });
    return receiptAnswer(received, door.rules);
  };
