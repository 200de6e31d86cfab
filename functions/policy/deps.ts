import { newId, now } from '../../shared/clock.ts';
import type { Env, StaffEnv } from '../../shared/env.ts';
import { approvalStore } from '../../shared/store/access/approval-store.ts';
import { createTable } from '../../shared/store/clients.ts';
import { figureStore } from '../../shared/store/figures/store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { policyStore } from '../../shared/store/policy/store.ts';
import { ticketStore } from '../../shared/store/ticket/store.ts';
import type { DryRunDeps } from './dry-run.ts';

export const createPolicyDeps = (config: Env<typeof StaffEnv>): DryRunDeps => {
  const table = createTable(config);
  return {
    now,
    newId,
    approvals: approvalStore(table),
    policies: policyStore(table),
    tickets: ticketStore(table),
    figures: figureStore(table),
    rulebook: createRulebook(table, now),
  };
};
