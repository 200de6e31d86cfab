import type { EntryShown } from '../../../events/rating/entry-view.ts';
import { receiptStateOf, receiptTellers } from '../../../shared/domain/rating/entry-receipt.ts';
import type { EntryReceipt } from '../../../shared/domain/rating/entry-receipt.ts';
import { offsetOrNull, withOffset } from '../../../shared/domain/time/instant.ts';
import { pathParameter } from '../../../shared/http/body.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { requireKnown } from '../../../shared/http/staff.ts';
import type { StaffHandler } from '../../../shared/http/staff.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import type { MessageStore } from '../../../shared/port/message/store.ts';
import type { Entry, EntryStore } from '../../../shared/port/rating/entry-store.ts';
import { statesShown } from './enter.ts';
import { mayReadEntry } from './outsider.ts';

export interface ShowEntryDeps {
  readonly entries: Pick<EntryStore, 'find'>;
  readonly cases: Pick<CaseStore, 'find'>;
  readonly messages: Pick<MessageStore, 'find'>;
  /** Whether the deployment sends messages to residents. */
  readonly sendsMessages: boolean;
}

const receiptOf = async (entry: Entry, deps: ShowEntryDeps): Promise<EntryReceipt | null> => {
  if (entry.state !== 'confirmed') return null;
  if (!deps.sendsMessages) return 'off';
  const told = await Promise.all(receiptTellers(entry).map((id) => deps.messages.find(id)));
  return receiptStateOf(told.find((message) => message !== undefined));
};

/**
 * `GET /v1/entries/{id}`: the state of an entry, and what became of the message with its receipt.
 * Neither the receipt nor the number is shown.
 */
export const showEntry =
  (deps: ShowEntryDeps): StaffHandler =>
  async (request, staff) => {
    const entry = await deps.entries.find(pathParameter(request, 'id'));
    if (entry === undefined) throw new Problem('entry_unknown');
    requireKnown(staff, entry.area, 'entry_unknown');
    if (!(await mayReadEntry(staff, entry, deps))) throw new Problem('entry_unknown');
    const { id, projectNo, serviceNumber, channel, enteredBy, checkedBy } = entry;
    const body: EntryShown = {
      id,
      projectNo,
      serviceNumber,
      channel,
      state: statesShown[entry.state],
      enteredBy,
      enteredAt: withOffset(entry.enteredAt),
      checkedBy: checkedBy ?? null,
      checkedAt: offsetOrNull(entry.checkedAt),
      receipt: await receiptOf(entry, deps),
    };
    return { status: 200, body };
  };
