import { endKept, keepWaiting } from '../../../shared/domain/exchange/callback/kept.ts';
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

/** A conflict means that somebody else ended it meanwhile, which is as good. */
const retryOne = async (kept: KeptCallback, deps: RetryDeps): Promise<void> => {
  const { body } = await contentOf(kept, deps);
  const brought = { body, accessKey: kept.accessKey };
  const { left } = await processCallback(kept.operation, brought, deps);
  const at = deps.now();
  const next =
    left === undefined
      ? endKept(kept, 'taken', { by: 'system', at })
      : keepWaiting(kept, left, toEpoch(at) - toEpoch(kept.at));
  if (next !== undefined) await deps.kept.save(next);
};

/**
 * Runs every five minutes: tries again what waits for its case, contact, ticket or first rating. One
 * that fails does not hold up the others.
 */
export const retryKeptCallbacks = (deps: RetryDeps) => async (): Promise<void> => {
  const waiting: KeptCallback[] = [];
  for await (const kept of everyItem((page) => deps.kept.listed('waiting', page))) {
    waiting.push(kept);
    if (waiting.length === mostAtOnce) break;
  }
  const faults: unknown[] = [];
  for (const kept of waiting) {
    try {
      await retryOne(kept, deps);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'kept callbacks could not be tried');
};
