import { CreditCode, HallCode } from '../../events/primitive.ts';
import type { RegisterEntry, RegisterNoun } from '../../shared/domain/oversight/register.ts';
import { areaOfHall } from '../../shared/domain/pad/pad.ts';
import type { FieldProblemCode } from '../../shared/http/problem/problem.table.ts';
import type { FieldError } from '../../shared/http/problem/problem.ts';
import type { RegisterKey } from '../../shared/port/oversight/register-store.ts';

type Wrong = readonly [member: 'code' | 'level' | 'orgCode', problem: FieldProblemCode];

const wrongHall = ({ code, level }: RegisterEntry, area: string): readonly Wrong[] => [
  ...(HallCode.safeParse(code).success ? [] : [['code', 'wrong_format'] as const]),
  ...(areaOfHall(code) === area ? [] : [['code', 'other_area'] as const]),
  ...(level === undefined ? [['level', 'missing'] as const] : []),
];

const notExpected = (
  entry: RegisterEntry,
  ...members: readonly ('level' | 'orgCode')[]
): readonly Wrong[] =>
  members
    .filter((member) => entry[member] !== undefined)
    .map((member) => [member, 'not_expected'] as const);

const wrongIn: Readonly<
  Record<RegisterNoun, (entry: RegisterEntry, area: string) => readonly Wrong[]>
> = {
  departments: (entry) => [
    ...(CreditCode.safeParse(entry.code).success ? [] : [['code', 'wrong_check_digit'] as const]),
    ...notExpected(entry, 'level'),
  ],
  matters: (entry) => notExpected(entry, 'orgCode', 'level'),
  halls: (entry, area) => [...notExpected(entry, 'orgCode'), ...wrongHall(entry, area)],
};

/**
 * Returns every error of a list by path: a hall must lie in the area, and no entry may occur twice.
 */
export const faultsIn = (
  entries: readonly RegisterEntry[],
  { noun, area }: RegisterKey,
): readonly FieldError[] => {
  const codes = new Set<string>();
  return entries.flatMap((entry, index) => {
    const wrong: Wrong[] = [...wrongIn[noun](entry, area)];
    if (codes.has(entry.code)) wrong.push(['code', 'named_twice']);
    codes.add(entry.code);
    return wrong.map(([member, problem]) => ({ path: `/entries/${index}/${member}`, problem }));
  });
};
