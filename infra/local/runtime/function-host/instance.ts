/** One Lambda instance as its pool sees it: it handles one invocation at a time. */
import type { Invocation } from '../../engine/model.ts';
import type { InvokeMessage } from './protocol.ts';

export interface Instance {
  /** False once it has ended or must not be used again. */
  readonly usable: boolean;
  /** Never rejects. After a timeout or a crash the instance is not `usable` any more. */
  run(message: InvokeMessage): Promise<Invocation>;
  /** Ends the instance, even while it is busy. */
  stop(): Promise<void>;
}

export type Output = (stream: 'stdout' | 'stderr', text: string, requestId?: string) => void;

/** Lambda allows 10 s on its own hardware; a busy laptop may need longer. */
export const INIT_LIMIT_MS = 30_000;

export const initLate = (limitMs: number): Invocation => ({
  ok: false,
  fault: `Runtime init did not end within ${limitMs / 1000} seconds`,
});

/** Returns the result of an invocation whose instance has ended, with the reason. */
export const exitError = (why: string): Invocation => ({
  ok: false,
  fault: `Runtime.ExitError: ${why}`,
});

export const timedOut = (timeoutMs: number): Invocation => ({
  ok: false,
  fault: `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
});
