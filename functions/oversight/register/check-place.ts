import {
  areaOf,
  cityCode,
  countingArea,
  isCityArea,
  shippedAreas,
} from '../../../shared/domain/area/area.ts';
import type {
  PlaceKind,
  RegisterEntry,
  RegisterMember,
} from '../../../shared/domain/oversight/register.ts';
import type { FieldProblemCode } from '../../../shared/http/problem/field.table.ts';
import { oversightProblems } from '../../../shared/http/problem/oversight.table.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import type { RegisterKey } from '../../../shared/port/oversight/register-store.ts';

export type Wrong = readonly [member: 'code' | 'name' | RegisterMember, problem: FieldProblemCode];

/** What the city may add; the city itself is shipped. */
const addedKinds: readonly PlaceKind[] = ['district', 'county', 'county_level_city', 'internal'];

const isSixDigits = (code: string): boolean => /^\d{6}$/.test(code);

/** An alias is a code of its own that no shipped area has. */
const isAliasFor = (code: string, alias: string): boolean =>
  isCityArea(alias) && alias !== code && (areaOf(alias) ?? { code }).code === code;

const wrongFacts = (entry: RegisterEntry): readonly Wrong[] => {
  const { code, kind, english, aliases = [], closed } = entry;
  const shipped = areaOf(code);
  const kinds = shipped === undefined ? addedKinds : [shipped.kind];
  const rules: readonly (readonly [isBroken: boolean, ...Wrong])[] = [
    [kind !== undefined && !kinds.includes(kind), 'kind', 'not_allowed'],
    [shipped === undefined && english === undefined, 'english', 'missing'],
    [aliases.some((alias) => !isAliasFor(code, alias)), 'aliases', 'not_allowed'],
    [closed === true && code === cityCode, 'closed', 'not_allowed'],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, ...wrong]) => wrong);
};

/** The city lists its areas by the codes under which they are counted. */
const wrongArea = (entry: RegisterEntry): readonly Wrong[] => {
  const { code } = entry;
  if (!isCityArea(code)) return [['code', 'unknown_area']];
  const isWhole = isSixDigits(code) && countingArea(code) === code;
  return isWhole ? wrongFacts(entry) : [['code', 'other_area']];
};

const townKinds: Readonly<Record<number, PlaceKind>> = { 9: 'town', 12: 'village' };

/** An area lists its towns and villages. */
const wrongTown = (entry: RegisterEntry, area: string): readonly Wrong[] => {
  const { code, kind } = entry;
  if (!isCityArea(code)) return [['code', 'unknown_area']];
  if (isSixDigits(code) || countingArea(code) !== area) return [['code', 'other_area']];
  const ofWholeAreas = (['english', 'aliases', 'closed'] as const).filter(
    (member) => entry[member] !== undefined,
  );
  return [
    ...ofWholeAreas.map((member) => [member, 'not_expected'] as const),
    ...(kind === undefined || kind === townKinds[code.length]
      ? []
      : [['kind', 'not_allowed'] as const]),
  ];
};

export const wrongPlace = (entry: RegisterEntry, area: string): readonly Wrong[] =>
  area === cityCode ? wrongArea(entry) : wrongTown(entry, area);

/**
 * Refuses a list of the city that leaves out an area: one of the ministry's list, or one that the
 * list in force has. An area that ends is marked as closed, because what it has stays.
 */
export const refuseLeftOut = (
  { noun, area }: RegisterKey,
  entries: readonly RegisterEntry[],
  inForce: readonly RegisterEntry[],
): void => {
  if (noun !== 'areas' || area !== cityCode) return;
  const statutory = shippedAreas.filter(({ kind }) => kind !== 'internal');
  const listed = new Set(entries.map(({ code }) => code));
  const needed = new Set([...statutory, ...inForce].map(({ code }) => code));
  const leftOut = [...needed].filter((code) => !listed.has(code)).toSorted();
  if (leftOut.length === 0) return;
  throw new Problem(oversightProblems.areas_left_out, { fact: leftOut.join(', ') });
};
