import { endKept, keepWaiting, putBehind } from '../../../shared/domain/exchange/callback/kept.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { toEpoch } from '../../../shared/domain/time/instant.ts';
import { everyItem } from '../../../shared/port/page.ts';
import type { EvaluationDeps } from '../callback/evaluation.ts';
import { processCallback } from '../callback/process.ts';
import { contentOf } from './kept.ts';
import type { KeptDeps } from './kept.ts';

export interface RetryDeps extends EvaluationDeps, Pick<KeptDeps, 'kept'> {}

/** The limit of one run; the next run takes the rest. */
const mostAtOnce = 200;

/** Returns what becomes of it; undefined when nothing about it has changed. */
const retryOne = async (kept: KeptCallback, deps: RetryDeps): Promise<KeptCallback | undefined> => {
  const { body } = await contentOf(kept, deps);
  const brought = { body, accessKey: kept.accessKey };
  const { left } = await processCallback(kept.operation, brought, deps);
  const at = deps.now();
  return left === undefined
    ? endKept(kept, 'taken', { by: 'system', at })
    : keepWaiting(kept, left, toEpoch(at) - toEpoch(kept.at));
};

/** The first of those that wait, in the order of their last tries. */
const firstWaiting = async ({ kept }: RetryDeps): Promise<readonly KeptCallback[]> => {
  const waiting: KeptCallback[] = [];
  for await (const one of everyItem((page) => kept.listed('waiting', page))) {
    waiting.push(one);
    if (waiting.length === mostAtOnce) break;
  }
  return waiting;
};

/**
 * Runs every five minutes: tries again what waits for its case, contact, ticket or first rating. One
 * that fails does not hold up the others: when more wait than one run tries, it goes behind those
 * that were not tried yet.
 */
export const retryKeptCallbacks = (deps: RetryDeps) => async (): Promise<void> => {
  const waiting = await firstWaiting(deps);
  const isCrowded = waiting.length === mostAtOnce;
  const faults: unknown[] = [];
  for (const kept of waiting) {
    let next: KeptCallback | undefined;
    try {
      next = await retryOne(kept, deps);
    } catch (fault) {
      faults.push(fault);
    }
    if (isCrowded) next ??= putBehind(kept, deps.now());
    // A conflict means that somebody else ended it meanwhile, which is as good.
    if (next !== undefined) await deps.kept.save(next);
  }
  if (faults.length > 0) throw new AggregateError(faults, 'kept callbacks could not be tried');
};
