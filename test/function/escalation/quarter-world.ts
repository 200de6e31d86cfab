/** One of each thing that waits for somebody, at the beginning of a quarter. */
import { randomUUID } from 'node:crypto';

import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { civilDateOf, nextDate } from '../../../shared/domain/time/instant.ts';
import { at } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import { nextProjectNo } from '../../support/case-facts.ts';
import { deadlineWorks } from '../../support/deadline-works.ts';
import { province } from '../../support/province.ts';
import { evaluationItem } from '../exchange/center-world.ts';
import { proposeRegister } from '../oversight/register-sample.ts';
import { collect } from '../pad/pad-bench.ts';
import type { Reply } from '../reply.ts';
import type { Person } from '../request.ts';
import { badlyRated, closeIt, contact, deskOf, find, handIn } from '../ticket/desk.ts';
import type { Desk, DeskWorld } from '../ticket/desk.ts';
import { bodyOf, people, worldOver } from '../world.ts';

/** A Tuesday; the national holiday of October lies in the quarter. */
export const start = at('2026-09-01T09:30:00+08:00');
export const end = at('2026-11-30T18:00:00+08:00');

const { handler, supervisor, reviewer, admin } = people;
const back = { type: 'return', note: '请补充材料' };
const grant = { type: 'rule', grant: true, note: '同意' };

const evidenceOf = async (desk: Desk) => [await desk.upload()];

const claimInvalid = async (desk: Desk): Promise<void> => {
  const evidence = await evidenceOf(desk);
  await desk.done(handler, contact);
  await desk.done(handler, { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '误评' });
};

const claimHardship = async (desk: Desk): Promise<void> => {
  await desk.done(handler, contact);
  await desk.done(handler, find);
  const reviewOn = nextDate(civilDateOf(desk.world.clock.now()), 30);
  const evidence = await evidenceOf(desk);
  await desk.done(handler, { type: 'claimHardship', reviewOn, evidence, note: '需上级立法' });
};

/** How a ticket is brought to what it waits for. */
const tickets = {
  open: async () => undefined,
  rectifying: async (desk) => {
    await desk.done(handler, contact);
    await desk.done(handler, find);
  },
  dismissal_review: claimInvalid,
  hardship_review: claimHardship,
  hardship: async (desk) => {
    await claimHardship(desk);
    await desk.done(reviewer, { ...grant, claim: 'hardship' });
  },
  extension: async (desk) => {
    await desk.done(handler, { type: 'requestExtension', days: 5, note: '需现场勘验' });
  },
  transfer: async (desk) => {
    await desk.done(handler, { type: 'askTransfer', note: '不属本单位职责' });
  },
  closure_review: handIn,
  third_return: async (desk) => {
    await handIn(desk);
    for (const again of ['第二次', '第三次']) {
      await desk.done(supervisor, back);
      await desk.done(handler, { ...submitAgain, measure: again });
    }
    await desk.done(supervisor, back);
  },
  round_two: async (desk) => {
    await closeIt(desk);
    must(await desk.append({ level: 'dissatisfied', text: '仍未解决' }), 201);
  },
  closed: closeIt,
  dismissed: async (desk) => {
    await claimInvalid(desk);
    await desk.done(reviewer, { ...grant, claim: 'invalid' });
  },
} as const satisfies Readonly<Record<string, (desk: Desk) => Promise<unknown>>>;

const submitAgain = { type: 'submit', result: 'explained', answer: '向您致歉,已办结。' };

export type Kind = keyof typeof tickets;

const must = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
};

const approvalIdOf = (reply: Reply): string =>
  bodyOf<{ approvalId: string }>(must(reply, 202)).approvalId;

/** A rating recorded from a form, which a second person has not compared with it. */
const enter = async (world: DeskWorld): Promise<string> => {
  const body = {
    projectNo: await world.acceptedCase(await world.integrator()),
    serviceNumber: 1,
    channel: 'paper',
    record: '表-0001',
    level: 'satisfied',
    tags: [],
    contactConsent: true,
  };
  const reply = await world.call('POST /v1/entries', { as: people.clerk, body });
  return bodyOf<{ id: string }>(must(reply, 202)).id;
};

/** A rating that the holder of another link says is not the applicant's. */
const contestOne = async (world: DeskWorld): Promise<string> => {
  const key = await world.integrator();
  const projectNo = await world.acceptedCase(key);
  const tokens = [await world.token(key, projectNo), await world.token(key, projectNo, 'sms')];
  const good = { token: tokens[0], level: 'very_satisfied', tags: ['510'] };
  must(await world.call('POST /v1/ratings', { body: good }), 201);
  const bad = { token: tokens[1], level: 'dissatisfied', tags: ['209'], text: '来了三次' };
  await world.call('POST /v1/ratings/contest', { body: bad });
  return `${projectNo}-1c1`;
};

/** Two callbacks of the center that are kept: one cannot be read, the other waits for its case. */
const keepCallbacks = async (world: DeskWorld): Promise<readonly string[]> => {
  const by = await world.integrator(['center']);
  const unreadable = { evaluationLevelModelList: [{ level: '较差' }] };
  const ids: string[] = [];
  for (const more of [unreadable, {}]) {
    const body = { targetId: nextProjectNo(), evaluationItemModel: evaluationItem(more) };
    const path = { operation: 'evaluation.sync' };
    const reply = await world.call('POST /v1/center/{operation}', {
      by,
      nonce: randomUUID(),
      path,
      body,
    });
    ids.push(bodyOf<{ kept: { id: string } }>(reply).kept.id);
  }
  return ids;
};

/** A pad with a rating that was refused and a bad press that no contact can be meant by. */
const refuseOnPad = async (world: DeskWorld): Promise<string> => {
  const pad = await world.pad({ hall: '330602-H1', window: 'A09' });
  const bad = { sequence: 2, level: 'dissatisfied', tags: ['209'] };
  must(await collect(world, pad, { sequence: 1, level: 'splendid' }, bad), 200);
  return pad.accessKey;
};

/** What two persons decide and only one has proposed. */
const propose = async (world: DeskWorld): Promise<readonly string[]> => {
  const scope = { areas: ['330602'], departments: 'all', channels: [], numberPrefixes: [] };
  const key = { name: '测试系统', may: ['cases'], scope };
  const entries = [{ code: handler.department, name: '测试局' }];
  return [
    approvalIdOf(await world.call('POST /v1/integrators', { as: admin, body: key })),
    approvalIdOf(await proposeRegister(world, 'departments', entries)),
  ];
};

const officer: Person = { ...supervisor, area: '330600' };

/** Compares the first day with a center that has nothing of it. */
const compareFirstDay = async (world: DeskWorld): Promise<string> => {
  const day = civilDateOf(start);
  must(await world.call('POST /v1/reports/reconcile', { as: officer, body: { day } }), 200);
  return day;
};

export const beginQuarter = async () => {
  const stores = { ...fakeStores(), gateway: province().gateway };
  const world: DeskWorld = { ...worldOver(stores, start), stores };
  const ids = new Map<Kind, string>();
  for (const [kind, bring] of Object.entries(tickets) as [Kind, (desk: Desk) => Promise<void>][]) {
    const desk = deskOf(world, await badlyRated(world));
    await bring(desk);
    ids.set(kind, desk.id);
  }
  const others = {
    entry: await enter(world),
    contest: await contestOne(world),
    callbacks: await keepCallbacks(world),
    pad: await refuseOnPad(world),
    approvals: await propose(world),
  };
  const works = deadlineWorks(stores, world.clock.now);
  /** Nobody acts; `seen` looks at the world each time something may have fallen due. */
  const pass = async (until: string, seen?: () => Promise<void>): Promise<void> => {
    while (world.clock.now() < until) {
      await works.sweep();
      await works.settle();
      await seen?.();
      world.clock.advance(15 * 60_000);
    }
  };
  await pass(at('2026-09-02T09:30:00+08:00'));
  const day = await compareFirstDay(world);
  const ticket = async (kind: Kind): Promise<Ticket> => {
    const found = await stores.tickets.find(ids.get(kind) ?? '');
    if (found === undefined) throw new Error(`no ticket ${kind}`);
    return found;
  };
  return { world, stores, ids, ...others, day, pass, ticket };
};

export type Quarter = Awaited<ReturnType<typeof beginQuarter>>;
