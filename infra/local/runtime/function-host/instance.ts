/** One Lambda instance as its pool sees it: it takes one invocation at a time. */
import type { Invocation } from '../../engine/model.ts';
import type { InvokeMessage } from './protocol.ts';

export interface Instance {
  /** False once it has ended or must not be used again. */
  readonly usable: boolean;
  /** Never rejects. After a time-out or a crash the instance is not `usable` any more. */
  run(message: InvokeMessage): Promise<Invocation>;
  /** Ends the instance, also in the middle of its work. */
  stop(): Promise<void>;
}

export type Output = (stream: 'stdout' | 'stderr', text: string, requestId?: string) => void;

/** Lambda allows 10 s of real hardware; a busy laptop is not the function's fault. */
export const INIT_LIMIT_MS = 30_000;

export const initLate = (limitMs: number): Invocation => ({
  ok: false,
  fault: `Runtime init did not end within ${limitMs / 1000} seconds`,
});

/** The instance is gone, and this is why. */
export const exitError = (why: string): Invocation => ({
  ok: false,
  fault: `Runtime.ExitError: ${why}`,
});

export const timedOut = (timeoutMs: number): Invocation => ({
  ok: false,
  fault: `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
});
