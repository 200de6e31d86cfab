/** A case with a rated contact, its ticket and a follow-up, and the records of its report. */
import { recordId } from '../../../shared/domain/exchange/case-report.ts';
import type {
  CaseDossier,
  CenterReceipt,
  ReportRecord,
} from '../../../shared/domain/exchange/case-report.ts';
import type { WantedRecord } from '../../../shared/domain/exchange/plan.ts';
import { newRecord } from '../../../shared/domain/exchange/record-state.ts';
import type { EventOf } from '../../../shared/domain/ticket/event/event.ts';
import type { TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';
import type { Step } from '../../../shared/domain/ticket/step/step.ts';
import { ticketOf } from '../../contract/suite/sample.ts';
import { at } from '../../fake/clock.ts';
import { exampleStep } from '../ticket/event-example.ts';
import { fullCase, ratingOf } from './record/sample-source.ts';

export const first = ratingOf();
export const second = ratingOf({ assessNumber: 2, receivedAt: at('2026-11-25T09:00:00+08:00') });
export const { ticket, first: opened } = ticketOf(first);

export const step = <T extends TicketEventType>(
  number: number,
  type: T,
  moment: string,
  more: Partial<EventOf<T>> = {},
): Step => exampleStep(number, type, { at: at(moment), ...more });

export const steps = [
  opened,
  step(2, 'contacted', '2026-11-20T10:00:00+08:00'),
  step(3, 'unmasked', '2026-11-20T10:01:00+08:00'),
  step(4, 'province_step', '2026-11-20T10:02:00+08:00'),
  step(5, 'approved', '2026-11-24T10:00:00+08:00'),
  step(6, 'appended', '2026-11-25T09:00:00+08:00'),
];

export const file: CaseDossier = {
  known: fullCase(),
  ratings: [first, second],
  tickets: [{ ticket, steps }],
};

export const idsOf = (wanted: readonly WantedRecord[]): readonly string[] =>
  wanted.map(({ ref }) => recordId(ref));

export const receiptOf = (outcome: CenterReceipt['outcome'], by: CenterReceipt['by'] = 'center') =>
  ({ by, outcome, code: '', message: '', at: first.receivedAt }) as const;

export const inState = (one: WantedRecord, more: Partial<ReportRecord> = {}): ReportRecord => ({
  ...newRecord(file.known.projectNo, one.ref),
  state: 'accepted',
  revision: 1,
  receipt: receiptOf('accepted'),
  ...more,
});
