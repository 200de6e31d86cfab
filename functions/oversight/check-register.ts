import { CreditCode, HallCode } from '../../events/primitive.ts';
import type { RegisterEntry } from '../../shared/domain/oversight/register.ts';
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

const wrongIn = (entry: RegisterEntry, { noun, area }: RegisterKey): readonly Wrong[] => [
  ...(noun === 'departments' || entry.orgCode === undefined
    ? []
    : [['orgCode', 'not_expected'] as const]),
  ...wrongCode(entry, { noun, area }),
];

const wrongCode = (entry: RegisterEntry, { noun, area }: RegisterKey): readonly Wrong[] => {
  if (noun === 'halls') return wrongHall(entry, area);
  const isCode = noun === 'matters' || CreditCode.safeParse(entry.code).success;
  return [
    ...(isCode ? [] : [['code', 'wrong_check_digit'] as const]),
    ...(entry.level === undefined ? [] : [['level', 'not_expected'] as const]),
  ];
};

/**
 * Returns every error of a list by path: a hall must lie in the area, and no entry may occur twice.
 */
export const faultsIn = (
  entries: readonly RegisterEntry[],
  key: RegisterKey,
): readonly FieldError[] => {
  const codes = new Set<string>();
  return entries.flatMap((entry, index) => {
    const wrong: Wrong[] = [...wrongIn(entry, key)];
    if (codes.has(entry.code)) wrong.push(['code', 'named_twice']);
    codes.add(entry.code);
    return wrong.map(([member, problem]) => ({ path: `/entries/${index}/${member}`, problem }));
  });
};
