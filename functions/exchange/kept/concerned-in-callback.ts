import type { Concerned } from '../../../shared/domain/access/proposal.ts';
import type { KeptCallback } from '../../../shared/domain/exchange/callback/kept.ts';
import { callbacksIn } from '../../../shared/domain/exchange/callback/read-evaluation.ts';
import type { Stated } from '../../../shared/domain/exchange/callback/stated.ts';
import { concernedIn } from '../../../shared/http/access/concerned.ts';
import type { CaseStore } from '../../../shared/port/case/store.ts';
import { projectNoOf } from '../callback/binding.ts';

export interface ConcernedDeps {
  readonly cases: Pick<CaseStore, 'find'>;
}

/** A kept callback with its content as it was read. */
interface Read {
  readonly kept: Pick<KeptCallback, 'projectNo'>;
  readonly body: unknown;
}

/**
 * Returns whom a kept callback can be about: of the cases that it names, or that persons state,
 * everybody who served.
 */
export const concernedInCallback = async (
  { kept, body }: Read,
  { projectNo }: Pick<Stated, 'projectNo'>,
  deps: ConcernedDeps,
): Promise<Concerned> => {
  const named = [kept.projectNo, projectNo, ...callbacksIn(body).map((one) => projectNoOf(one))];
  const numbers = new Set(named.filter((one) => one !== undefined));
  const cases = await Promise.all([...numbers].map((one) => deps.cases.find(one)));
  return concernedIn(
    cases.flatMap((known) => (known ? [{ known, contacts: known.contacts }] : [])),
  );
};
