/** What one insider could do alone, done again; each way needs another person now. */
import { randomUUID } from 'node:crypto';

import { beforeEach, describe, expect, it } from 'vitest';

import { wholeCity } from '../../../infra/local/client/two-persons.ts';
import type { FakeStores } from '../../fake/stores.ts';
import { acceptedEvent, nextProjectNo } from '../../support/case-facts.ts';
import { evaluationItem } from '../exchange/center-world.ts';
import type { Reply } from '../reply.ts';
import type { Given, Key, Person } from '../request.ts';
import { bodyOf, fridayMorning, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';

const insider: Person = { id: 'u-insider', roles: ['system_admin', 'hall_admin'], area: '330600' };

let world: World & { readonly stores: FakeStores };

beforeEach(() => {
  world = newWorld();
});

const call = (route: string, given: Given): Promise<Reply> =>
  world.call(route, { nonce: randomUUID(), ...given });

/** Proposes, and confirms alone under every role that the insider has. */
const aloneOutcome = async (route: string, body: object): Promise<readonly string[]> => {
  const proposed = await call(route, { as: insider, body });
  const { approvalId: id } = bodyOf<{ approvalId: string }>(proposed);
  const confirm = (as: Person) =>
    call('POST /v1/approvals/{id}/confirm', { as, path: { id }, body: {} });
  const asAdmin: Person = { ...insider, roles: ['system_admin'] };
  const replies = [await confirm(insider), await confirm(asAdmin)];
  expect(JSON.stringify([proposed.body, ...replies.map(({ body: told }) => told)])).not.toMatch(
    /secret|"code":"[A-Z0-9]{4}-/,
  );
  return [proposed, ...replies].map(outcomeOf);
};

const refusedAlone = ['202', '403 same_person', '403 same_person'];
const noRatings = () => expect(world.stores.memory.count('rating')).toBe(0);

const ask = (by: Key, projectNo: string) =>
  call('POST /v1/invitations', { by, body: { projectNo, serviceNumber: 1, channel: 'qr' } });

const report = async (by: Key, event: object): Promise<string> => {
  const reply = await call('POST /v1/cases', { by, body: { events: [event] } });
  const [item] = bodyOf<{ items: { outcome: string; problem?: { code: string } }[] }>(reply).items;
  return item?.problem?.code ?? item?.outcome ?? '';
};

describe('one insider alone makes no rating', () => {
  it('with an own key: the key does not exist before another person confirms it', async () => {
    const admission = { name: '自建', may: ['cases', 'portal'], scope: wholeCity };
    expect(await aloneOutcome('POST /v1/integrators', admission)).toEqual(refusedAlone);
    const listed = await call('GET /v1/integrators', { as: insider });
    expect(bodyOf<{ integrators: object[] }>(listed).integrators).toEqual([]);
    const proposed = await call('POST /v1/integrators', { as: insider, body: admission });
    const { accessKey } = bodyOf<{ accessKey: string }>(proposed);
    const guessed = await ask({ accessKey, secret: 'SKguess' }, nextProjectNo());
    expect(outcomeOf(guessed)).toBe('401 access_key_unknown');
    noRatings();
  });

  it('with an own key of the center, nor with the key of a system', async () => {
    const admission = { name: '省中心', may: ['center'], scope: wholeCity };
    expect(await aloneOutcome('POST /v1/integrators', admission)).toEqual(refusedAlone);
    const key = await world.integrator(['cases', 'invitations', 'portal']);
    const targetId = await world.acceptedCase(key);
    const reply = await call('POST /v1/center/{operation}', {
      by: key,
      path: { operation: 'evaluation.sync' },
      body: { targetId, evaluationItemModel: evaluationItem() },
    });
    expect(outcomeOf(reply)).toBe('403 not_permitted');
    noRatings();
  });

  it('with an own pad: its code does not exist before another person confirms it', async () => {
    expect(await aloneOutcome('POST /v1/pads', { hall, window })).toEqual(refusedAlone);
    const listed = await call('GET /v1/pads', { as: insider });
    expect(bodyOf<{ pads: object[] }>(listed).pads).toEqual([]);
    noRatings();
  });

  it('with invented cases of any department: a key reports within its scope', async () => {
    const department = '11330602XX90000018';
    const key = await world.integrator(['cases', 'invitations'], { departments: [department] });
    const projectNo = nextProjectNo();
    const event = acceptedEvent({ projectNo, at: fridayMorning, hall, window });
    expect(await report(key, event)).toBe('outside_scope_of_key');
    expect(outcomeOf(await ask(key, projectNo))).toBe('404 case_unknown');
    noRatings();
  });

  it('with the case of another system: it is unknown to a key that may invite', async () => {
    const projectNo = await world.acceptedCase(await world.integrator());
    const key = await world.integrator(['cases', 'invitations']);
    expect(outcomeOf(await ask(key, projectNo))).toBe('404 case_unknown');
    const event = acceptedEvent({ projectNo, at: fridayMorning });
    expect(await report(key, event)).toBe('case_of_other_source');
    noRatings();
  });
});

describe('what an integrator invents within its scope', () => {
  it('is recorded with who admitted it', async () => {
    const key = await world.integrator();
    const projectNo = await world.acceptedCase(key);
    const token = await world.token(key, projectNo);
    await call('POST /v1/ratings', { body: { token, level: 'very_satisfied' } });
    const file = await call('GET /v1/oversight/cases/{projectNo}', {
      as: people.supervisor,
      path: { projectNo },
    });
    const { accessKey } = key;
    expect(file.body).toMatchObject({
      source: accessKey,
      timeline: [{ accessKey }],
      ratings: [{ serviceNumber: 1, channel: 'qr', proof: 'token', accessKey }],
      keys: [{ accessKey, admittedBy: people.admin.id, confirmedBy: people.secondAdmin.id }],
    });
  });
});
