import { startErrorSummary } from './error-summary.ts';

startErrorSummary();
