import { recordId } from '../exchange/case-report.ts';
import type { OutboxEntry, RecordRef, ReportRecord } from '../exchange/case-report.ts';
import { isHeldThere } from '../exchange/plan.ts';
import type { Fate } from './verdict.ts';

/** What is stored about the exchange of one case. */
export interface ExchangeFile {
  readonly records: readonly ReportRecord[];
  readonly outbox?: OutboxEntry | undefined;
}

const reasonOf = ({ receipt, ref }: ReportRecord): string =>
  receipt === undefined
    ? recordId(ref)
    : `${recordId(ref)}: ${receipt.code} ${receipt.message}`.trim();

const acceptedBy = ({ history, receipt }: ReportRecord): Fate => {
  const last = history.findLast(({ what }) => what === 'accepted' || what === 'duplicate');
  const at = last?.at ?? receipt?.at;
  return at === undefined ? { state: 'pending' } : { state: 'accepted', at };
};

/**
 * A record that waits for a refused one has the same fate, with the refused record as the reason.
 */
const refusedBefore = ({ records, outbox }: ExchangeFile, id: string): Fate | undefined => {
  if (outbox?.waiting.includes(id) !== true) return undefined;
  const refused = records.find(({ ref }) => outbox.rejected.includes(recordId(ref)));
  return refused && { state: 'rejected', reason: reasonOf(refused) };
};

/** Returns the state of one record according to the stored receipts. */
export const fateOf = (file: ExchangeFile, ref: RecordRef): Fate => {
  const id = recordId(ref);
  const record = file.records.find((one) => recordId(one.ref) === id);
  if (record?.state === 'withdrawn') return { state: 'withdrawn' };
  if (record !== undefined && isHeldThere(record)) return acceptedBy(record);
  if (record?.state === 'rejected' && record.asked === undefined) {
    return { state: 'rejected', reason: reasonOf(record) };
  }
  return refusedBefore(file, id) ?? { state: 'pending' };
};
