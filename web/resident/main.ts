import { startClaim } from './claim.ts';
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

const contestAddress = (link: string, reference: string): string =>
  `/r/${encodeURIComponent(link)}/contest/${encodeURIComponent(reference)}${location.search}`;

reloadWithoutSheet();
startHint();
startErrorSummary();
startReceiptTools();
startReadAloud();
dropOldRecords();
void startClaim();
void startOwnReceipt({ receipt: receiptAddress, contest: contestAddress });
const form = document.querySelector<HTMLFormElement>('form.rate');
if (form !== null)
  void startForm(form, {
    transport: fetchTransport(),
    arrive: (receipt) => location.replace(receiptAddress(receipt)),
    contested: (link, reference) => location.replace(contestAddress(link, reference)),
    // The server's own page answers the form as it is.
    refuse: () => form.submit(),
  });
