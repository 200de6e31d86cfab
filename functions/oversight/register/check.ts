import { CreditCode, HallCode } from '../../../events/primitive.ts';
import { areaOf, cityCode, countingArea } from '../../../shared/domain/area/area.ts';
import { registerMembers } from '../../../shared/domain/oversight/register.ts';
import type {
  PlaceKind,
  RegisterEntry,
  RegisterMember,
  RegisterNoun,
} from '../../../shared/domain/oversight/register.ts';
import { areaOfHall } from '../../../shared/domain/pad/pad.ts';
import { levelOfIndicator } from '../../../shared/domain/rating/indicator.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/problem.table.ts';
import type { FieldError } from '../../../shared/http/problem/problem.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';

type Wrong = readonly [member: 'code' | RegisterMember, problem: FieldProblemCode];

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

const wrongHall = ({ code, windows = [], terminals = [] }: RegisterEntry, area: string) => {
  const all = [...windows, ...terminals];
  const wrong: Wrong[] = [];
  if (!HallCode.safeParse(code).success) wrong.push(['code', 'wrong_format']);
  if (areaOfHall(code) !== area) wrong.push(['code', 'other_area']);
  if (isTwice(windows)) wrong.push(['windows', 'named_twice']);
  else if (isTwice(all)) wrong.push(['terminals', 'named_twice']);
  return wrong;
};

/** Digits of a town and of a village. */
const [townDigits, villageDigits] = [9, 12];

const kindAt = ({ length }: string, known: PlaceKind | undefined): PlaceKind | undefined => {
  if (length === townDigits) return 'town';
  return length === villageDigits ? 'village' : known;
};

/** The city lists its areas, an area its towns and villages. */
const wrongPlace = ({ code, kind }: RegisterEntry, area: string): readonly Wrong[] => {
  const known = areaOf(code);
  const isWhole = known?.code === code;
  if (known === undefined) return [['code', 'unknown_area']];
  if (isWhole !== (area === cityCode)) return [['code', 'other_area']];
  if (!isWhole && known.code !== area) return [['code', 'other_area']];
  return kind === undefined || kind === kindAt(code, known.kind) ? [] : [['kind', 'not_allowed']];
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

/**
 * Returns every error of a list by path: places must lie in the area, and no entry may occur twice.
 */
export const faultsIn = (
  entries: readonly RegisterEntry[],
  { noun, area }: RegisterKey,
): readonly FieldError[] => {
  const codes = new Set<string>();
  return entries.flatMap((entry, index) => {
    const wrong: Wrong[] = [
      ...wrongCode[noun](entry, area),
      ...wrongMembers(entry, noun),
      ...wrongArea(entry, area),
    ];
    if (codes.has(entry.code)) wrong.push(['code', 'named_twice']);
    codes.add(entry.code);
    return wrong.map(([member, problem]) => ({ path: `/entries/${index}/${member}`, problem }));
  });
};
