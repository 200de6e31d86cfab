import { endKept, isEnded } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbacksIn } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import { Superseded } from '../../../shared/http/access/carry-out.ts';
import type { CarryOut, Executor } from '../../../shared/http/access/carry-out.ts';
import { requireStillUnconcerned } from '../../../shared/http/access/concerned.ts';
import { reportProblems } from '../../../shared/http/problem/exchange.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { EvaluationDeps } from '../callback/evaluation.ts';
import { processCallback } from '../callback/process.ts';
import type { Processed } from '../callback/process.ts';
import { concernedInCallback } from './concerned-in-callback.ts';
import { contentOf, isDone } from './kept.ts';
import type { KeptDeps } from './kept.ts';
import { openStatedText } from './stated-words.ts';
import { callbackMeant, requirePlaces } from './take.ts';
import type { TakeDeps } from './take.ts';

/** The case and the contact must still be there; one that has ended is superseded. */
export const recheckTaking =
  (deps: Pick<TakeDeps, 'cases' | 'keys' | 'kept'>): Executor<'center_callback'>['recheck'] =>
  async ({
    callbackId,
    reason: _reason,
    power: _power,
    sealedText: _text,
    departments: _departments,
    persons: _persons,
    ...stated
  }) => {
    const kept = await deps.kept.find(callbackId);
    if (kept === undefined || isEnded(kept)) return;
    const meant = callbackMeant((await contentOf(kept, deps)).body, stated);
    await requirePlaces(kept, { meant, stated }, deps);
  };

/**
 * What was read and stated has to be stored: the persons end a callback with it, and the content is
 * shown to nobody who does not look for it.
 */
const requireStored = ({ stored, left }: Processed): void => {
  if (left === undefined || stored > 0) return;
  if (left === 'busy' || left === 'steps_waiting') throw new Problem('busy');
  throw new Problem(reportProblems.callback_not_stored, { fact: left });
};

/** Whether something in it is still to be taken in or settled: one of several, or more steps. */
const isOpen = (left: Processed['left']): boolean =>
  left !== undefined && left !== 'stored_in_part';

/** Stores a kept callback as two persons stated it. */
export const carryOutTaking =
  (deps: EvaluationDeps & Pick<KeptDeps, 'kept'>): CarryOut<'center_callback'> =>
  async (whole, signed) => {
    const { callbackId, reason, sealedText, ...rest } = whole;
    const { power: _power, departments: _departments, persons: _persons, ...proposal } = rest;
    const kept = await deps.kept.find(callbackId);
    if (kept !== undefined && isDone(kept, signed)) return { callbackId, stored: 0 };
    if (kept === undefined || isEnded(kept)) throw new Superseded();
    const { body: content } = await contentOf(kept, deps);
    const concerned = await concernedInCallback({ kept, body: content }, proposal, deps);
    requireStillUnconcerned(whole, concerned, signed);
    const text = await openStatedText({ callbackId, sealedText }, deps.keys);
    const stated = { ...proposal, text };
    const body = callbackMeant(content, stated);
    const brought = { body, accessKey: kept.accessKey, stated };
    const done = await processCallback(kept.operation, brought, deps);
    requireStored(done);
    const isOneOfSeveral = proposal.item !== undefined && callbacksIn(content).length > 1;
    if (!isOneOfSeveral && !isOpen(done.left)) {
      const ended = endKept(kept, 'taken', { ...signed, note: reason });
      if ((await deps.kept.save(ended)) === 'conflict') throw new Problem('busy');
    }
    return { callbackId, stored: done.stored };
  };
