import type { CaseEventAnswer } from '../../../../../events/case/event.ts';
import type { PlannedStop } from '../plan.ts';
import { integrators } from '../table/integrator.table.ts';
import type { IntegratorWord } from '../table/integrator.table.ts';
import { callForEach } from './lanes.ts';
import { expectStatus, TownRefused } from './loading.ts';
import type { Loading } from './loading.ts';

interface Answer {
  readonly stored: number;
  readonly repeats: number;
  readonly refused: number;
  readonly items: readonly CaseEventAnswer[];
}

const largestBatch = 100;

const chunkItems = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / largestBatch) }, (_, index) =>
    items.slice(index * largestBatch, (index + 1) * largestBatch),
  );

export const keyOf = (loading: Loading, integrator: IntegratorWord) => {
  const key = loading.ledger.integrators[integrator];
  if (!key) throw new Error(`the integrator ${integrator} was not admitted`);
  return key;
};

const sendCaseEvents = async (
  loading: Loading,
  integrator: IntegratorWord,
  stop: PlannedStop,
): Promise<void> => {
  const system = loading.client.signed(keyOf(loading, integrator));
  const own = stop.events.filter((event) => event.integrator === integrator);
  for (const batch of chunkItems(own)) {
    const events = batch.map(({ facts }) => facts);
    const what = `case events of ${integrator} at ${stop.at}`;
    const answer = expectStatus(await system.post<Answer>('/v1/cases', { events }), [200], what);
    const refused = answer.items.find(({ outcome }) => outcome === 'refused');
    if (refused) {
      const { code = 'refused', detail = '' } = refused.problem ?? {};
      throw new TownRefused(`${what}, event ${refused.eventId ?? '?'}`, `${code} · ${detail}`);
    }
    loading.counts.events += answer.stored;
    loading.counts.repeats += answer.repeats;
  }
};

/** Each system reports what happened at it since the last stop, in the order in which it happened. */
export const reportCases = (loading: Loading, stop: PlannedStop): Promise<void> =>
  callForEach(
    integrators.map(({ word }) => word),
    (word) => sendCaseEvents(loading, word, stop),
  );
