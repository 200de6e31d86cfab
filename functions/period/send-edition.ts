import { periodBody, verdictIn } from '../../shared/domain/exchange/record/period-answer.ts';
import { applyAnswer } from '../../shared/domain/period/edition.ts';
import type {
  KeptEdition,
  PeriodEdition,
  SubmittedEdition,
} from '../../shared/domain/period/edition.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { CenterGateway } from '../../shared/port/exchange/center-gateway.ts';
import type { PeriodStore } from '../../shared/port/period/store.ts';

export interface SendEditionDeps {
  readonly now: Now;
  readonly periods: PeriodStore;
  readonly gateway: CenterGateway;
}

/**
 * Sends a submitted edition, always with the same bytes, and stores the center's answer. When a
 * concurrent call stored an answer first, that answer stays.
 */
export const sendEdition = async (
  { edition, text }: KeptEdition & { readonly edition: SubmittedEdition },
  { gateway, periods, now }: SendEditionDeps,
): Promise<PeriodEdition> => {
  const answer = await gateway.send('period', periodBody({ edition, text }));
  const verdict = 'data' in answer ? verdictIn(answer.data) : {};
  const next = applyAnswer(edition, answer, { verdict, at: now() });
  if ((await periods.save(next)) === 'saved') return next;
  const stored = await periods.find(edition.period, edition.number);
  if (stored === undefined) throw new Error(`an edition of ${edition.period} is missing`);
  return stored.edition;
};

/** Sends every edition without an answer again; returns how many still have none. */
export const sendWaiting = async (deps: SendEditionDeps): Promise<number> => {
  let waiting = 0;
  for (const { period, number, state } of await deps.periods.editions()) {
    if (state !== 'submitted') continue;
    const kept = await deps.periods.find(period, number);
    // Read by key, because the list may be slightly stale.
    if (kept?.edition.state !== 'submitted') continue;
    const { state: next } = await sendEdition({ text: kept.text, edition: kept.edition }, deps);
    if (next === 'submitted') waiting += 1;
  }
  return waiting;
};
