import { offsetOrNull, withOffset } from '../../shared/domain/time/instant.ts';
import type { StaffHandler } from '../../shared/http/staff.ts';
import type { WatchResult, WatchStore } from '../../shared/port/escalation/watch-store.ts';

export interface MissedDeps {
  readonly results: Pick<WatchStore, 'latest' | 'missedEver'>;
}

/** Two days of hourly watch runs. */
const newest = 48;

const toResultView = (result: WatchResult) => ({
  ...result,
  at: withOffset(result.at),
  oldestDueAt: offsetOrNull(result.oldestDueAt),
});

/**
 * `GET /v1/escalations/watch`: returns the results of the latest watch runs and every missed
 * escalation.
 */
export const showMissed =
  (deps: MissedDeps): StaffHandler =>
  async () => {
    const [missedEver, results] = await Promise.all([
      deps.results.missedEver(),
      deps.results.latest(newest),
    ]);
    return { status: 200, body: { missedEver, results: results.map(toResultView) } };
  };
