import { isDeepStrictEqual } from 'node:util';

import { withClocks } from '../../shared/domain/case/attention.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseStore } from '../../shared/port/case/store.ts';
import type { Rulebook, YearVersion } from '../../shared/port/policy/rulebook.ts';
import { Permanent } from '../../shared/queue/permanent.ts';
import { rulesInForce } from '../../shared/rules.ts';

export interface PromiseDeps {
  readonly rulebook: Rulebook;
  readonly cases: CaseStore;
}

const clocksOf = ({ promise, attentionAt }: Case) => ({ promise, attentionAt });

/**
 * Recounts the terms of one case by the newest calendar, so that the case is on the list of its
 * light.
 */
export const recountPromise = async (
  projectNo: string,
  seen: YearVersion,
  deps: PromiseDeps,
): Promise<void> => {
  const known = await deps.cases.find(projectNo);
  if (known === undefined) throw new Permanent('an order for a case that is not there');
  const { timetable } = await rulesInForce(deps.rulebook, seen);
  const next = withClocks({ ...known, version: known.version + 1 }, timetable);
  if (isDeepStrictEqual(clocksOf(next), clocksOf(known))) return;
  if ((await deps.cases.save(next)) === 'conflict')
    throw new Error('the case was changed by another writer');
};
