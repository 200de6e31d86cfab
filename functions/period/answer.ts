import type { PeriodEditionView } from '../../events/period/view.ts';
import type { PeriodEdition, PeriodReceipt } from '../../shared/domain/period/edition.ts';
import { withOffset } from '../../shared/domain/time/instant.ts';

const receiptView = ({ at, code, message, receiptNo, reason }: PeriodReceipt) => ({
  code,
  message,
  ...(receiptNo !== undefined && { receiptNo }),
  ...(reason !== undefined && { reason }),
  at: withOffset(at),
});

const submittedView = (edition: Exclude<PeriodEdition, { state: 'draft' }>) => ({
  submittedBy: edition.submittedBy,
  submittedAt: withOffset(edition.submittedAt),
  attempts: edition.attempts,
  ...(edition.unclear && {
    unclear: { why: edition.unclear.why, at: withOffset(edition.unclear.at) },
  }),
  ...('receipt' in edition && { receipt: receiptView(edition.receipt) }),
});

/** Returns an edition for staff; its document has a call of its own. */
export const editionView = (edition: PeriodEdition): PeriodEditionView => ({
  period: edition.period,
  edition: edition.number,
  state: edition.state,
  digest: edition.digest,
  builtBy: edition.builtBy,
  builtAt: withOffset(edition.builtAt),
  ...(edition.state !== 'draft' && submittedView(edition)),
});
