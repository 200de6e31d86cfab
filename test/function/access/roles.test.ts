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

const callVerb = async (route: StaffRoute, as: Person) => {
  const seen: Staff[] = [];
  const verb = forStaff('', route, async (_request, staff) => {
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
