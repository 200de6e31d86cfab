import { backOff, longestSendMs } from '../server/back-off.ts';
import type { Repeatable } from '../server/repeat.ts';
import { sendQueue } from '../server/send.ts';
import type { Sent } from '../server/send.ts';
import type { Bench } from './bench.ts';

const send = async (bench: Bench): Promise<Sent> => {
  try {
    return await sendQueue(bench);
  } catch {
    // What was sent and not deleted is a repeat the next time.
    return { of: 'later', problem: 'storage' };
  }
};

/** Sends what waits; returns when to try again, null once nothing is left. */
export const sendWork = (bench: Bench): Repeatable => {
  let failures = 0;
  return async (isAsked) => {
    // The network is back, or somebody is there: what failed before tells nothing about now.
    if (isAsked) failures = 0;
    if (bench.status().waiting === 0) return null;
    bench.note({ isSending: true });
    const sent = await send(bench);
    await bench.countQueue();
    failures = sent.of === 'done' ? 0 : failures + 1;
    const problem = sent.of === 'later' ? { problem: sent.problem } : {};
    bench.note({ isSending: false, ...problem });
    return sent.of === 'done' ? null : backOff(failures, longestSendMs);
  };
};
