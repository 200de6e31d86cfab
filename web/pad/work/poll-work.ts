import type { Current, ServedContact } from '../server/answers.ts';
import { backOff, longestPollMs } from '../server/back-off.ts';
import { currentPoll, pollDelay } from '../server/current.ts';
import type { Contact } from '../session/state.ts';
import type { Bench } from './bench.ts';
import type { Shown } from './shown.ts';

interface PollWork extends Bench {
  readonly shown: Shown;
  /** The server answers again. */
  readonly onBack: () => void;
}

const contactOf = ({ projectNo, serviceNumber, ...contact }: ServedContact): Contact => ({
  ...contact,
  key: `${projectNo}#${serviceNumber}`,
});

/** Asks who is at the window; returns when to ask again. */
export const pollWork = (bench: PollWork): (() => Promise<number>) => {
  const { deps, session, note, clock, shown, onBack } = bench;
  const poll = currentPoll(bench.call);
  let failures = 0;
  let changed = { key: '', at: Number.NEGATIVE_INFINITY };

  const take = async ({ contact, openNow, indicators }: Current): Promise<number> => {
    await shown.takeIndicators(indicators);
    const named = contact && contactOf(contact);
    const key = named?.key ?? '';
    if (key !== changed.key) changed = { key, at: deps.elapsed() };
    session.send({ type: 'current', contact: named, openNow });
    const sinceChangeMs = deps.elapsed() - changed.at;
    return pollDelay({ hasContact: named !== null, sinceChangeMs, openNow });
  };

  return async () => {
    const polled = await poll();
    if (polled.of === 'none') {
      failures += 1;
      note({ problem: polled.problem });
      session.send({ type: 'unanswered' });
      return backOff(failures, longestPollMs);
    }
    const wasAway = failures > 0;
    failures = 0;
    note({ answeredAt: clock.now(), problem: null });
    if (wasAway) onBack();
    return take(polled.current);
  };
};
