import type { Stop, Timers } from '../ports.ts';

export interface Repeated {
  /** Runs at once; while it runs, once more behind that. */
  readonly now: () => void;
  readonly stop: Stop;
}

/** Returns after how many milliseconds it is due again, or null if only when it is asked for. */
export type Repeatable = (isAsked: boolean) => Promise<number | null>;

/** Runs some work again and again, never twice at once. */
export const repeat = ({ after }: Timers, work: Repeatable): Repeated => {
  let cancel: Stop | undefined;
  let isRunning = false;
  let isAsked = false;
  let isStopped = false;

  const run = async (): Promise<void> => {
    cancel?.();
    isRunning = true;
    const wasAsked = isAsked;
    isAsked = false;
    const ms = await work(wasAsked);
    isRunning = false;
    if (isStopped) return;
    if (isAsked) void run();
    else if (ms !== null) cancel = after(ms, () => void run());
  };

  return {
    now: () => {
      if (isStopped) return;
      isAsked = true;
      if (!isRunning) void run();
    },
    stop: () => {
      isStopped = true;
      cancel?.();
    },
  };
};
