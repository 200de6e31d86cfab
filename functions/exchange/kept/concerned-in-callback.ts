import type { Concerned } from '../../../shared/domain/access/proposal.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbacksIn } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import { concernedIn } from '../../../shared/http/access/concerned.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import { projectNoOf } from '../callback/binding.ts';
import { contentOf } from './kept.ts';
import type { KeptDeps } from './kept.ts';

export interface ConcernedDeps extends Pick<KeptDeps, 'keys' | 'kept'> {
  readonly cases: Pick<CaseStore, 'find'>;
}

/**
 * Returns whom a kept callback can be about: of the cases that it names, or that persons state,
 * everybody who served.
 */
export const concernedInCallback = async (
  kept: KeptCallback,
  { projectNo }: Pick<Stated, 'projectNo'>,
  deps: ConcernedDeps,
): Promise<Concerned> => {
  const { body } = await contentOf(kept, deps);
  const named = [kept.projectNo, projectNo, ...callbacksIn(body).map((one) => projectNoOf(one))];
  const numbers = new Set(named.filter((one) => one !== undefined));
  const cases = await Promise.all([...numbers].map((one) => deps.cases.find(one)));
  return concernedIn(
    cases.flatMap((known) => (known ? [{ known, contacts: known.contacts }] : [])),
  );
};
