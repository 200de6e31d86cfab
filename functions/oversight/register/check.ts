import { CreditCode, HallCode } from '../../../events/primitive.ts';
import { cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { nameForm, toCode, toNumber } from '../../../shared/domain/number/written-form.ts';
import { registerMembers } from '../../../shared/domain/oversight/register.ts';
import type { RegisterEntry, RegisterNoun } from '../../../shared/domain/oversight/register.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import { levelOfIndicator } from '../../../shared/domain/rating/indicator.ts';
import { isPlainLine } from '../../../shared/domain/text/visible.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';
import { wrongPlace } from './check-place.ts';
import type { Wrong } from './check-place.ts';

const codeForms: Readonly<Partial<Record<RegisterNoun, (code: string) => string>>> = {
  departments: toNumber,
  halls: toCode,
};

/** Returns the entry under the form of its code that references to it have. */
export const inCodeForm = (entry: RegisterEntry, noun: RegisterNoun): RegisterEntry => ({
  ...entry,
  code: codeForms[noun]?.(entry.code) ?? entry.code,
});

const wrongMembers = (entry: RegisterEntry, noun: RegisterNoun): readonly Wrong[] => {
  const { required, optional } = registerMembers[noun];
  const given = Object.keys(entry) as (keyof RegisterEntry)[];
  return [
    ...required
      .filter((member) => entry[member] === undefined)
      .map((member) => [member, 'missing'] as const),
    ...given
      .filter((member) => member !== 'code' && member !== 'name')
      .filter((member) => ![...required, ...optional].includes(member))
      .map((member) => [member, 'not_expected'] as const),
  ];
};

const isTwice = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

const wrongHall = (entry: RegisterEntry, area: string): readonly Wrong[] => {
  const { code, level, windows = [], terminals = [] } = entry;
  const all = [...windows, ...terminals];
  const wrong: Wrong[] = [];
  if (!HallCode.safeParse(code).success) wrong.push(['code', 'wrong_format']);
  if (areaOfHall(code) !== area) wrong.push(['code', 'other_area']);
  if (level === 'city' && area !== cityCode) wrong.push(['level', 'not_allowed']);
  if (isTwice(windows)) wrong.push(['windows', 'named_twice']);
  else if (isTwice(all)) wrong.push(['terminals', 'named_twice']);
  return wrong;
};

const wrongIndicator = ({ code, set, retired }: RegisterEntry): readonly Wrong[] => [
  ...(levelOfIndicator(code) === undefined ? [['code', 'wrong_format'] as const] : []),
  ...(set === undefined && retired !== true ? [['set', 'set_missing'] as const] : []),
];

const systemCode = /^[0-9A-Za-z][0-9A-Za-z._-]*$/;

const wrongCode: Readonly<
  Record<RegisterNoun, (entry: RegisterEntry, area: string) => readonly Wrong[]>
> = {
  departments: ({ code }) =>
    CreditCode.safeParse(code).success ? [] : [['code', 'wrong_check_digit']],
  matters: () => [],
  halls: wrongHall,
  systems: ({ code }) => (systemCode.test(code) ? [] : [['code', 'wrong_format']]),
  areas: wrongPlace,
  indicators: wrongIndicator,
};

const wrongArea = (entry: RegisterEntry, area: string): readonly Wrong[] =>
  entry.area === undefined || countingArea(entry.area) === area ? [] : [['area', 'other_area']];

const wrongText = ({ name, english }: RegisterEntry): readonly Wrong[] => [
  ...(isPlainLine(name) ? [] : [['name', 'not_a_plain_line'] as const]),
  ...(english === undefined || isPlainLine(english)
    ? []
    : [['english', 'not_a_plain_line'] as const]),
];

/** Text as residents compare it, at a level: of two equal ones nobody knows which to select. */
const choiceOf = ({ code, name }: RegisterEntry): string =>
  `${code.slice(0, 1)} ${name.normalize('NFKC').replaceAll(/\s+/gu, '')}`;

interface Naming {
  /** Of those that must be told apart; others may have any name. */
  readonly nameOf: (entry: RegisterEntry) => string | undefined;
  readonly problem: Wrong[1];
}

/** What must be told apart by its name: indicators in use, and counties, but not their towns. */
const namings: Partial<Record<RegisterNoun, Naming>> = {
  indicators: {
    nameOf: (entry) => (entry.retired === true ? undefined : choiceOf(entry)),
    problem: 'text_of_another',
  },
  areas: {
    nameOf: ({ code, name }) => (code.length === 6 ? nameForm(name) : undefined),
    problem: 'name_of_another',
  },
};

/** Returns what is wrong with an entry whose name an entry of another code before it has. */
const wrongName = (
  entries: readonly RegisterEntry[],
  naming: Naming | undefined,
): ((entry: RegisterEntry) => readonly Wrong[]) => {
  if (naming === undefined) return () => [];
  const { nameOf, problem } = naming;
  const first = new Map(entries.toReversed().map((entry) => [nameOf(entry), entry.code]));
  return (entry) => {
    const name = nameOf(entry);
    return name === undefined || first.get(name) === entry.code ? [] : [['name', problem]];
  };
};

/**
 * Returns every error of a list by path: places must lie in the area, and no entry may occur twice.
 */
export const faultsIn = (
  entries: readonly RegisterEntry[],
  { noun, area }: RegisterKey,
): readonly FieldError[] => {
  const codes = new Set<string>();
  const wrongNameOf = wrongName(entries, namings[noun]);
  return entries.flatMap((entry, index) => {
    const wrong: Wrong[] = [
      ...wrongCode[noun](entry, area),
      ...wrongMembers(entry, noun),
      ...wrongArea(entry, area),
      ...wrongText(entry),
      ...wrongNameOf(entry),
    ];
    const { aliases = [] } = entry;
    const code = noun === 'systems' ? toCode(entry.code) : entry.code;
    if (codes.has(code)) wrong.push(['code', 'named_twice']);
    if (aliases.some((alias) => codes.has(alias))) wrong.push(['aliases', 'named_twice']);
    for (const name of [code, ...aliases]) codes.add(name);
    return wrong.map(([member, problem]) => ({ path: `/entries/${index}/${member}`, problem }));
  });
};
