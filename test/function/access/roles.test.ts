import '../../support/silent-logs.ts';
import { describe, expect, it } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import { rolesNeeded } from '../../../events/contract.ts';
import { callOf, entryRoles } from '../../../events/roles.table.ts';
import type { StaffRoute } from '../../../events/roles.table.ts';
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import type { StaffRole } from '../../../shared/domain/access/staff-role.ts';
import { EnteredChannel } from '../../../shared/domain/rating/channel.ts';
import { Problem } from '../../../shared/http/problem/problem.ts';
import { forStaff } from '../../../shared/http/staff-routes.ts';
import type { Staff } from '../../../shared/http/staff.ts';
import { fakeActLog } from '../../fake/act-log.ts';
import { newMemory } from '../../fake/memory.ts';
import { creditCode } from '../../support/case-facts.ts';
import { requestOf } from '../request.ts';
import type { Given, Person } from '../request.ts';
import { codeOf, fridayMorning, newWorld, outcomeOf } from '../world.ts';

const rows = operations.flatMap((row) =>
  row.audience === 'staff' ? [{ on: row.on, parameters: row.parameters ?? [], row }] : [],
);

const personWith = (...roles: readonly StaffRole[]): Person => ({
  id: 'u-1',
  roles,
  area: '330600',
  department: creditCode,
});

/** A call with the examples of the contract in its path, and no body. */
const pathOf = (parameters: (typeof rows)[number]['parameters']): Given['path'] =>
  Object.fromEntries(
    parameters.flatMap((one) => (one.in === 'path' ? [[one.name, `${one.example}`]] : [])),
  );

const limited = rows.filter(({ row }) => rolesNeeded(row) !== undefined);

const pairs = (isIn: boolean) =>
  limited.flatMap(({ on, parameters, row }) =>
    staffRoles
      .filter((role) => rolesNeeded(row)?.includes(role) === isIn)
      .map((role) => [on, role, pathOf(parameters)] as const),
  );

describe('a route of staff', () => {
  it('is limited to some roles in most rows', () => {
    expect(limited.length).toBeGreaterThan(30);
    expect(pairs(true).length + pairs(false).length).toBe(limited.length * staffRoles.length);
  });

  it.each(pairs(false))('%s refuses a %s before anything is looked up', async (on, role, path) => {
    const world = newWorld();
    const reply = await world.call(on, { as: personWith(role), ...(path && { path }) });
    const { detail } = reply.body as { detail: string };
    expect(outcomeOf(reply)).toBe('403 role_missing');
    const roles = callOf(on).roles;
    expect(roles !== 'any' && detail.endsWith(`(${roles.join(' | ')})`)).toBe(true);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each(pairs(true))('%s lets a %s pass', async (on, role, path) => {
    const reply = await newWorld().call(on, { as: personWith(role), ...(path && { path }) });
    expect(codeOf(reply)).not.toBe('role_missing');
    expect(codeOf(reply)).not.toBe('fault');
  });

  it.each(limited.map(({ on, parameters }) => [on, pathOf(parameters)] as const))(
    '%s refuses a person without any role',
    async (on, path) => {
      const reply = await newWorld().call(on, { as: personWith(), ...(path && { path }) });
      expect(outcomeOf(reply)).toBe('403 role_missing');
    },
  );

  it.each(rows.map(({ on, parameters }) => [on, pathOf(parameters)] as const))(
    '%s refuses a request without claims',
    async (on, path) => {
      const reply = await newWorld().call(on, path === undefined ? {} : { path });
      expect(outcomeOf(reply)).toBe('403 role_missing');
    },
  );
});

const ofCity = limited.filter(({ on }) => callOf(on).reach === 'city');

/** The claims of a person who has a role for the call, and an area that does not reach the city. */
const shortReaches: readonly (readonly [string, string, string])[] = [
  ['a county', '330602', '404 out_of_scope'],
  ['another city', '330100', '403 role_missing'],
  ['a town', '330602001', '403 role_missing'],
  ['an empty claim', '', '403 role_missing'],
];

describe('a power over the whole city', () => {
  const calls = ofCity.flatMap(({ on, parameters }) =>
    shortReaches.map(([whose, area, outcome]) => ({ on, parameters, whose, area, outcome })),
  );

  it('is named as such', () => {
    expect(ofCity.map(({ on }) => on).toSorted()).toMatchInlineSnapshot(`
      [
        "GET /v1/acts",
        "GET /v1/audit/breaks",
        "GET /v1/center",
        "GET /v1/center/callbacks",
        "GET /v1/center/callbacks/{id}",
        "GET /v1/escalations/watch",
        "GET /v1/reports",
        "GET /v1/reports/differences",
        "GET /v1/reports/{period}",
        "POST /v1/audit/acts/settle",
        "POST /v1/audit/breaks/{ticketId}/settle",
        "POST /v1/calendar/{year}/dry-run",
        "POST /v1/center/callbacks/{id}/settle",
        "POST /v1/center/callbacks/{id}/take",
        "POST /v1/policies",
        "POST /v1/policies/{version}/activate",
        "POST /v1/policies/{version}/dry-run",
        "POST /v1/reports/differences/{id}/settle",
        "POST /v1/reports/reconcile",
        "POST /v1/reports/{period}/build",
        "POST /v1/reports/{period}/submit",
        "PUT /v1/calendar/{year}",
        "PUT /v1/center",
      ]
    `);
  });

  it.each(calls)('$on is none for $whose', async ({ on, parameters, area, outcome }) => {
    const world = newWorld();
    const { roles } = callOf(on);
    const as = { ...personWith(...(roles === 'any' ? [] : roles)), area };
    const path = pathOf(parameters);
    const reply = await world.call(on, { as, ...(path && { path }) });
    expect(outcomeOf(reply)).toBe(outcome);
    expect(world.stores.memory.writes()).toBe(0);
  });

  it.each(ofCity)('$on passes for staff of the city', async ({ on, parameters }) => {
    const { roles } = callOf(on);
    const path = pathOf(parameters);
    const as = personWith(...(roles === 'any' ? [] : roles));
    const reply = await newWorld().call(on, { as, ...(path && { path }) });
    expect(codeOf(reply)).not.toBe('out_of_scope');
    expect(codeOf(reply)).not.toBe('fault');
  });
});

const callVerb = async (route: StaffRoute, as: Person) => {
  const seen: Staff[] = [];
  const gate = { claimPrefix: '', now: () => fridayMorning, acts: fakeActLog(newMemory()) };
  const verb = forStaff(gate, route, async (_request, staff) => {
    seen.push(staff);
    return { status: 200 };
  });
  const answer = await verb(requestOf(route, { as }, Date.parse(fridayMorning))).catch(
    (fault: unknown) => (fault instanceof Problem ? fault.code : Promise.reject(fault)),
  );
  return { answer, seen };
};

describe('the check of a route', () => {
  it('hands the person to the verb, and never calls it for another', async () => {
    const clerk = personWith('clerk', 'auditor');
    const { id, area, roles, department } = clerk;
    const passed = await callVerb('GET /v1/entries', clerk);
    expect(passed).toEqual({ answer: { status: 200 }, seen: [{ id, area, roles, department }] });
    const refused = await callVerb('PUT /v1/center', clerk);
    expect(refused).toEqual({ answer: 'role_missing', seen: [] });
  });

  it('lets every role pass where the verb decides', async () => {
    const { answer } = await callVerb('GET /v1/figures', personWith());
    expect(answer).toEqual({ status: 200 });
  });
});

describe('entries of ratings', () => {
  const entering: readonly StaffRoute[] = ['POST /v1/entries', 'POST /v1/entries/{id}/confirm'];

  it.each(entering)('%s is open to the roles of all channels together', (on) => {
    const ofChannels = EnteredChannel.options.flatMap((channel) => entryRoles[channel]);
    const roles = callOf(on).roles;
    expect([...new Set(ofChannels)].toSorted()).toEqual(roles === 'any' ? [] : roles.toSorted());
  });

  it('of a channel need the role of that channel', async () => {
    const body = {
      channel: 'paper',
      record: 'F-1',
      projectNo: '330602261120000000017',
      serviceNumber: 1,
      level: 'satisfied',
      tags: [],
      contactConsent: false,
    };
    const reply = await newWorld().call('POST /v1/entries', {
      as: personWith('hotline_operator'),
      body,
    });
    expect(outcomeOf(reply)).toBe('403 role_missing');
  });
});
