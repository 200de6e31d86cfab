import type { CenterReceipt } from '../../shared/domain/exchange/case-report.ts';
import { recordId } from '../../shared/domain/exchange/case-report.ts';
import {
  addMs,
  backOffMs,
  noteFailure,
  noteRecovery,
} from '../../shared/domain/exchange/center-health.ts';
import { later } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CaseSending, SendDeps } from './sending.ts';

const isAnswer = (receipt: CenterReceipt | undefined): boolean =>
  receipt?.by === 'center' && receipt.outcome !== 'unclear';

/** One more call of which nothing is known; answers when this case is to be tried again. */
export const recordSilence = async (sending: CaseSending, deps: SendDeps): Promise<Instant> => {
  const [at, chance] = [deps.now(), deps.chance()];
  // The record that was tried last stands last.
  const why = sending.records.at(-1)?.receipt?.code;
  const next = noteFailure(sending.health, { at, why, chance });
  // Who comes second has seen the same silence.
  await deps.center.saveHealth(next);
  const own = addMs(at, backOffMs((sending.outbox?.attempts ?? 0) + 1, chance));
  return next.openUntil === undefined ? own : later(own, next.openUntil);
};

/** The center has answered, so all is well again; mostly it was before, and nothing is written. */
export const recordAnswers = async (sending: CaseSending, deps: SendDeps): Promise<void> => {
  const heard = sending.records.some(
    ({ ref, receipt }) => sending.tried.has(recordId(ref)) && isAnswer(receipt),
  );
  const next = heard ? noteRecovery(sending.health) : undefined;
  if (next !== undefined) await deps.center.saveHealth(next);
};
