import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bodyOf, codeOf, outcomeOf, people } from '../world.ts';
import { closeIt, contact, newDesk } from './desk.ts';
import type { Desk } from './desk.ts';

const unmask = { type: 'unmask', note: '需电话核实' };
const anonymous = { level: 'very_dissatisfied', text: '态度差', contactConsent: false };

const applicantIn = async (desk: Desk, action: object = unmask): Promise<unknown> =>
  bodyOf<{ applicant?: unknown }>(await desk.done(people.handler, action)).applicant;

describe('unmasking the resident', () => {
  it.each(['.', '  。 ', '1', '需', '啊啊啊啊', '----核实'])(
    'is not for the reason %j',
    async (note) => {
      const desk = await newDesk();
      const reply = await desk.act(people.handler, { ...unmask, note });
      expect(bodyOf<object>(reply)).toMatchObject({
        errors: [{ path: '/note', problem: 'no_reason' }],
      });
    },
  );

  it('shows name and number once, and leaves its step with the reason', async () => {
    const desk = await newDesk();
    expect(await applicantIn(desk)).toEqual({
      name: '测试甲',
      mobile: '13800000001',
      laterMobile: null,
    });
    const file = await desk.file();
    expect(file.body).toMatchObject({
      applicant: { name: '测**', mobile: '138****0001' },
      audit: {
        intact: true,
        steps: [{}, { type: 'unmasked', by: { id: people.handler.id }, note: '需电话核实' }],
      },
    });
    expect(JSON.stringify(file.body)).not.toMatch(/测试甲|13800000001/);
    expect(JSON.stringify(await desk.world.stores.tickets.find(desk.id))).not.toMatch(/测试甲/);
  });

  it('leaves the step before it shows anything', async () => {
    const desk = await newDesk();
    const { stores } = desk.world;
    Object.assign(stores.tickets, { save: () => Promise.reject(new Error('the store is down')) });
    const failed = await desk.act(people.handler, unmask);
    expect(codeOf(failed)).toBe('fault');
    expect(JSON.stringify(failed.body)).not.toMatch(/测试甲|13800000001/);
    expect(await stores.tickets.steps(desk.id)).toHaveLength(1);
  });

  it('shows nothing again for the same action: every look has its own step', async () => {
    const desk = await newDesk();
    const action = { ...unmask, actionId: randomUUID() };
    expect(await applicantIn(desk, action)).toBeDefined();
    expect(await applicantIn(desk, action)).toBeUndefined();
    expect(await applicantIn(desk, { ...action, actionId: randomUUID() })).toBeDefined();
    expect(await desk.world.stores.tickets.steps(desk.id)).toHaveLength(3);
  });

  it('needs a reason, a role and a ticket that is not ended', async () => {
    const desk = await newDesk();
    const outcomes = [
      await desk.act(people.handler, { type: 'unmask' }),
      await desk.act({ ...people.handler, roles: ['auditor'] }, unmask),
    ].map(outcomeOf);
    expect(outcomes).toEqual(['400 invalid_input', '403 role_missing']);
    await closeIt(desk);
    expect(outcomeOf(await desk.act(people.handler, unmask))).toBe('409 illegal_move');
  });

  it('without consent is open only until the resident was contacted', async () => {
    const desk = await newDesk(anonymous);
    expect(await applicantIn(desk)).toBeDefined();
    await desk.done(people.handler, contact);
    expect(outcomeOf(await desk.act(people.handler, unmask))).toBe('403 unmask_not_needed');
    const { allowed } = bodyOf<{ allowed: readonly string[] }>(await desk.file());
    expect(allowed).not.toContain('unmask');
  });

  it('with consent stays open while the work goes on', async () => {
    const desk = await newDesk();
    await desk.done(people.handler, contact);
    expect(await applicantIn(desk)).toBeDefined();
  });
});
