import type {
  CallbackOperation,
  KeptReason,
} from '../../../shared/domain/exchange/callback/kept.ts';
import type { Brought } from './binding.ts';
import { receiveEvaluation } from './evaluation.ts';
import type { EvaluationDeps } from './evaluation.ts';
import { receiveSteps } from './steps.ts';
import { reasonOf } from './unplaced.ts';

/** What came of a callback: how much is stored, and why it is kept unless nothing is left of it. */
export interface Processed {
  readonly stored: number;
  readonly left?: KeptReason | undefined;
}

const store = async (
  operation: CallbackOperation,
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Processed> => {
  if (operation !== 'operation.sync') {
    const { stored, complete } = await receiveEvaluation(operation, brought, deps);
    return complete ? { stored } : { stored, left: 'stored_in_part' };
  }
  const { stored, complete, left } = await receiveSteps(brought, deps);
  return { stored, left: left ?? (complete ? undefined : 'stored_in_part') };
};

/** Stores what can be stored of a callback. Repeating it stores nothing twice. */
export const processCallback = async (
  operation: CallbackOperation,
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Processed> => {
  try {
    return await store(operation, brought, deps);
  } catch (fault) {
    return { stored: 0, left: reasonOf(fault) };
  }
};
