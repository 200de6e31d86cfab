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
 * Sends a submitted edition, the same bytes each time, and stores what the center said of it. Where
 * somebody else stored an answer first, that one stands.
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
  if (stored === undefined) throw new Error(`an edition of ${edition.period} is lost`);
  return stored.edition;
};

/** Every edition that waits for an answer is sent again; answers how many still wait. */
export const sendWaiting = async (deps: SendEditionDeps): Promise<number> => {
  let waiting = 0;
  for (const { period, number, state } of await deps.periods.editions()) {
    if (state !== 'submitted') continue;
    const kept = await deps.periods.find(period, number);
    // Read by its key, where the list may be a moment behind.
    if (kept?.edition.state !== 'submitted') continue;
    const { state: next } = await sendEdition({ text: kept.text, edition: kept.edition }, deps);
    if (next === 'submitted') waiting += 1;
  }
  return waiting;
};
