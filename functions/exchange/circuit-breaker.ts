import { recordId } from '../../shared/domain/exchange/case-report.ts';
import {
  backOffMs,
  afterFailure,
  afterRecovery,
} from '../../shared/domain/exchange/center-health.ts';
import { addMs, later } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CaseSending, SendDeps } from './sending.ts';

/** Records a call without a usable answer and returns when to try this case again. */
export const recordFailure = async (sending: CaseSending, deps: SendDeps): Promise<Instant> => {
  const [at, chance] = [deps.now(), deps.chance()];
  // The last record is the one tried last.
  const why = sending.records.at(-1)?.receipt?.code;
  const next = afterFailure(sending.health, { at, why, chance });
  // On a conflict, the concurrent write has recorded the same failure.
  await deps.center.saveHealth(next);
  const own = addMs(at, backOffMs((sending.outbox?.attempts ?? 0) + 1, chance));
  return next.openUntil === undefined ? own : later(own, next.openUntil);
};

/**
 * Records that the center has answered, after a run that no unclear outcome has ended. It writes
 * nothing when the state was already healthy, which is the usual case.
 */
export const recordAnswers = async (sending: CaseSending, deps: SendDeps): Promise<void> => {
  const heard = sending.records.some(
    ({ ref, receipt }) => sending.tried.has(recordId(ref)) && receipt?.by === 'center',
  );
  const next = heard ? afterRecovery(sending.health) : undefined;
  if (next !== undefined) await deps.center.saveHealth(next);
};
