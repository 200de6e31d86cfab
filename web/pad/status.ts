import type { QueueState } from './queue/queue.ts';
import type { PadFacts } from './server/answers.ts';

/** What the pad knows beside what its session shows. */
export interface Status extends QueueState {
  readonly padId: string | null;
  readonly number: number | null;
  readonly facts: PadFacts | null;
  readonly answeredAt: number | null;
  readonly persisted: boolean;
  readonly faults: number;
  readonly problem: string | null;
  readonly isSending: boolean;
}

export const firstStatus: Status = {
  padId: null,
  number: null,
  facts: null,
  waiting: 0,
  oldestAt: null,
  answeredAt: null,
  persisted: false,
  faults: 0,
  problem: null,
  isSending: false,
};

/** Changes some of the status. */
export type Note = (change: Partial<Status>) => void;
