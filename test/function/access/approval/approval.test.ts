import { describe, expect, it, vi } from 'vitest';

import { accessProblems } from '../../../../shared/http/problem/access.table.ts';
import type { Given, Person } from '../../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../../world.ts';
import type { World } from '../../world.ts';
import { hall, window } from '../../world.ts';

const county: Person = { id: 'u-county', roles: ['system_admin'], area: '330602' };
const otherCounty: Person = { id: 'u-other', roles: ['system_admin'], area: '330604' };
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };
const supervisor: Person = people.supervisor;

const confirmRoute = 'POST /v1/approvals/{id}/confirm';
const refuseRoute = 'POST /v1/approvals/{id}/refuse';
const day = 24 * 60 * 60 * 1000;

const proposePad = async (world: World, as: Person = people.hallAdmin): Promise<string> => {
  const reply = await world.call('POST /v1/pads', { as, body: { hall, window } });
  expect(reply.status).toBe(202);
  return bodyOf<{ approvalId: string }>(reply).approvalId;
};

const decide = (world: World, id: string, { as, ...given }: Given, route = confirmRoute) =>
  world.call(route, { ...given, ...(as && { as }), path: { id } });

const broken = async (): Promise<void> => Promise.reject(new Error('the process ends here'));

const padsOf = async (world: World) =>
  bodyOf<{ pads: readonly object[] }>(await world.call('GET /v1/pads', { as: people.hallAdmin }))
    .pads;

interface Listed {
  readonly approvals: readonly {
    readonly approvalId: string;
    readonly state: string;
    readonly mayConfirm: boolean;
    readonly about: object;
  }[];
}

const listed = async (world: World, as: Person, query = {}) =>
  bodyOf<Listed>(await world.call('GET /v1/approvals', { as, query })).approvals;

describe('what one person proposes', () => {
  it('does not exist before another confirms it, and once after that', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    expect(await padsOf(world)).toEqual([]);
    expect(outcomeOf(await decide(world, id, { as: people.hallAdmin }))).toBe('403 same_person');
    expect(await padsOf(world)).toEqual([]);
    const done = await decide(world, id, { as: people.admin, body: { note: '已到现场核对' } });
    expect(done.body).toEqual({
      approvalId: id,
      state: 'done',
      result: {
        padId: expect.any(String),
        code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/u),
        expiresAt: '2026-11-21T09:30:00.000+08:00',
      },
    });
    expect(await padsOf(world)).toEqual([
      expect.objectContaining({ hall, window, registeredBy: 'u-hall', confirmedBy: 'u-admin' }),
    ]);
    const again = await decide(world, id, { as: people.secondAdmin });
    expect(again.body).toEqual({ approvalId: id, state: 'done' });
    expect(await padsOf(world)).toHaveLength(1);
  });

  it('answers its code though another call ended the approval first', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const { approvals } = world.stores;
    const save = approvals.save.bind(approvals);
    vi.spyOn(approvals, 'save').mockImplementation(async (next, notices) => {
      if (next.state === 'done') await save(next, notices);
      return save(next, notices);
    });
    const done = await decide(world, id, { as: people.admin });
    expect(done.body).toMatchObject({ state: 'done', result: { code: expect.any(String) } });
    vi.restoreAllMocks();
    expect(await approvals.find(id)).toMatchObject({ state: 'done' });
  });

  it('is confirmed by one of several at the same moment, and carried out once', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const replies = await Promise.all(
      ['u-2', 'u-3', 'u-4'].map((person) =>
        decide(world, id, { as: { ...people.admin, id: person } }),
      ),
    );
    const codes = replies.filter(({ body }) => 'result' in (body as object));
    expect(codes).toHaveLength(1);
    expect(await padsOf(world)).toHaveLength(1);
  });

  it('is refused with a reason, and then can no longer be confirmed', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const bare = await decide(world, id, { as: people.admin, body: {} }, refuseRoute);
    expect(outcomeOf(bare)).toBe('400 invalid_input');
    const given = { as: people.admin, body: { note: '该窗口已有评价器' } };
    const refused = await decide(world, id, given, refuseRoute);
    expect(refused.body).toMatchObject({
      state: 'refused',
      decidedBy: 'u-admin',
      decidedAt: '2026-11-20T09:30:00.000+08:00',
      note: '该窗口已有评价器',
    });
    expect(outcomeOf(await decide(world, id, given, refuseRoute))).toBe('200');
    const late = await decide(world, id, { as: people.secondAdmin });
    expect(outcomeOf(late)).toBe('409 approval_decided');
    expect(await padsOf(world)).toEqual([]);
  });

  it('is withdrawn by whoever proposed it', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const given = { as: people.hallAdmin, body: { note: '填错窗口' } };
    expect(await listed(world, people.admin)).toMatchObject([{ mayConfirm: true }]);
    expect((await decide(world, id, given, refuseRoute)).status).toBe(200);
    const late = await decide(world, id, { as: people.admin });
    expect(outcomeOf(late)).toBe('409 approval_decided');
    const ended = await listed(world, people.admin, { state: 'ended' });
    expect(ended).toMatchObject([{ state: 'refused', mayConfirm: false }]);
  });

  it('expires after two weeks, and is shown as expired', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    world.clock.advance(14 * day);
    expect(await listed(world, people.admin)).toMatchObject([{ state: 'proposed' }]);
    world.clock.advance(1);
    const late = await decide(world, id, { as: people.admin });
    expect(outcomeOf(late)).toBe('409 approval_expired');
    expect(await listed(world, people.admin)).toMatchObject([
      { state: 'expired', mayConfirm: false },
    ]);
  });

  it('does nothing when what it was about has changed since', async () => {
    const world = newWorld();
    const propose = async (name: string) => {
      const entries = [{ code: 'M-1', name }];
      const query = { area: '330602' };
      const given = { as: people.admin, path: { noun: 'matters' }, query, body: { entries } };
      const reply = await world.call('PUT /v1/register/{noun}', given);
      return bodyOf<{ approvalId: string }>(reply).approvalId;
    };
    const [first, second] = [await propose('一'), await propose('二')];
    expect((await decide(world, second, { as: people.secondAdmin })).status).toBe(200);
    const late = await decide(world, first, { as: people.secondAdmin });
    expect(outcomeOf(late)).toBe('409 approval_superseded');
    expect(late.body).toMatchObject({ title: accessProblems.approval_superseded.zh[0] });
    const again = await decide(world, first, { as: people.secondAdmin });
    expect(outcomeOf(again)).toBe('409 approval_decided');
  });

  it('is completed by the next confirmation when it was interrupted', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const { pads } = world.stores;
    const register = pads.register.bind(pads);
    Object.assign(pads, { register: broken });
    expect((await decide(world, id, { as: people.admin })).status).toBe(500);
    expect(await listed(world, people.admin)).toMatchObject([
      { state: 'confirmed', mayConfirm: true },
    ]);
    Object.assign(pads, { register });
    const withdrawn = { as: people.hallAdmin, body: { note: '撤回' } };
    expect((await decide(world, id, withdrawn, refuseRoute)).status).toBe(409);
    const done = await decide(world, id, { as: people.secondAdmin });
    expect(done.body).toMatchObject({ state: 'done', result: { code: expect.any(String) } });
    expect(await padsOf(world)).toMatchObject([{ confirmedBy: 'u-admin' }]);
  });
});

describe('an approval', () => {
  it.each([
    ['somebody of another county', otherCounty],
    ['somebody of a town of it', { ...county, area: '330604' }],
    ['a colleague without a role for it', { ...people.secondAdmin, roles: ['clerk'] }],
    ['a supervisor', supervisor],
  ] as const)('is nothing that %s can confirm', async (_who, as) => {
    const world = newWorld();
    const id = await proposePad(world);
    const outcome = outcomeOf(await decide(world, id, { as }));
    expect(['403 role_missing', '404 approval_unknown']).toContain(outcome);
    expect(await padsOf(world)).toEqual([]);
  });

  it('of an unknown id is answered like one out of reach', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const [hidden, unknown] = [
      await decide(world, id, { as: otherCounty }),
      await decide(world, 'AP0', { as: otherCounty }),
    ];
    expect(hidden).toEqual(unknown);
    expect(outcomeOf(hidden)).toBe('404 approval_unknown');
    const shown = await world.call('GET /v1/approvals/{id}', { as: otherCounty, path: { id } });
    expect(outcomeOf(shown)).toBe('404 approval_unknown');
  });

  it('of the whole city is nothing for an administrator of a county', async () => {
    const world = newWorld();
    const body = { scheme: 'hmac', accessKey: 'ZJ', secret: 'given-by-the-province' };
    const reply = await world.call('PUT /v1/center', { as: people.admin, body });
    const { approvalId } = bodyOf<{ approvalId: string }>(reply);
    const tried = await decide(world, approvalId, { as: county });
    expect(outcomeOf(tried)).toBe('404 approval_unknown');
    expect(await listed(world, county)).toEqual([]);
  });

  it('is seen by auditors, who decide nothing', async () => {
    const world = newWorld();
    const id = await proposePad(world);
    const [one] = await listed(world, auditor);
    expect(one).toMatchObject({ approvalId: id, mayConfirm: false, about: { hall, window } });
    expect(outcomeOf(await decide(world, id, { as: auditor }))).toBe('403 role_missing');
  });

  it('says who may confirm it, and never shows a secret', async () => {
    const world = newWorld();
    const [secret, url] = ['SEC-of-the-group', 'https://desk.example.cn/robot?token=t-1'];
    const robot = { name: '督办群', form: 'robot', box: 'supervisor', area: '330602', url, secret };
    const reply = await world.call('POST /v1/webhooks', { as: people.admin, body: robot });
    const { approvalId: id } = bodyOf<{ approvalId: string }>(reply);
    const access = { scheme: 'hmac', accessKey: 'ZJ', secret: 'given-by-the-province' };
    await world.call('PUT /v1/center', { as: people.admin, body: access });
    const [mine, others] = [await listed(world, people.admin), await listed(world, county)];
    expect(mine.map(({ mayConfirm: may }) => may)).toEqual([false, false]);
    expect(others).toMatchObject([{ approvalId: id, mayConfirm: true }]);
    const shown = JSON.stringify(mine);
    expect(shown).toContain('desk.example.cn');
    expect(shown).not.toMatch(/t-1|SEC-of|given-by|sealed/u);
    expect(await listed(world, people.admin, { state: 'ended' })).toEqual([]);
  });
});
