/** What the pad shows of itself, kept so that it can work after a restart without a network. */
import { readSetting, writeSettings } from '../queue/settings.ts';
import type { LastShown } from '../queue/settings.ts';
import type { PadFacts } from '../server/answers.ts';
import type { Indicators } from '../words.ts';
import type { Bench } from './bench.ts';

export interface Shown {
  readonly takeFacts: (facts: PadFacts) => Promise<void>;
  readonly takeIndicators: (indicators: Indicators) => Promise<void>;
}

type Known = Partial<LastShown>;

const apply = ({ facts, indicators }: Known, { session, note }: Bench): void => {
  if (facts !== undefined) {
    const { idleSeconds, warnSeconds, freeText } = facts;
    const rules = { idleMs: idleSeconds * 1000, warnMs: warnSeconds * 1000, freeText };
    note({ facts });
    session.send({ type: 'rules', rules });
  }
  if (indicators !== undefined) session.send({ type: 'indicators', indicators });
};

const readKnown = async ({ database }: Bench): Promise<Known> => {
  try {
    return (await readSetting(database, 'shown')) ?? {};
  } catch {
    return {};
  }
};

/** These differ in every answer and say nothing about what is shown. */
const textOf = ({ facts, indicators }: Known): string =>
  JSON.stringify([{ ...facts, serverTime: '', highest: 0 }, indicators]);

export const startShown = async (bench: Bench): Promise<Shown> => {
  let known = await readKnown(bench);
  apply(known, bench);
  const take = async (change: Known): Promise<void> => {
    const before = textOf(known);
    known = { ...known, ...change };
    if (textOf(known) === before) return;
    apply(change, bench);
    const { facts, indicators } = known;
    if (facts === undefined || indicators === undefined) return;
    try {
      await writeSettings(bench.database, { shown: { facts, indicators } });
    } catch {
      // It is shown all the same, until the next restart.
    }
  };
  return {
    takeFacts: (facts) => take({ facts }),
    takeIndicators: (indicators) => take({ indicators }),
  };
};
