import { startErrorSummary } from './error-summary.ts';
import { startHint } from './hint.ts';
import { startOwnReceipt } from './own-receipt.ts';
import { startReadAloud } from './read-aloud.ts';
import { startReceiptTools } from './receipt-tools.ts';
import { startForm } from './send.ts';
import { dropOldRecords } from './sent-record.ts';
import { reloadWithoutSheet } from './sheet.ts';

reloadWithoutSheet();
startHint();
startErrorSummary();
startReceiptTools();
startReadAloud();
dropOldRecords();
void startOwnReceipt();
const form = document.querySelector<HTMLFormElement>('form.rate');
if (form !== null) void startForm(form);
