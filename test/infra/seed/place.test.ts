import { describe, expect, it } from 'vitest';

import { Area, CreditCode, HallCode, OrgCode, WindowCode } from '../../../events/primitive.ts';
import { longestText } from '../../../events/rating/rating.ts';
import { townAccounts } from '../../../infra/local/scenario/town/accounts.ts';
import { townDepartments } from '../../../infra/local/scenario/town/body.ts';
import { townHalls, townPads } from '../../../infra/local/scenario/town/hall.ts';
import { townMatters } from '../../../infra/local/scenario/town/matter.ts';
import { integrators } from '../../../infra/local/scenario/town/table/integrator.table.ts';
import { matterKinds } from '../../../infra/local/scenario/town/table/matter.table.ts';
import { inventedNames } from '../../../infra/local/scenario/town/table/person.table.ts';
import { remarks } from '../../../infra/local/scenario/town/table/remark.table.ts';
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';

const ok = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

const count = (role: string, area?: string): number =>
  townAccounts.filter(
    (account) =>
      account.roles.some((own) => own === role) && (area ?? account.area) === account.area,
  ).length;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('the places of the small town', () => {
  it('are one hall for the city, six for its areas and two townships in each of them', () => {
    const levels = Map.groupBy(townHalls, ({ level }) => level);
    expect(levels.get('city')).toHaveLength(1);
    expect(levels.get('county')).toHaveLength(6);
    expect(levels.get('town')).toHaveLength(12);
    expect(new Set(townHalls.map(({ area }) => area)).size).toBe(7);
  });

  it('have codes that the contract accepts, each once', () => {
    expect(townHalls.filter(({ code }) => !ok(HallCode, code))).toEqual([]);
    expect(townHalls.flatMap(({ windows }) => windows).every((code) => ok(WindowCode, code))).toBe(
      true,
    );
    expect(townHalls.filter(({ code, area }) => !code.startsWith(area))).toEqual([]);
    expect(distinct(townHalls.map(({ code }) => code))).toBe(true);
  });

  it('put pads only at windows that exist', () => {
    const windows = new Set(
      townHalls.flatMap((hall) => hall.windows.map((one) => `${hall.code}/${one}`)),
    );
    expect(townPads.length).toBeGreaterThan(15);
    expect(townPads.filter((pad) => !windows.has(`${pad.hall}/${pad.window}`))).toEqual([]);
  });
});

describe('the departments and matters of the small town', () => {
  it('have codes with true check digits and of the real form, each once', () => {
    expect(townDepartments.filter(({ creditCode }) => !ok(CreditCode, creditCode))).toEqual([]);
    expect(townDepartments.filter(({ orgCode }) => !ok(OrgCode, orgCode))).toEqual([]);
    expect(townDepartments.filter(({ area }) => !ok(Area, area))).toEqual([]);
    expect(distinct(townDepartments.map(({ creditCode }) => creditCode))).toBe(true);
    expect(distinct(townDepartments.map(({ name }) => name))).toBe(true);
    expect(townDepartments.filter(({ name }) => name.includes('{'))).toEqual([]);
  });

  it('offer about sixty services, each in its own 31-character code per department', () => {
    expect(matterKinds.length).toBeGreaterThanOrEqual(60);
    expect(distinct(matterKinds.map(({ name }) => name))).toBe(true);
    expect(
      townMatters.filter(({ code }) => !/^[0-9A-Z]{18}[345]33\d{2}9\d{7}$/.test(code)),
    ).toEqual([]);
    expect(distinct(townMatters.map(({ code }) => code))).toBe(true);
  });

  it('leave no service without a department and no department without a service', () => {
    const offered = new Set(townMatters.map(({ name }) => name));
    const offering = new Set(townMatters.map(({ department }) => department.creditCode));
    const idle = townDepartments.filter(
      ({ handlesCases, creditCode }) => handlesCases && !offering.has(creditCode),
    );
    expect(matterKinds.filter(({ name }) => !offered.has(name))).toEqual([]);
    expect(idle).toEqual([]);
  });
});

describe('the accounts of the small town', () => {
  it('cover every role, with two operators and two clerks in each area', () => {
    expect(staffRoles.filter((role) => count(role) === 0)).toEqual([]);
    expect(count('hotline_operator')).toBe(2);
    for (const area of new Set(townHalls.map((hall) => hall.area)))
      expect(count('clerk', area)).toBe(2);
  });

  it('have ids of their own, invented names, and departments of the town', () => {
    const codes = new Set(townDepartments.map(({ creditCode }) => creditCode));
    expect(distinct(townAccounts.map(({ id }) => id))).toBe(true);
    expect(townAccounts.filter(({ name }) => !inventedNames.includes(name))).toEqual([]);
    expect(townAccounts.filter(({ department }) => !codes.has(department))).toEqual([]);
    expect(townAccounts.filter(({ area }) => !/^\d{6}$/.test(area))).toEqual([]);
  });

  it('give every department that handles cases its handler', () => {
    const handled = new Set(
      townAccounts
        .filter(({ roles }) => roles.includes('handler'))
        .map(({ department }) => department),
    );
    const without = townDepartments.filter(
      ({ handlesCases, creditCode }) => handlesCases && !handled.has(creditCode),
    );
    expect(without).toEqual([]);
  });
});

describe('the words of the small town', () => {
  it('fit the contract and name three integrators', () => {
    const texts = Object.values(remarks).flat();
    expect(texts.filter((text) => text.length > longestText || /\d{6}/.test(text))).toEqual([]);
    expect(integrators).toHaveLength(3);
  });
});
