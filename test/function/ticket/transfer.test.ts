import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { sampleFiles, sha256Of } from '../../support/sample-file.ts';
import { saveRegister } from '../oversight/register-sample.ts';
import type { Person } from '../request.ts';
import { bodyOf, outcomeOf, people } from '../world.ts';
import { contact, handIn, newDesk } from './desk.ts';
import type { Desk } from './desk.ts';

interface Filed {
  readonly allowed: readonly string[];
  readonly transferAsked?: object;
  readonly transfers: number;
}

const { handler, supervisor } = people;
const transport = { creditCode: '11330602MB1A2B3C46', area: '330602' };
const own = { creditCode: handler.department, area: '330602' };
const otherHandler: Person = { ...handler, id: 'u-other', department: transport.creditCode };
const city: Person = { ...supervisor, id: 'u-city', area: '330600' };

const ask = { type: 'askTransfer', to: transport, note: '属交通局职责' };
const transfer = { type: 'transfer', to: transport, note: '职责清单第三项' };
const back = { ...transfer, to: own };
const decline = { type: 'declineTransfer', note: '属你局职责' };

const fileOf = async (desk: Desk, as: Person): Promise<Filed> => bodyOf<Filed>(await desk.file(as));

const listed = async ({ world, id }: Desk, as: Person, view: string) => {
  const reply = await world.call('GET /v1/tickets', { as, query: { view } });
  const { tickets } = bodyOf<{ tickets: readonly { id: string; transferAsked?: string }[] }>(reply);
  return tickets.find((ticket) => ticket.id === id);
};

/** The types of the notices in the box, once everything that waits is sent. */
const inboxOf = async ({ world }: Desk, as: Person, box: string): Promise<readonly string[]> => {
  const { notices } = world.stores;
  for (const notice of notices.all().filter(({ state }) => state === 'waiting')) {
    await notices.save({ ...notice, state: 'sent', version: notice.version + 1 });
  }
  const reply = await world.call('GET /v1/inbox', { as, query: { box } });
  return bodyOf<{ notices: readonly { type: string }[] }>(reply).notices.map(({ type }) => type);
};

const toEntry = ({ creditCode }: { readonly creditCode: string }) => ({
  code: creditCode,
  name: '越城区测试局',
});

/** From the department to the other one and back. */
const passTwice = async (desk: Desk): Promise<void> => {
  await desk.done(supervisor, transfer);
  await desk.done(supervisor, back);
};

describe('a request for a transfer', () => {
  it('is shown with its reason and its proposal, and leaves the ticket where it is', async () => {
    const desk = await newDesk();
    await desk.done(handler, ask);
    for (const as of [handler, supervisor]) {
      expect(bodyOf(await desk.file(as))).toMatchObject({
        state: 'open',
        creditCode: handler.department,
        transferAsked: { by: handler.id, at: '2026-11-20T09:30:00.000+08:00', to: transport },
        transfers: 0,
        clocks: { rectify: { dueAt: '2026-12-11T09:30:00.000Z' } },
        audit: {
          intact: true,
          steps: [{}, { type: 'transfer_asked', facts: { to: transport }, note: ask.note }],
        },
      });
    }
    expect(await listed(desk, handler, 'department')).toBeDefined();
    expect(await listed(desk, otherHandler, 'department')).toBeUndefined();
    expect(outcomeOf(await desk.file(otherHandler))).toBe('404 ticket_unknown');
    expect((await fileOf(desk, supervisor)).allowed).toContain('declineTransfer');
    expect((await fileOf(desk, handler)).allowed).not.toContain('askTransfer');
  });

  it('waits on the supervisor’s list and in the box of the area until it is decided', async () => {
    const desk = await newDesk();
    expect(await listed(desk, supervisor, 'review')).toBeUndefined();
    await desk.done(handler, ask);
    const line = await listed(desk, supervisor, 'review');
    expect(line).toMatchObject({ transferAsked: '2026-11-20T09:30:00.000+08:00' });
    expect(await inboxOf(desk, supervisor, 'area')).toEqual(['transfer_asked']);
    await desk.done(supervisor, decline);
    expect(await listed(desk, supervisor, 'review')).toBeUndefined();
    expect(await inboxOf(desk, handler, 'department')).toContain('transfer_declined');
  });

  it('may leave open which department is right', async () => {
    const desk = await newDesk();
    await desk.done(handler, { type: 'askTransfer', note: '不属本局职责' });
    const file = bodyOf<Filed>(await desk.file(supervisor));
    expect(file).toMatchObject({ audit: { intact: true, steps: [{}, { facts: {} }] } });
    expect(file.transferAsked).toEqual({ by: handler.id, at: '2026-11-20T09:30:00.000+08:00' });
  });

  it('keeps its words sealed in the store', async () => {
    const desk = await newDesk();
    await desk.done(handler, ask);
    await desk.done(supervisor, decline);
    const { tickets } = desk.world.stores;
    const text = JSON.stringify([await tickets.find(desk.id), await tickets.steps(desk.id)]);
    expect(text).not.toMatch(/交通局|你局/);
  });

  it('is refused twice, of others, and for the own department', async () => {
    const desk = await newDesk();
    const outcomes = [
      await desk.act(handler, { ...ask, to: own }),
      await desk.act(supervisor, ask),
      await desk.act(otherHandler, ask),
      await desk.act(supervisor, decline),
      await desk.done(handler, { type: 'askTransfer', note: '不属本局职责' }),
      await desk.act(handler, ask),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '422 same_department',
      '403 role_missing',
      '404 ticket_unknown',
      '409 transfer_not_waiting',
      '200',
      '409 transfer_waiting',
    ]);
    await handIn(desk);
    expect(outcomeOf(await desk.act(handler, ask))).toBe('409 illegal_move');
    expect(outcomeOf(await desk.act(supervisor, decline))).toBe('409 illegal_move');
  });
});

describe('a transfer', () => {
  it('hands the ticket on while its clocks keep running, once', async () => {
    const desk = await newDesk();
    await desk.done(handler, ask);
    const action = { ...transfer, actionId: randomUUID(), expectedVersion: 2 };
    expect(bodyOf(await desk.done(supervisor, action))).toMatchObject({
      version: 3,
      state: 'open',
      ticket: { transfers: 1, creditCode: transport.creditCode },
    });
    expect(await desk.act(supervisor, action)).toMatchObject({
      body: { repeated: true, version: 3 },
    });
    expect(outcomeOf(await desk.file(handler))).toBe('404 ticket_unknown');
    expect(await listed(desk, handler, 'department')).toBeUndefined();
    expect(await listed(desk, otherHandler, 'department')).toBeDefined();
    expect(await inboxOf(desk, handler, 'department')).toContain('transferred');
    expect(await inboxOf(desk, otherHandler, 'department')).toEqual(['transferred']);
    const file = await desk.file(otherHandler);
    expect(file.body).toMatchObject({
      clocks: { rectify: { dueAt: '2026-12-11T09:30:00.000Z' } },
      audit: { intact: true, steps: [{}, {}, { type: 'transferred', note: transfer.note }] },
    });
    expect(bodyOf<Filed>(file).transferAsked).toBeUndefined();
    await desk.done(otherHandler, contact);
  });

  it('to another area shows the supervisor no file any more', async () => {
    const desk = await newDesk();
    const near = { ...transfer, actionId: randomUUID() };
    await desk.done(supervisor, near);
    const third = { creditCode: '11330602XX90000018', area: '330681' };
    await desk.done(city, { ...transfer, to: third });
    const again = await desk.act(supervisor, { ...near, expectedVersion: 1 });
    expect(again.body).toEqual({ repeated: true, id: desk.id, state: 'open', version: 3 });
  });

  it('to another area is made by the city, and seen there though nobody reads for it', async () => {
    const desk = await newDesk();
    const far = { ...transfer, to: { ...transport, area: '330681' } };
    expect(outcomeOf(await desk.act(supervisor, far))).toBe('403 transfer_of_city');
    await desk.done(city, far);
    const there: Person = { ...supervisor, area: '330681' };
    expect(await inboxOf(desk, there, 'area')).toEqual(['transferred']);
    expect(await inboxOf(desk, supervisor, 'area')).toEqual(['transferred']);
    expect(await inboxOf(desk, city, 'city')).toEqual(['transferred']);
  });

  it('within the area is told to its supervisors and the city if no register knows the department', async () => {
    const desk = await newDesk();
    await saveRegister(desk.world, 'departments', [transport, own].map(toEntry));
    await desk.done(supervisor, transfer);
    expect(await inboxOf(desk, supervisor, 'area')).toEqual([]);
    const other = await newDesk();
    await other.done(supervisor, transfer);
    expect(await inboxOf(other, supervisor, 'area')).toEqual(['transferred']);
    expect(await inboxOf(other, city, 'city')).toEqual(['transferred']);
  });

  it('to a department that another area lists is made by the city, as if it left the area', async () => {
    const desk = await newDesk();
    const keqiao: Person = { ...otherHandler, area: '330603' };
    await saveRegister(desk.world, 'departments', [toEntry(transport)], '330603');
    expect(outcomeOf(await desk.act(supervisor, transfer))).toBe('403 transfer_of_city');
    await saveRegister(desk.world, 'departments', [toEntry(transport)]);
    expect(outcomeOf(await desk.act(supervisor, transfer))).toBe('403 transfer_of_city');
    await desk.done(city, transfer);
    expect(await inboxOf(desk, supervisor, 'area')).toEqual(['transferred']);
    expect(await inboxOf(desk, city, 'city')).toEqual(['transferred']);
    // Its people work on the ticket all the same, wherever they are.
    expect(await listed(desk, keqiao, 'department')).toBeDefined();
    const body = {
      ticketId: desk.id,
      name: '整改.pdf',
      type: 'pdf',
      size: 9,
      sha256: sha256Of(sampleFiles.pdf),
    };
    const offered = await desk.world.call('POST /v1/evidence', { as: keqiao, body });
    expect(outcomeOf(offered)).toBe('201');
    await desk.done(keqiao, contact);
  });

  it.each([
    [
      'of several departments',
      (own: string) => `[${own} 11330602XX90000018]`,
      'department_missing',
    ],
    ['of no readable department', (own: string) => own.toLowerCase(), 'department_missing'],
    ['with blanks', (own: string) => `${own} `, 'own_department'],
    ['as a list of one', (own: string) => `[${own}]`, 'own_department'],
  ])('is not made by a person %s', async (_what, claim, code) => {
    const desk = await newDesk();
    const as: Person = { ...supervisor, department: claim(own.creditCode) };
    expect(outcomeOf(await desk.act(as, transfer))).toBe(`403 ${code}`);
  });

  it('is made by no department that ever had the ticket, and by nobody without a department', async () => {
    const desk = await newDesk();
    const { department: _left, ...homeless } = supervisor;
    const head: Person = { ...handler, roles: ['handler', 'supervisor', 'reviewer'] };
    const refused = async (as: Person) => outcomeOf(await desk.act(as, transfer));
    expect(await refused(handler)).toBe('403 role_missing');
    expect(await refused(people.reviewer)).toBe('403 role_missing');
    expect(await refused(head)).toBe('403 own_department');
    expect(await refused(homeless)).toBe('403 department_missing');
    expect(await refused({ ...supervisor, area: '330681' })).toBe('404 ticket_unknown');
    await desk.done(supervisor, transfer);
    for (const department of [handler.department, transport.creditCode]) {
      const inside: Person = { ...supervisor, department };
      expect(outcomeOf(await desk.act(inside, back))).toBe('403 own_department');
    }
    expect(outcomeOf(await desk.act({ ...head, area: '330600' }, back))).toBe('403 own_department');
  });

  it('is made by the city after two, which is told of the request', async () => {
    const desk = await newDesk();
    await passTwice(desk);
    await desk.done(handler, ask);
    expect(await inboxOf(desk, city, 'city')).toContain('transfer_asked');
    expect(outcomeOf(await desk.act(supervisor, transfer))).toBe('403 transfer_of_city');
    expect(outcomeOf(await desk.act(supervisor, decline))).toBe('403 transfer_of_city');
    expect((await fileOf(desk, supervisor)).allowed).toEqual(['urge', 'unmask']);
    expect((await fileOf(desk, city)).allowed).toEqual(
      expect.arrayContaining(['transfer', 'declineTransfer']),
    );
    const { ticket } = bodyOf<{ ticket: Filed }>(await desk.done(city, transfer));
    expect(ticket).toMatchObject({ transfers: 3, creditCode: transport.creditCode });
  });
});

const loopOf = async (desk: Desk, language?: string) => {
  const view = bodyOf<{ ticket: { transferred?: object } }>(await desk.receiptView(language));
  return view.ticket;
};

describe('the resident’s receipt', () => {
  it('tells of the transfer in words, and of no request', async () => {
    const desk = await newDesk();
    const before = await loopOf(desk);
    await desk.done(handler, ask);
    expect(await loopOf(desk)).toEqual(before);
    await desk.done(supervisor, decline);
    expect(await loopOf(desk)).toEqual(before);
    await desk.done(supervisor, transfer);
    const at = '2026-11-20T09:30:00.000+08:00';
    const words = '工单已改派至其他部门，办理期限照常计算。';
    expect(await loopOf(desk)).toEqual({ ...before, transferred: { at, words } });
    expect((await loopOf(desk, 'en')).transferred).toEqual({
      at,
      words: 'The ticket was transferred to another department; its deadlines are unchanged.',
    });
  });

  it('names the latest of several', async () => {
    const desk = await newDesk();
    await desk.done(supervisor, transfer);
    desk.world.clock.advance(60_000);
    await desk.done(supervisor, back);
    expect(await loopOf(desk)).toMatchObject({
      transferred: { at: '2026-11-20T09:31:00.000+08:00' },
    });
  });
});
