import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { openTable } from '../../shared/store/clients.ts';
import { rulebook } from '../../shared/store/policy/rulebook.ts';
import { overseeCases } from './cases.ts';

const { CLAIM_PREFIX: claimPrefix, ...config } = configOf('oversight-cases');
const table = openTable(config);
const rules = rulebook(table, now);
export const handler = httpEdge(
  overseeCases({ now, cases: caseStore(table), rulebook: rules, claimPrefix }),
);
