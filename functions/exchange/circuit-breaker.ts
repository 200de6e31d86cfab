import type { CenterReceipt } from '../../shared/domain/exchange/case-report.ts';
import { recordId } from '../../shared/domain/exchange/case-report.ts';
import { after, backOffMs, failed, recovered } from '../../shared/domain/exchange/center-health.ts';
import { later } from '../../shared/domain/time/instant.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Going, SendDeps } from './send.ts';

const isAnswer = (receipt: CenterReceipt | undefined): boolean =>
  receipt?.by === 'center' && receipt.outcome !== 'unclear';

/** One more call of which nothing is known; answers when this case is to be tried again. */
export const noteSilence = async (going: Going, deps: SendDeps): Promise<Instant> => {
  const [at, chance] = [deps.now(), deps.chance()];
  // The record that was tried last stands last.
  const why = going.records.at(-1)?.receipt?.code;
  const next = failed(going.health, { at, why, chance });
  // Who comes second has seen the same silence.
  await deps.center.saveHealth(next);
  const own = after(at, backOffMs((going.outbox?.attempts ?? 0) + 1, chance));
  return next.closedUntil === undefined ? own : later(own, next.closedUntil);
};

/** The center has answered, so all is well again; mostly it was before, and nothing is written. */
export const noteAnswers = async (going: Going, deps: SendDeps): Promise<void> => {
  const heard = going.records.some(
    ({ ref, receipt }) => going.tried.has(recordId(ref)) && isAnswer(receipt),
  );
  const next = heard ? recovered(going.health) : undefined;
  if (next !== undefined) await deps.center.saveHealth(next);
};
