import { shippedAreas } from '../../../../shared/domain/area/area.ts';
import type { OfficeHours, RegisterEntry } from '../../../../shared/domain/oversight/register.ts';
import type { RegisterKey } from '../../../../shared/port/oversight/register-store.ts';
import { townAccounts } from './accounts.ts';
import { departmentOf, townDepartments } from './body.ts';
import type { TownDepartment } from './body.ts';
import { townHalls } from './hall.ts';
import type { TownHall } from './hall.ts';
import { townMatters } from './matter.ts';
import type { IntegratorWord } from './table/integrator.table.ts';
import { integrators } from './table/integrator.table.ts';
import { areaWords, townPlaces } from './table/place.table.ts';

export interface TownRegister extends RegisterKey {
  readonly entries: readonly RegisterEntry[];
}

const sixDigits = (area: string): string => area.slice(0, 6);

/** 联络员: the handler of the department, by staff id. */
const contactsOf = ({ word }: TownDepartment) =>
  townAccounts
    .filter(({ id }) => id === `handler-${word}`)
    .map(({ id, name }) => ({ name, staffId: id }));

const departmentEntry = (one: TownDepartment): RegisterEntry => ({
  code: one.creditCode,
  name: one.name,
  area: one.area,
  orgCode: one.orgCode,
  contacts: contactsOf(one),
});

/** 敏感事项: what a neighbour should not learn from a page or a message. */
const sensitiveWords = /残疾|最低生活保障|救助|生育|医疗保险|门诊|失业|困难|工伤/;

const usual: OfficeHours = { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' };
/** 错时延时服务: the halls of city, districts and counties are open on Saturday morning. */
const saturday: OfficeHours = { days: [6], from: '09:00', to: '12:00' };

const hallEntry = ({ code, name, level, serves, windows }: TownHall): RegisterEntry => ({
  code,
  name,
  level,
  area: serves,
  windows,
  terminals: level === 'town' ? ['Z01'] : ['Z01', 'Z02'],
  hours: level === 'town' ? [usual] : [usual, saturday],
});

const placesIn = (area: string): readonly RegisterEntry[] =>
  area === '330600'
    ? shippedAreas.map(({ code, zh, kind }) => ({ code, name: zh, kind }))
    : townPlaces
        .filter((place) => place.area === area)
        .map(({ code, name }) => ({ code, name, kind: 'town' }));

const registersIn = (area: string): readonly TownRegister[] => [
  {
    noun: 'departments',
    area,
    entries: townDepartments
      .filter((one) => sixDigits(one.area) === area && one.handlesCases)
      .map(departmentEntry),
  },
  {
    noun: 'matters',
    area,
    entries: townMatters
      .filter(({ department }) => sixDigits(department.area) === area)
      .map(({ code, name }) => ({ code, name, sensitive: sensitiveWords.test(name) })),
  },
  {
    noun: 'halls',
    area,
    entries: townHalls.filter((hall) => hall.area === area).map(hallEntry),
  },
  { noun: 'areas', area, entries: placesIn(area) },
];

/** 清单: the departments, matters, halls and places of every area of the town. */
export const townRegisters: readonly TownRegister[] = areaWords.flatMap(({ area }) =>
  registersIn(area),
);

/** A self-built system that should be connected and is not. */
const notConnected: RegisterEntry = {
  code: 'yibao-jingban',
  name: '医疗保障经办系统（示例）',
  department: departmentOf('city-yibao').creditCode,
};

/** 自建系统清单: the systems that report cases, by the ids of their admission, and one more. */
export const systemRegister = (
  idOf: (word: IntegratorWord) => string | undefined,
): TownRegister => ({
  noun: 'systems',
  area: '330600',
  entries: [
    ...integrators.map(({ word, name }) => ({
      code: word,
      name,
      department: departmentOf('city-dashuju').creditCode,
      system: idOf(word),
    })),
    notConnected,
  ],
});
