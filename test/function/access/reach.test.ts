import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it, vi } from 'vitest';

import { operations } from '../../../events/contract.table.ts';
import { callOf } from '../../../events/roles.table.ts';
import type { StaffRoute } from '../../../events/roles.table.ts';
import { staffRoles } from '../../../shared/domain/access/staff-role.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Given, Person } from '../request.ts';
import { bodyOf, hall, newWorld, outcomeOf, people, window } from '../world.ts';
import type { World } from '../world.ts';

/** Things of one county, each of which a call can name. */
interface Things {
  readonly projectNo: string;
  readonly ticket: string;
  readonly entry: string;
  readonly pad: string;
  readonly evidence: string;
  readonly notice: string;
  readonly webhook: string;
  readonly accessKey: string;
  readonly approval: string;
  readonly contest: string;
}

type OwnWorld = ReturnType<typeof newWorld>;

const area = '330602';

const makeTicket = async (world: World, key: Parameters<World['acceptedCase']>[0]) => {
  const projectNo = await world.acceptedCase(key);
  const token = await world.token(key, projectNo);
  await world.call('POST /v1/ratings', { body: { token, level: 'dissatisfied', tags: ['209'] } });
  return { projectNo, ticket: `${projectNo}-1` };
};

const enterRating = async (world: World, projectNo: string): Promise<string> => {
  const body = {
    projectNo,
    serviceNumber: 1,
    channel: 'paper',
    record: '表-0001',
    level: 'dissatisfied',
    tags: ['209'],
    contactConsent: true,
  };
  const reply = await world.call('POST /v1/entries', { as: people.clerk, body });
  return bodyOf<{ id: string }>(reply).id;
};

const contestRating = async (
  world: World,
  { key, projectNo }: { key: Parameters<World['token']>[0]; projectNo: string },
): Promise<string> => {
  const token = await world.token(key, projectNo, 'sms');
  await world.call('POST /v1/ratings/contest', { body: { token, level: 'satisfied' } });
  return `${projectNo}-1c1`;
};

const offerEvidence = async (world: World, ticketId: string): Promise<string> => {
  const facts = { name: '照片.jpg', type: 'jpeg', size: 5 };
  const body = { ticketId, ...facts, sha256: Buffer.alloc(32).toString('base64') };
  const reply = await world.call('POST /v1/evidence', { as: people.handler, body });
  return bodyOf<{ evidenceId: string }>(reply).evidenceId;
};

/** The notice that the ticket was opened, as sent. */
const sendNotice = async (world: OwnWorld, ticketId: string): Promise<string> => {
  const { notices } = world.stores;
  const id = `${ticketId}.1.ticket_opened.department`;
  const { notice } = (await notices.find(id)) ?? {};
  if (notice === undefined) throw new Error('the ticket was opened without a notice');
  await notices.save({ ...notice, state: 'sent', version: notice.version + 1 });
  return id;
};

const makeThings = async (world: OwnWorld): Promise<Things> => {
  const key = await world.integrator(['cases', 'invitations'], { areas: [area] });
  const { projectNo, ticket } = await makeTicket(world, key);
  const robot = { form: 'robot', box: 'supervisor', area, secret: 'SEC' };
  const url = 'https://desk.example.cn/robot';
  const { id: webhook } = await world.byTwo<{ id: string }>('POST /v1/webhooks', {
    as: people.admin,
    body: { name: '督办群', ...robot, url },
  });
  const body = { hall, window: 'A09' };
  const proposed = await world.call('POST /v1/pads', { as: people.hallAdmin, body });
  return {
    projectNo,
    ticket,
    entry: await enterRating(world, await world.acceptedCase(key)),
    pad: (await world.pad({ hall, window })).accessKey,
    evidence: await offerEvidence(world, ticket),
    notice: await sendNotice(world, ticket),
    webhook,
    accessKey: key.accessKey,
    approval: bodyOf<{ approvalId: string }>(proposed).approvalId,
    contest: await contestRating(world, { key, projectNo }),
  };
};

/** The parameter that names the thing, and a body that is in order but for its reach. */
const named: Partial<
  Record<StaffRoute, readonly [name: string, thing: keyof Things, body?: object]>
> = {
  'GET /v1/entries/{id}': ['id', 'entry'],
  'POST /v1/entries/{id}/confirm': ['id', 'entry', {}],
  'GET /v1/contests/{id}': ['id', 'contest'],
  'POST /v1/contests/{id}/call-back': ['id', 'contest', { outcome: 'no_answer' }],
  'POST /v1/contests/{id}/unmask': ['id', 'contest', { reason: '评价异议回访' }],
  'POST /v1/contests/{id}/ruling': [
    'id',
    'contest',
    { outcome: 'rejected', reason: '已回访，经核对属实' },
  ],
  'DELETE /v1/pads/{padId}': ['padId', 'pad'],
  'POST /v1/pads/{padId}/reinstate': ['padId', 'pad', { reason: '设备已找回' }],
  'GET /v1/tickets/{id}': ['id', 'ticket'],
  'POST /v1/tickets/{id}/actions': [
    'id',
    'ticket',
    { type: 'urge', expectedVersion: 1, actionId: randomUUID() },
  ],
  'GET /v1/evidence/{id}': ['id', 'evidence'],
  'POST /v1/inbox/{id}/read': ['id', 'notice'],
  'DELETE /v1/webhooks/{id}': ['id', 'webhook'],
  'POST /v1/webhooks/{id}/redeliver': ['id', 'webhook'],
  'GET /v1/oversight/cases/{projectNo}': ['projectNo', 'projectNo'],
  'GET /v1/oversight/pads/{padId}': ['padId', 'pad'],
  'DELETE /v1/integrators/{accessKey}': ['accessKey', 'accessKey'],
  'POST /v1/cases/{projectNo}/hand-over': [
    'projectNo',
    'projectNo',
    { to: 'AK', reason: '误报，经核对属实' },
  ],
  'POST /v1/pads/{padId}/take-up': ['padId', 'pad', { sequence: 1, reason: '断网，经核对属实' }],
  'POST /v1/pads/{padId}/settle': ['padId', 'pad', { sequence: 1, note: '无法核实' }],
  'GET /v1/approvals/{id}': ['id', 'approval'],
  'POST /v1/approvals/{id}/confirm': ['id', 'approval', {}],
  'POST /v1/approvals/{id}/refuse': ['id', 'approval', { note: '不同意，经核对属实' }],
  'GET /v1/reports/outbox/{projectNo}': ['projectNo', 'projectNo'],
  'POST /v1/reports/outbox/{projectNo}/resend': [
    'projectNo',
    'projectNo',
    { reason: '补报，经核对属实' },
  ],
  'POST /v1/reports/outbox/{projectNo}/withdraw': [
    'projectNo',
    'projectNo',
    { record: 'finish', reason: '误报，经核对属实' },
  ],
};

/** What the call answers within reach, where it is not 200. */
const found: Partial<Record<StaffRoute, string>> = {
  'POST /v1/entries/{id}/confirm': '201',
  'POST /v1/contests/{id}/ruling': '409 contest_not_called_back',
  'GET /v1/evidence/{id}': '409 evidence_not_uploaded',
  'POST /v1/cases/{projectNo}/hand-over': '404 integrator_unknown',
  'POST /v1/pads/{padId}/reinstate': '409 pad_not_revoked',
  'POST /v1/pads/{padId}/take-up': '404 kept_rating_unknown',
  'POST /v1/pads/{padId}/settle': '404 kept_rating_unknown',
  'POST /v1/reports/outbox/{projectNo}/resend': '202',
  'POST /v1/reports/outbox/{projectNo}/withdraw': '404 report_record_unknown',
};

const routes = Object.keys(named) as StaffRoute[];

/** Everybody who has every role, and reaches neither the area nor the department. */
const allRoles = staffRoles.filter((role) => role !== 'handler');
const outsiders: readonly (readonly [string, Person])[] = [
  [
    'another county',
    { id: 'u-x', roles: staffRoles, area: '330604', department: '11330604MB0000001D' },
  ],
  ['another county, no department named', { id: 'u-x', roles: allRoles, area: '330604' }],
];

const unclaimed: readonly (readonly [string, Partial<Person>])[] = [
  ['an empty area', { area: '' }],
  ['the area of a town', { area: '330602001' }],
  ['a word for an area', { area: 'all' }],
  ['an area of another city', { area: '330100' }],
  ['an alias of the city', { area: '330601' }],
];

const world = newWorld();
let things: Things;

beforeAll(async () => {
  things = await makeThings(world);
});

interface Where {
  readonly world: World;
  readonly things?: Things;
}

/** Names the thing of a route, or one that is not there. */
const call = (route: StaffRoute, as: Person, where: Where) => {
  const [name = '', which = 'pad', body] = named[route] ?? [];
  const thing = where.things?.[which] ?? 'none';
  const given: Given = { as, path: { [name]: thing }, ...(body && { body }) };
  return where.world.call(route, given);
};

it.each(['GET /v1/reports/outbox/{projectNo}', 'GET /v1/oversight/cases/{projectNo}'] as const)(
  '%s reads no more of a case out of reach than of an unknown one',
  async (route) => {
    const read = vi.spyOn(world.stores.ratings, 'ofCase');
    const [[, far]] = outsiders as [(typeof outsiders)[0]];
    expect((await call(route, far, { world, things })).status).toBe(404);
    expect((await call(route, far, { world })).status).toBe(404);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  },
);

it('every call that names a thing of an area is tried', () => {
  const naming = operations.flatMap((row) =>
    row.audience === 'staff' &&
    callOf(row.on).reach === 'area' &&
    (row.parameters ?? []).some(
      (one) => one.in === 'path' && !one.name.match(/noun|period|format/u),
    )
      ? [row.on]
      : [],
  );
  expect(routes.toSorted()).toEqual(naming.toSorted());
});

describe.each(routes)('%s', (route) => {
  it.each(outsiders)('is answered to %s as if the thing were not there', async (_who, as) => {
    const before = world.stores.memory.writes();
    const [hidden, unknown] = [
      await call(route, as, { world, things }),
      await call(route, as, { world }),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(unknown);
    expect(world.stores.memory.writes()).toBe(before);
  });

  it.each(unclaimed)('is closed to a token with %s', async (_what, more) => {
    const as = { id: 'u-x', roles: staffRoles, area, ...more };
    expect(outcomeOf(await call(route, as, { world, things }))).toBe('403 role_missing');
  });

  it('finds it for somebody within reach', async () => {
    const own = newWorld();
    const mine = await makeThings(own);
    const { roles } = callOf(route);
    const within = roles === 'any' ? staffRoles : roles;
    // Nobody of the rated department reviews a contest, or confirms what was entered.
    const outside = /contests|entries/u.test(route) && people.reviewer.department;
    const as = { id: 'u-y', roles: within, area, department: outside || creditCode };
    const reply = await call(route, as, { world: own, things: mine });
    expect(outcomeOf(reply)).toBe(found[route] ?? '200');
  });
});
