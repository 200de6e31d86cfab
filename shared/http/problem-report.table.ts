import { named } from './problem-text.ts';

/** The exchange with the provincial center: outbox, credentials, callbacks, periods, reconciliation. */
export const reportProblems = named({});
