import { newId, now } from '../../shared/clock.ts';
import type { ProposeDeps } from '../../shared/http/access/propose.ts';
import { approvalStore } from '../../shared/store/access/approval-store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import type { Table } from '../../shared/store/table.ts';

/** Builds what every function needs in which acts are proposed that another person confirms. */
export const createProposeDeps = (table: Table): ProposeDeps => ({
  now,
  newId,
  approvals: approvalStore(table),
  rulebook: createRulebook(table, now),
});
