import '../../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { proposeApproval } from '../../../../shared/domain/access/approval.ts';
import type { Proposal } from '../../../../shared/domain/access/proposal.ts';
import { defaultPolicy } from '../../../../shared/domain/policy/shipped.ts';
import { creditCode } from '../../../support/case-facts.ts';
import { approvalOf, confirm } from '../../approval-calls.ts';
import { hallEntries, saveRegister } from '../../oversight/register-sample.ts';
import { bodyOf, codeOf, hall, newWorld, outcomeOf, people, window } from '../../world.ts';

const { admin } = people;
const department = { code: creditCode, name: '测试局' };
const other = { code: '11330602XX90000018', name: '其他局' };

let world: ReturnType<typeof newWorld>;

beforeEach(() => {
  world = newWorld();
});

const propose = async (route: string, body: object, path = {}): Promise<string> =>
  approvalOf(await world.call(route, { as: admin, body, path }));

const stateOf = async (id: string) =>
  bodyOf<{ state: string }>(await world.call('GET /v1/approvals/{id}', { as: admin, path: { id } }))
    .state;

/** What a confirmation is answered with, and how the proposal is left. */
const refusalOf = async (id: string) => [codeOf(await confirm(world, id)), await stateOf(id)];

/** A proposal as an earlier release stored it. */
const stored = async (proposal: Proposal): Promise<string> => {
  const facts = { proposal, digest: 'd', area: '330600', by: admin.id, at: world.clock.now() };
  await world.stores.approvals.save(proposeApproval({ id: 'AP1', ...facts }));
  return 'AP1';
};

const keyFor = (departments: readonly string[], areas: readonly string[] = ['330602']) => ({
  name: '测试系统',
  may: ['cases'],
  scope: { areas, departments, channels: [], numberPrefixes: [] },
});

describe('a confirmation', () => {
  it('of a pad is refused while its window is on the register no longer', async () => {
    await saveRegister(world, 'halls', hallEntries);
    const id = await propose('POST /v1/pads', { hall, window });
    const without = hallEntries.map((entry) => ({ ...entry, windows: ['A04'] }));
    await saveRegister(world, 'halls', without);
    expect(await refusalOf(id)).toEqual(['window_unlisted', 'proposed']);
    await saveRegister(world, 'halls', hallEntries.slice(1));
    expect(await refusalOf(id)).toEqual(['hall_unlisted', 'proposed']);
    await saveRegister(world, 'halls', hallEntries);
    expect(outcomeOf(await confirm(world, id))).toBe('200');
  });

  it('of a webhook is refused when its department is on the register no longer', async () => {
    await saveRegister(world, 'departments', [department, other]);
    const id = await propose('POST /v1/webhooks', {
      name: '部门群',
      form: 'robot',
      secret: 'S',
      url: 'https://robot.example.cn/send',
      box: 'department',
      area: '330602',
      creditCode,
    });
    await saveRegister(world, 'departments', [other]);
    expect(await refusalOf(id)).toEqual(['department_unlisted', 'proposed']);
  });

  it('of a key is refused when a department of its scope is on the register no longer', async () => {
    await saveRegister(world, 'departments', [department, other]);
    const id = await propose('POST /v1/integrators', keyFor([creditCode, other.code]));
    await saveRegister(world, 'departments', [department]);
    expect(await refusalOf(id)).toEqual(['department_unlisted', 'proposed']);
    const withdrawn = await world.call('POST /v1/approvals/{id}/refuse', {
      as: admin,
      path: { id },
      body: { note: '部门已撤销' },
    });
    expect(outcomeOf(withdrawn)).toBe('200');
  });

  it('of an act that was interrupted is checked again, and ends with the proposal', async () => {
    await saveRegister(world, 'halls', hallEntries);
    const id = await propose('POST /v1/pads', { hall, window });
    const { pads } = world.stores;
    const register = pads.register.bind(pads);
    Object.assign(pads, { register: async () => Promise.reject(new Error('broken')) });
    expect((await confirm(world, id)).status).toBe(500);
    Object.assign(pads, { register });
    await saveRegister(world, 'halls', hallEntries.slice(1));
    expect(await refusalOf(id)).toEqual(['hall_unlisted', 'confirmed']);
    await saveRegister(world, 'halls', hallEntries);
    world.clock.advance(14 * 24 * 60 * 60_000 + 1);
    expect(await refusalOf(id)).toEqual(['approval_expired', 'expired']);
    const path = { id };
    const ended = await world.call('POST /v1/approvals/{id}/refuse', {
      as: admin,
      path,
      body: { note: '逾期' },
    });
    expect([outcomeOf(ended), await stateOf(id)]).toEqual(['200', 'failed']);
  });

  it('of a key of the center for less than the city is refused', async () => {
    const { name, scope } = keyFor([creditCode]);
    const facts = { name, scope, may: ['center'], beside: [] } as const;
    const id = await stored({ power: 'integrator', accessKey: 'AK9', system: 'AK9', ...facts });
    expect(await refusalOf(id)).toEqual(['invalid_input', 'proposed']);
  });

  it('of credentials or a hand-over that does not say what it replaces is superseded', async () => {
    const [first, second] = [await world.integrator(), await world.integrator()];
    const projectNo = await world.acceptedCase(first);
    const [from, to] = [first.accessKey, second.accessKey];
    const handOver = { power: 'case_owner', projectNo, from, to, reason: '误报' } as const;
    const superseded = ['approval_superseded', 'superseded'];
    expect(await refusalOf(await stored(handOver))).toEqual(superseded);
    world = newWorld();
    const access = { scheme: 'hmac', accessKey: 'ZJ1', sealedSecrets: '1.x' } as const;
    expect(await refusalOf(await stored({ power: 'center_access', ...access }))).toEqual(
      superseded,
    );
  });

  it('of a hand-over is refused when the other system can no longer report the case', async () => {
    const [first, second] = [await world.integrator(), await world.integrator()];
    const projectNo = await world.acceptedCase(first);
    const body = { to: second.accessKey, reason: '流水号由其他系统先行报送' };
    const id = await propose('POST /v1/cases/{projectNo}/hand-over', body, { projectNo });
    const path = { accessKey: second.accessKey };
    await world.call('DELETE /v1/integrators/{accessKey}', { as: admin, path });
    expect(await refusalOf(id)).toEqual(['owner_cannot_report', 'proposed']);
  });

  it('of a calendar year or a policy is refused when it is plausible no longer', async () => {
    const source = { title: '通知', issuer: '国务院办公厅', number: '1', date: '2026-11-04' };
    const calendar = { year: 2027, source, holidays: [], makeUpDays: [] };
    const asYear = { power: 'calendar_year', calendar, after: 0 } as object as Proposal;
    expect(await refusalOf(await stored(asYear))).toEqual(['calendar_invalid', 'proposed']);
    world = newWorld();
    const clocks = {
      ...defaultPolicy.clocks,
      contact: { amount: 90, unit: 'working_day' },
    } as const;
    const lax = { ...defaultPolicy, version: 2, clocks };
    await world.stores.policies.propose({ policy: lax, by: 'u-1', at: world.clock.now() });
    const id = await stored({ power: 'policy', policyVersion: 2, after: 0 });
    expect(await refusalOf(id)).toEqual(['policy_invalid', 'proposed']);
    const given = { as: people.secondAdmin, path: { version: '2' } };
    const activated = await world.call('POST /v1/policies/{version}/activate', given);
    expect(codeOf(activated)).toBe('policy_invalid');
    expect(await world.stores.policies.activations()).toEqual([]);
  });
});

const asked = async (departments: readonly string[], areas?: readonly string[]) =>
  world.call('POST /v1/integrators', { as: admin, body: keyFor(departments, areas) });

describe('the departments of a key', () => {
  it('are on a register of its areas, as soon as each has one', async () => {
    expect(outcomeOf(await asked([creditCode, other.code]))).toBe('202');
    await saveRegister(world, 'departments', [department]);
    const refused = await asked([creditCode, other.code]);
    expect(outcomeOf(refused)).toBe('422 department_unlisted');
    expect((refused.body as { detail: string }).detail).toContain(other.code);
    expect(outcomeOf(await asked([creditCode]))).toBe('202');
    expect(outcomeOf(await asked([other.code], ['330602', '330604']))).toBe('202');
    await saveRegister(world, 'departments', [other], '330604');
    expect(outcomeOf(await asked([creditCode, other.code], ['330602', '330604']))).toBe('202');
    expect(outcomeOf(await asked([other.code], ['330600']))).toBe('202');
  });
});
