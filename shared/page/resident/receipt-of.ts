import type { FormFacts, LevelChoice } from './form-facts.ts';
import type { ReceiptFacts, ReceiptPage } from './receipt-facts.ts';

/** As `GET /v1/receipts/{receipt}` tells it. */
export interface ReceiptAnswer extends Omit<ReceiptFacts, 'department' | 'matter'> {
  readonly matter?: string | undefined;
  readonly department?: string | undefined;
  readonly indicators?: { readonly levels: readonly LevelChoice[] } | undefined;
}

interface OwnFacts extends Pick<ReceiptPage, 'messages' | 'phone'> {
  readonly follow: Omit<FormFacts, 'levels'>;
}

/** Returns what the page of a receipt shows: what the interface answers for it, and its own form. */
export const receiptPageOf = (answer: ReceiptAnswer, own: OwnFacts): ReceiptPage => ({
  ...own,
  facts: {
    ...answer,
    matter: answer.matter ?? '',
    department: answer.department ?? '',
  },
  follow: { ...own.follow, levels: answer.indicators?.levels ?? [] },
});
