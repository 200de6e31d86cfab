import { isOpen, isProbe, wellSince } from '../../shared/domain/exchange/center-health.ts';
import { toEpoch } from '../../shared/domain/time/instant.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { CenterStore } from '../../shared/port/exchange/center-store.ts';
import type { KeptCallbackStore } from '../../shared/port/exchange/kept-callback-store.ts';
import type { ReportPublisher } from '../../shared/port/exchange/publisher.ts';
import type { ReportStore } from '../../shared/port/exchange/store.ts';

export interface ResumeDeps {
  readonly now: Now;
  readonly reports: Pick<ReportStore, 'due' | 'listed'>;
  readonly center: Pick<CenterStore, 'health'>;
  readonly kept: Pick<KeptCallbackStore, 'listed'>;
  readonly calls: ReportPublisher;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

/** The limit of one run; the next run takes the rest. */
const mostAtOnce = 2_000;

/** The counts stop here: above a hundred the exact number does not matter. */
const mostCounted = 100;

const minuteMs = 60_000;

/**
 * Runs every five minutes: queues cases whose next attempt is due. While the center does not
 * answer, that is one case at a time as a probe. A case that is queued twice is reported once.
 */
export const resumeReports = (deps: ResumeDeps) => async (): Promise<void> => {
  const at = deps.now();
  const [health = wellSince, stuck, kept] = await Promise.all([
    deps.center.health(),
    deps.reports.listed('stuck', { limit: mostCounted }),
    deps.kept.listed('open', { limit: mostCounted }),
  ]);
  const silentMs = health.since === undefined ? 0 : toEpoch(at) - toEpoch(health.since);
  deps.publish({
    ReportsStuck: stuck.items.length,
    CenterSilentMinutes: Math.floor(silentMs / minuteMs),
    CallbacksOpen: kept.items.length,
  });
  if (isOpen(health, at)) return;
  const due = await deps.reports.due(at, isProbe(health) ? 1 : mostAtOnce);
  const refused = await deps.calls.call(
    due.map(({ projectNo, version }) => ({ projectNo, mark: `${projectNo}.resume.${version}` })),
  );
  if (refused.length > 0)
    throw new Error(`${refused.length} messages were not accepted by the queue`);
};
