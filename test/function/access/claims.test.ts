import { describe, expect, it } from 'vitest';

import { Problem } from '../../../shared/http/problem/problem.ts';
import { staffOf } from '../../../shared/http/staff.ts';
import type { Staff } from '../../../shared/http/staff.ts';

const person = { sub: 'u-1', 'x:area': '330602', 'x:department': '11330602MB12345675' };

const staffWith = (claims: Readonly<Record<string, unknown>>): Staff =>
  staffOf({ requestContext: { authorizer: { jwt: { claims } } } } as never, 'x:');

describe('the claims of a token', () => {
  it.each([
    ['handler', ['handler']],
    ['[handler supervisor]', ['handler', 'supervisor']],
    ['handler,supervisor', ['handler', 'supervisor']],
    ['', []],
    // One name with blanks in it, which the gateway joins like three names.
    ['not an auditor', []],
    ['[handler administrator]', []],
    ['Handler', []],
    [undefined, []],
    [['auditor'], []],
  ])('of roles: %j gives %j', (roles, expected) => {
    expect(staffWith({ ...person, 'x:roles': roles }).roles).toEqual(expected);
  });

  it('without the prefix are those of another application', () => {
    expect(staffWith({ ...person, roles: 'auditor' }).roles).toEqual([]);
  });

  it.each([
    undefined,
    '',
    'null',
    '33060',
    '330602003',
    'abcdef',
    330602,
    '330602 ',
    '[330602]',
    '[330602 330683]',
    // Of another city, of the province, and an alias of the city.
    '330100',
    '330000',
    '330601',
  ])('of area: %j reaches nothing', (area) => {
    expect(() => staffWith({ ...person, 'x:area': area, 'x:roles': 'auditor' })).toThrow(Problem);
  });

  const department = person['x:department'];

  it.each([department, `${department} `, `[${department}]`])(
    'of department: %j is the one',
    (claim) => {
      expect(staffWith({ ...person, 'x:department': claim }).department).toBe(department);
    },
  );

  it.each([
    undefined,
    '',
    'null',
    ' u-1',
    'u-1 ',
    'u 1',
    '[u-1 u-2]',
    'u-1,u-2',
    'u\u{200b}1',
    'u\u{3000}1',
    ['u-1'],
    1,
  ])('of the subject: %j is nobody', (sub) => {
    expect(() => staffWith({ ...person, sub, 'x:roles': 'auditor' })).toThrow(Problem);
  });

  it.each(['u-1', 'auth0|5f7c', 'li.si@example.cn', '张三', 'uid=7+x'])(
    'of the subject: %s is a person',
    (sub) => {
      expect(staffWith({ ...person, sub }).id).toBe(sub);
    },
  );

  it.each([
    undefined,
    '',
    '[]',
    'null',
    'x',
    department.toLowerCase(),
    // A wrong check digit.
    `${department.slice(0, 17)}6`,
    `[${department} 11330602MB00000099]`,
    `${department},11330602MB00000099`,
    `[${department} null]`,
    [department],
  ])('of department: %j is none', (claim) => {
    expect(staffWith({ ...person, 'x:department': claim }).department).toBeUndefined();
  });
});
