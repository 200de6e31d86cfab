import { isWaiting } from '../../../shared/domain/exchange/callback/kept.ts';
import type {
  CallbackOperation,
  KeptReason,
} from '../../../shared/domain/exchange/callback/kept.ts';
import { callbacksIn, itemOf } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { isThere, memberOf } from '../../../shared/domain/text/sent-value.ts';
import type { CenterCall } from '../../../shared/port/exchange/callback-store.ts';
import type { Brought } from './binding.ts';
import { receiveEvaluation } from './evaluation.ts';
import type { EvaluationDeps, Stored } from './evaluation.ts';
import { isKnownEvaluation } from './known-evaluation.ts';
import { receiveSteps } from './steps.ts';
import { reasonOf } from './unplaced.ts';

/** What came of a callback: how much is stored, and why it is kept unless nothing is left of it. */
export interface Processed {
  readonly stored: number;
  readonly left?: KeptReason | undefined;
}

/** Does one part of the work; what happened is not refused when it fails. */
const attempt = async (
  work: () => Promise<Stored & { readonly left?: KeptReason | undefined }>,
): Promise<Processed> => {
  try {
    const { stored, complete, left } = await work();
    return { stored, left: left ?? (complete ? undefined : 'stored_in_part') };
  } catch (fault) {
    return { stored: 0, left: reasonOf(fault) };
  }
};

/** An evaluation may bring the steps of its work order along. */
const storeEvaluation = async (
  operation: CenterCall['operation'],
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Processed> => {
  const rated = await attempt(() => receiveEvaluation(operation, brought, deps));
  if (!isThere(memberOf(brought.body, 'caseModelList'))) return rated;
  const course = await attempt(() => receiveSteps(brought, deps));
  return { stored: rated.stored + course.stored, left: rated.left ?? course.left };
};

/** Steps may bring their evaluation along, which has come before, or is kept. */
const storeSteps = async (brought: Brought, deps: EvaluationDeps): Promise<Processed> => {
  const course = await attempt(() => receiveSteps(brought, deps));
  const isWhole = !isThere(itemOf(brought.body)) || (await isKnownEvaluation(brought, deps));
  return isWhole ? course : { ...course, left: course.left ?? 'stored_in_part' };
};

const processOne = (
  operation: CallbackOperation,
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Processed> =>
  operation === 'operation.sync'
    ? storeSteps(brought, deps)
    : storeEvaluation(operation, brought, deps);

/** What is left of one call: the next attempt stores more, within its time. */
const mostAtOnce = 50;

/** Of several it waits as long as one of them does; then a person looks at those that are left. */
const leftOf = (lefts: readonly KeptReason[]): KeptReason | undefined =>
  lefts.find((reason) => isWaiting(reason)) ??
  (lefts.length > 0 ? 'several_evaluations' : undefined);

/**
 * Stores what can be stored of a callback, and of several each by itself. Repeating it stores nothing
 * twice.
 */
export const processCallback = async (
  operation: CallbackOperation,
  brought: Brought,
  deps: EvaluationDeps,
): Promise<Processed> => {
  const all = callbacksIn(brought.body);
  if (all.length === 1) return processOne(operation, { ...brought, body: all[0] }, deps);
  const lefts: KeptReason[] = [];
  let stored = 0;
  for (const body of all) {
    if (stored >= mostAtOnce) return { stored, left: 'steps_waiting' };
    const done = await processOne(operation, { ...brought, body }, deps);
    stored += done.stored;
    if (done.left !== undefined) lefts.push(done.left);
  }
  return { stored, left: leftOf(lefts) };
};
