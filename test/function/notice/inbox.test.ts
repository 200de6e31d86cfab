import '../../support/silent-logs.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { noticesOf } from '../../../shared/domain/notice/notice.ts';
import type { TicketBoxKind } from '../../../shared/domain/notice/notice.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { creditCode } from '../../support/case-facts.ts';
import type { Person } from '../request.ts';
import { bodyOf, newWorld, outcomeOf, people } from '../world.ts';

interface Box {
  readonly notices: readonly { id: string; box: { kind: string }; readAt: string | null }[];
  readonly cursor: string | null;
}

const ofCity: Person = { id: 'u-city', roles: ['supervisor'], area: '330600' };
const auditor: Person = { id: 'u-auditor', roles: ['auditor'], area: '330600' };
const otherDepartment: Person = { ...people.handler, department: '11330602XX90000018' };
const elsewhere: Person = { ...people.supervisor, area: '330681' };
const boxes: readonly TicketBoxKind[] = [
  'department',
  'reviewer',
  'supervisor',
  'city',
  'accountability',
];

let world: ReturnType<typeof newWorld>;
let serial = 0;

beforeEach(() => {
  world = newWorld();
});

/** A notice of a rung in every inbox, already sent. */
const told = async () => {
  serial += 1;
  const ticket = { id: `t${serial}`, creditCode, area: '330602', version: 1 };
  const requested = boxes.map((to) => ({ type: 'accountability', to }) as const);
  const context = { at: world.clock.now(), rules: shippedRules };
  for (const notice of noticesOf(ticket, requested, context)) {
    world.stores.notices.tell(notice);
    await world.stores.notices.save({ ...notice, state: 'sent', version: 2 });
  }
  world.clock.advance(60_000);
  return ticket.id;
};

const inbox = (as: Person, query?: Record<string, string>) =>
  world.call('GET /v1/inbox', query === undefined ? { as } : { as, query });

const read = (as: Person, id: string) =>
  world.call('POST /v1/inbox/{id}/read', { as, path: { id } });

describe('an inbox', () => {
  it('is the department’s, the newest notice first, page by page', async () => {
    const ids = [await told(), await told(), await told()];
    const all = bodyOf<Box>(await inbox(people.handler));
    expect(all.notices.map(({ id }) => id)).toEqual(
      ids.toReversed().map((id) => `${id}.1.accountability.department`),
    );
    const first = bodyOf<Box>(await inbox(people.handler, { limit: '2' }));
    const cursor = first.cursor ?? '';
    const second = bodyOf<Box>(await inbox(people.handler, { limit: '2', cursor }));
    expect([...first.notices, ...second.notices]).toEqual(all.notices);
    expect(second.cursor).toBeNull();
    expect(outcomeOf(await inbox(otherDepartment, { cursor }))).toBe('400 cursor_invalid');
    expect(bodyOf<Box>(await inbox(otherDepartment)).notices).toEqual([]);
  });

  it.each<[string, Person, Record<string, string>, string]>([
    ['a supervisor reads the area’s', people.supervisor, { box: 'area' }, 'supervisor'],
    ['a reviewer reads the own one', people.reviewer, { area: '330602' }, 'reviewer'],
    ['and that of the supervisors', people.reviewer, { box: 'area', area: '330602' }, 'supervisor'],
    ['and so does the city', ofCity, { box: 'area', area: '330602' }, 'supervisor'],
    ['the city reads its own', ofCity, { box: 'city' }, 'city'],
    ['and the one for accountability', auditor, { box: 'accountability' }, 'accountability'],
  ])('%s', async (_name, as, query, kind) => {
    await told();
    const { notices } = bodyOf<Box>(await inbox(as, query));
    expect(notices.map(({ box }) => box.kind)).toEqual([kind]);
  });

  it.each<[string, Person, Record<string, string> | undefined]>([
    ['403 role_missing', people.clerk, undefined],
    ['403 role_missing', people.admin, { box: 'area' }],
    ['403 role_missing', people.admin, { box: 'hall_administrator' }],
    ['403 role_missing', people.supervisor, { box: 'administrator' }],
    ['403 role_missing', people.supervisor, { box: 'reviewer' }],
    ['404 out_of_scope', people.hallAdmin, { box: 'hall_administrator', area: '330600' }],
    ['403 role_missing', people.handler, { box: 'area' }],
    ['403 role_missing', people.handler, { box: 'city' }],
    ['404 out_of_scope', elsewhere, { box: 'area', area: '330602' }],
    ['404 out_of_scope', people.supervisor, { box: 'city' }],
    ['404 out_of_scope', people.supervisor, { box: 'accountability' }],
    ['400 invalid_input', people.supervisor, { box: 'mine' }],
    ['400 invalid_input', people.handler, { limit: '101' }],
  ])('answers %s to others', async (outcome, as, query) => {
    await told();
    expect(outcomeOf(await inbox(as, query))).toBe(outcome);
  });
});

describe('reading a notice', () => {
  it('is kept once: who was first, and when', async () => {
    const id = `${await told()}.1.accountability.department`;
    const first = await read(people.handler, id);
    expect(first.body).toEqual({ id, readAt: '2026-11-20T09:31:00.000+08:00' });
    world.clock.advance(60_000);
    const colleague = { ...people.handler, id: 'u-handler-2' };
    expect((await read(colleague, id)).body).toEqual(first.body);
    const { notices } = bodyOf<Box>(await inbox(people.handler));
    expect(notices).toMatchObject([{ id, readAt: '2026-11-20T09:31:00.000+08:00' }]);
    const file = await world.stores.notices.find(id);
    expect(file?.notice).toMatchObject({ readBy: people.handler.id, state: 'sent' });
  });

  it('by two at once is the first one’s', async () => {
    const id = `${await told()}.1.accountability.department`;
    const colleague = { ...people.handler, id: 'u-handler-2' };
    const replies = await Promise.all([read(people.handler, id), read(colleague, id)]);
    expect(replies.map(outcomeOf)).toEqual(['200', '200']);
    expect((await world.stores.notices.find(id))?.notice.version).toBe(3);
  });

  it('is for those who may see its box, and only once it was sent', async () => {
    const ticket = await told();
    const outcomes = [
      await read(otherDepartment, `${ticket}.1.accountability.department`),
      await read(people.handler, `${ticket}.1.accountability.supervisor`),
      await read(people.supervisor, `${ticket}.1.accountability.city`),
      await read(people.supervisor, `${ticket}.1.accountability.supervisor`),
      await read(people.handler, `${ticket}.1.red.department`),
    ];
    expect(outcomes.map(outcomeOf)).toEqual([
      '404 notice_unknown',
      '404 notice_unknown',
      '404 notice_unknown',
      '200',
      '404 notice_unknown',
    ]);
    const waiting = { id: 'w', creditCode, area: '330602', version: 1 };
    const context = { at: world.clock.now(), rules: shippedRules };
    const [notice] = noticesOf(waiting, [{ type: 'red', to: 'department' }], context);
    world.stores.notices.tell(notice!);
    expect(outcomeOf(await read(people.handler, notice!.id))).toBe('404 notice_unknown');
  });
});
