import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import { changedIn, faultOfList } from '../../../shared/domain/rating/indicator-list.ts';
import type { ListFault } from '../../../shared/domain/rating/indicator-list.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';

const factOf = (fault: ListFault): string =>
  (fault.type === 'indicators_missing' ? fault.codes : fault.levels).join(', ');

const fixed = { name: 'text_in_force', group: 'group_in_force' } as const;

/** Returns the entries that reword an indicator, or move it to another group, by path. */
const errorsOf = (
  before: readonly RegisterEntry[],
  entries: readonly RegisterEntry[],
): readonly FieldError[] => {
  return (['name', 'group'] as const).flatMap((member) => {
    const changed = changedIn(member, before, entries);
    return entries.flatMap(({ code }, index) =>
      changed.has(code) ? [{ path: `/entries/${index}/${member}`, problem: fixed[member] }] : [],
    );
  });
};

/** @throws Problem for a list of indicators that cannot follow the one in force */
export const refuseBreak = (
  before: readonly RegisterEntry[],
  entries: readonly RegisterEntry[],
  locate: (errors: readonly FieldError[]) => readonly FieldError[],
): void => {
  const errors = errorsOf(before, entries);
  if (errors.length > 0) throw new Problem('invalid_input', { errors: locate(errors) });
  const fault = faultOfList(before, entries);
  if (fault !== undefined)
    throw new Problem(oversightProblems[fault.type], { fact: factOf(fault) });
};
