import { now } from '../../shared/clock.ts';
import type { Env } from '../../shared/env.ts';
import { caseStore } from '../../shared/store/case/store.ts';
import { createTable } from '../../shared/store/clients.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { noticeStore } from '../../shared/store/notice/store.ts';
import { createPlaces } from '../../shared/store/oversight/places.ts';
import { periodStore } from '../../shared/store/period/store.ts';
import { createRulebook } from '../../shared/store/policy/rulebook.ts';
import { dayRecords } from '../../shared/store/reconciliation/day-records.ts';
import { differenceStore } from '../../shared/store/reconciliation/difference-store.ts';
import { stepLedger } from '../../shared/store/ticket/step-ledger.ts';
import { createGateway } from '../exchange/gateway-deps.ts';
import type { SendEditionDeps } from '../period/send-edition.ts';
import type { envs } from './env.ts';
import type { ReconcileDeps } from './reconcile-day.ts';

/** Builds the dependencies that query the center about a day and compare. */
export const createReconcileDeps = (
  config: Env<typeof envs.nightly>,
): ReconcileDeps & SendEditionDeps => {
  const table = createTable(config);
  return {
    now,
    gateway: createGateway(table, config),
    cases: caseStore(table),
    periods: periodStore(table),
    records: dayRecords(table),
    places: createPlaces(table, now),
    stepLedger: stepLedger(table),
    reports: reportStore(table),
    differences: differenceStore(table),
    notices: noticeStore(table),
    rulebook: createRulebook(table, now),
  };
};

export const createReconciliationDeps = (config: Env<typeof envs.staff>) => ({
  ...createReconcileDeps(config),
});
