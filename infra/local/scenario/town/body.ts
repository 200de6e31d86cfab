import { areaOf } from '../../../../shared/domain/area/area.ts';
import { inventCreditCode, inventOrgCode } from './code.ts';
import { departmentKinds, townDepartment } from './table/department.table.ts';
import type { DepartmentKind } from './table/department.table.ts';
import { areaWords, townPlaces } from './table/place.table.ts';
import type { TownPlace } from './table/place.table.ts';

/** One department of one area. */
export interface TownDepartment {
  /** The word of its kind; `town` for sub-districts and towns. */
  readonly kind: string;
  /** Unique in the town, for example `yuecheng-renshe`. */
  readonly word: string;
  readonly level: 3 | 4 | 5;
  /** 6 digits, 9 for a sub-district or town. */
  readonly area: string;
  readonly areaName: string;
  readonly creditCode: string;
  readonly orgCode: string;
  readonly name: string;
  readonly handlesCases: boolean;
}

export const areaName = (area: string): string => areaOf(area)?.zh ?? area;

const nameIn = (kind: DepartmentKind, area: string): string => {
  const rank = areaOf(area)?.kind;
  const form = rank === 'city' ? kind.city : rank === 'district' ? kind.district : kind.county;
  return form.replace('{area}', areaName(area));
};

const ofArea = ({ area, word }: (typeof areaWords)[number]): readonly TownDepartment[] =>
  departmentKinds
    .filter((kind) => kind.cityOnly !== true || area === '330600')
    .map((kind) => ({
      kind: kind.word,
      word: `${word}-${kind.word}`,
      level: area === '330600' ? 3 : 4,
      area,
      areaName: areaName(area),
      creditCode: inventCreditCode(area, Number(kind.orgDigits)),
      orgCode: inventOrgCode(area, kind.orgDigits),
      name: nameIn(kind, area),
      handlesCases: kind.handlesCases,
    }));

const ofTown = (town: TownPlace): TownDepartment => ({
  kind: 'town',
  word: town.word,
  level: 5,
  area: town.code,
  areaName: `${areaName(town.area)}${town.name}`,
  creditCode: inventCreditCode(town.area, 51_000 + Number(town.code.slice(6))),
  orgCode: inventOrgCode(town.area, townDepartment.orgDigits),
  name: townDepartment[town.kind]
    .replace('{area}', areaName(town.area))
    .replace('{town}', town.name),
  handlesCases: true,
});

/** 部门: every department of the town, city first, then by area, then sub-districts and towns. */
export const townDepartments: readonly TownDepartment[] = [
  ...areaWords.flatMap(ofArea),
  ...townPlaces.map(ofTown),
];

/** The department of that word. @throws RangeError when there is none */
export const departmentOf = (word: string): TownDepartment => {
  const found = townDepartments.find((department) => department.word === word);
  if (!found) throw new RangeError(`no department ${word} in the town`);
  return found;
};
