import { ExpectationFailed } from '../../player/expectation.ts';
import type { PlannedStop } from '../plan.ts';
import { integrators } from '../table/integrator.table.ts';
import type { IntegratorWord } from '../table/integrator.table.ts';
import { callForEach } from './loading.ts';
import type { Loading } from './loading.ts';

const largestBatch = 100;

const chunkItems = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / largestBatch) }, (_, index) =>
    items.slice(index * largestBatch, (index + 1) * largestBatch),
  );

export const keyOf = ({ ledger }: Loading, integrator: IntegratorWord) => {
  const key = ledger.integrators[integrator];
  if (!key) throw new Error(`the integrator ${integrator} was not admitted`);
  return key;
};

const reportEvents = async (
  loading: Loading,
  integrator: IntegratorWord,
  stop: PlannedStop,
): Promise<void> => {
  const by = keyOf(loading, integrator);
  const about = `case events of ${integrator} at ${stop.at}`;
  const own = stop.events.filter((event) => event.integrator === integrator);
  for (const batch of chunkItems(own)) {
    const events = batch.map(({ facts }) => facts);
    const answer = await loading.player.ensure('reportEvents', { by, body: { events }, about });
    const refused = answer.items.find(({ outcome }) => outcome === 'refused');
    if (refused) throw new ExpectationFailed(`${about} are accepted`, JSON.stringify(refused));
    loading.counts.events += answer.stored;
    loading.counts.repeats += answer.repeats;
  }
};

/** Each system reports its events since the last stop, in the order in which they happened. */
export const reportCases = (loading: Loading, stop: PlannedStop): Promise<void> =>
  callForEach(
    integrators.map(({ word }) => word),
    (word) => reportEvents(loading, word, stop),
  );
