import { startErrorSummary } from './error-summary.ts';
import { startHint } from './hint.ts';
import { startOwnReceipt } from './own-receipt.ts';
import { startReadAloud } from './read-aloud.ts';
import { startReceiptTools } from './receipt-tools.ts';
import { startForm } from './send.ts';
import { dropOldRecords } from './sent-record.ts';
import { reloadWithoutSheet } from './sheet.ts';
import { fetchTransport } from './transport.ts';

const receiptAddress = (receipt: string): string =>
  `/receipt/${encodeURIComponent(receipt)}${location.search}`;

reloadWithoutSheet();
startHint();
startErrorSummary();
startReceiptTools();
startReadAloud();
dropOldRecords();
void startOwnReceipt(receiptAddress);
const form = document.querySelector<HTMLFormElement>('form.rate');
if (form !== null)
  void startForm(form, {
    transport: fetchTransport(),
    arrive: (receipt) => location.replace(receiptAddress(receipt)),
    // The server's own page answers the form as it is.
    refuse: () => form.submit(),
  });
