import { readEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { ReadEvaluation } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { serializeDraft } from '../../../shared/domain/rating/rating.ts';
import type { CenterCall, CenterCallStore } from '../../../shared/port/exchange/callback-store.ts';
import type { KeyRing } from '../../../shared/port/key-ring.ts';
import { keyedDigest } from '../../rating/repeat/sender.ts';
import { nameIn } from './binding.ts';
import type { Brought } from './binding.ts';

/**
 * Returns the digest of everything that an evaluation says: not only level, tags and words, but also
 * the contact that it names, its channel and time, and what could not be read of it. With any other
 * value under the same id it is another rating, or the same one corrected.
 */
export const evaluationDigest = (
  operation: CenterCall['operation'],
  { evaluation, body }: { readonly evaluation: ReadEvaluation; readonly body: unknown },
  { keys }: { readonly keys: KeyRing },
): Promise<string> => {
  const { id, draft, channel, origin, claimedAt, doubts } = evaluation;
  const way = [channel, origin, claimedAt ?? null, nameIn(body) ?? null];
  const unread = doubts.map(({ code, sent }) => [code, sent ?? null]);
  return keyedDigest(keys, [operation, id ?? null, serializeDraft(draft), way, unread]);
};

/** Whether the evaluation in a callback came before, as it stands there, as a first or second rating. */
export const isKnownEvaluation = async (
  { body }: Brought,
  deps: { readonly keys: KeyRing; readonly centerCalls: CenterCallStore },
): Promise<boolean> => {
  for (const [operation, number] of [
    ['evaluation.sync', 1],
    ['append.sync', 2],
  ] as const) {
    const reading = readEvaluation(body, number);
    if (!reading.ok || reading.evaluation.id === undefined) continue;
    const { evaluation } = reading;
    const known = await deps.centerCalls.find(operation, reading.evaluation.id);
    if (known?.digest === (await evaluationDigest(operation, { evaluation, body }, deps))) {
      return true;
    }
  }
  return false;
};
