import '../../support/silent-logs.ts';
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { bodyOf, outcomeOf, people } from '../world.ts';
import { closer, closeIt, contact, dismisser, find, handIn, newDesk, submit } from './desk.ts';

interface Done {
  readonly repeated: boolean;
  readonly state: string;
  readonly version: number;
  readonly ticket?: Filed;
  readonly applicant?: { name: string; mobile: string | null };
}

interface Filed {
  readonly allowed: readonly string[];
  readonly audit: {
    readonly intact: boolean;
    readonly steps: readonly { type: string; note?: string; facts: object }[];
  };
}

const otherDepartment = '11330602MB1TE5T02X';

const stepsOf = (file: Filed | undefined): readonly string[] =>
  (file?.audit.steps ?? []).map(({ type }) => type);

describe('the work of a handler', () => {
  it('goes from contact to answer, and each step says what was done', async () => {
    const desk = await newDesk();
    const first = bodyOf<Done>(await desk.done(people.handler, contact));
    expect(first).toMatchObject({ repeated: false, state: 'open', version: 2 });
    await desk.done(people.handler, find);
    const evidence = [await desk.upload('jpeg'), await desk.upload('docx')];
    const rectified = { ...submit, result: 'rectified', evidence };
    const { state, ticket } = bodyOf<Done>(await desk.done(people.handler, rectified));
    expect(state).toBe('closure_review');
    expect(stepsOf(ticket)).toEqual(['opened', 'contacted', 'found', 'submitted']);
    expect(ticket).toMatchObject({
      assignee: people.handler.id,
      contacts: [{ way: 'phone', outcome: 'reached', by: people.handler.id }],
      finding: { kind: 'reasonable_now', cause: 'time' },
      submission: { result: 'rectified', answer: submit.answer, evidence },
      audit: { intact: true, steps: [{}, { note: '已致电' }, {}, { note: submit.measure }] },
    });
  });

  it('is returned with a short clock, done again, approved, and then ended', async () => {
    const desk = await newDesk();
    await handIn(desk);
    const returned = await desk.done(closer, { type: 'return', note: '答复过于简单' });
    expect(bodyOf<Done>(returned)).toMatchObject({
      state: 'rectifying',
      ticket: { returns: 1, clocks: { rectify: { term: { amount: 5 } } } },
    });
    await desk.done(people.handler, submit);
    const { state, ticket } = bodyOf<Done>(await desk.done(closer, { type: 'approve' }));
    expect(state).toBe('closed');
    expect(ticket).toMatchObject({ allowed: [], ruling: { kind: 'closure', granted: true } });
  });

  it('keeps words sealed in the store', async () => {
    const desk = await newDesk();
    await handIn(desk);
    const stored = [await desk.world.stores.tickets.find(desk.id)];
    const text = JSON.stringify([stored, await desk.world.stores.tickets.steps(desk.id)]);
    expect(text).not.toMatch(/已致电|补办完毕|向您致歉/);
  });

  it('is refused out of order, each time with its own reason', async () => {
    const desk = await newDesk();
    const [handler] = [people.handler];
    const bare = { type: 'claimInvalid', grounds: 'mistaken', evidence: [], note: 'x' };
    const outcomes = [
      await desk.act(handler, submit),
      await desk.act(handler, { type: 'approve' }),
      await desk.act(closer, { type: 'approve' }),
      await desk.act(handler, { type: 'urge' }),
      await desk.act({ ...handler, department: otherDepartment }, contact),
      await desk.act(handler, bare),
      await desk.act(handler, { type: 'requestExtension', days: 99, note: 'x' }),
      await desk.act(closer, { type: 'rule', claim: 'extension', grant: true, note: 'x' }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '409 illegal_move',
      '403 role_missing',
      '409 illegal_move',
      '403 role_missing',
      '404 ticket_unknown',
      '422 contact_missing',
      '422 extension_too_long',
      '409 claim_not_waiting',
    ]);
    await desk.done(handler, find);
    expect(outcomeOf(await desk.act(handler, submit))).toBe('422 contact_missing');
    await desk.done(handler, contact);
    expect(outcomeOf(await desk.act(handler, bare))).toBe('422 evidence_missing');
    expect(outcomeOf(await desk.act(handler, { ...submit, result: 'rectified' }))).toBe(
      '422 evidence_missing',
    );
  });

  it('is refused without a shape, and never echoes what was sent', async () => {
    const desk = await newDesk();
    const wrong = [
      { type: 'dance' },
      { type: 'urge', note: '13800000001'.repeat(40) },
      { ...contact, actionId: 'not an id' },
      { type: 'claimHardship', reviewOn: '2026-02-30', evidence: [], note: 'x' },
      { type: 'transfer', to: { creditCode: '11330602MB1TE5T02X', area: '330602' }, note: 'x' },
      { type: 'askTransfer', to: { creditCode: '11330602MB1TE5T02X', area: '330602' }, note: 'x' },
      { type: 'askTransfer' },
      { type: 'declineTransfer' },
    ];
    for (const action of wrong) {
      const reply = await desk.act(people.handler, action);
      expect(outcomeOf(reply)).toBe('400 invalid_input');
      expect(JSON.stringify(reply.body)).not.toContain('13800000001');
    }
  });
});

describe('versions', () => {
  it('a stale one is refused with the current one', async () => {
    const desk = await newDesk();
    await desk.done(people.handler, contact);
    const reply = await desk.act(people.handler, { ...find, expectedVersion: 1 });
    expect(outcomeOf(reply)).toBe('409 stale_version');
    expect(reply.body).toMatchObject({ version: 2 });
  });

  it('is not what decides about a person who may not do it at all, or who cannot see it', async () => {
    const desk = await newDesk();
    await desk.done(people.handler, contact);
    const outcomes = [
      await desk.act(people.handler, { type: 'approve', expectedVersion: 1 }),
      await desk.act(closer, { ...find, expectedVersion: 1 }),
      await desk.act(
        { ...people.handler, department: otherDepartment },
        { ...find, expectedVersion: 1 },
      ),
      await desk.act(people.handler, { ...find, expectedVersion: 1 }),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '403 role_missing',
      '404 ticket_unknown',
      '409 stale_version',
    ]);
  });

  it('is refused with the roles that may do it, and what the own role does instead', async () => {
    const desk = await newDesk();
    const ruling = { type: 'rule', claim: 'invalid', grant: false, note: '不成立' };
    const reply = await desk.act(people.handler, ruling);
    expect(outcomeOf(reply)).toBe('403 role_missing');
    expect(bodyOf<{ detail: string }>(reply).detail).toContain(
      '(rule: reviewer; claimInvalid: handler)',
    );
  });

  it('of two who act on what they both saw, one wins', async () => {
    const desk = await newDesk();
    const both = await Promise.all([
      desk.act(people.handler, { ...contact, expectedVersion: 1 }),
      desk.act(closer, { type: 'urge', expectedVersion: 1 }),
    ]);
    expect(both.map(outcomeOf).toSorted()).toEqual(['200', '409 stale_version']);
    expect(await desk.world.stores.tickets.steps(desk.id)).toHaveLength(2);
  });

  it('an action that is sent again is known by its id, and by its person', async () => {
    const desk = await newDesk();
    const action = { ...contact, expectedVersion: 1, actionId: randomUUID() };
    await desk.done(people.handler, action);
    await desk.done(closer, { type: 'urge' });
    const again = await desk.act(people.handler, action);
    expect(bodyOf<Done>(again)).toMatchObject({ repeated: true, version: 3 });
    const late = await desk.act(people.handler, { ...action, expectedVersion: 3 });
    expect(bodyOf<Done>(late)).toMatchObject({ repeated: true, version: 3 });
    const colleague = await desk.act({ ...people.handler, id: 'u-colleague' }, action);
    expect(outcomeOf(colleague)).toBe('409 stale_version');
    expect(await desk.world.stores.tickets.steps(desk.id)).toHaveLength(3);
  });
});

describe('claims', () => {
  it('to dismiss are ruled by the reviewer, never by the department or the claimant', async () => {
    const desk = await newDesk();
    const evidence = [await desk.upload()];
    const claim = { type: 'claimInvalid', grounds: 'mistaken', evidence, note: '误评' };
    await desk.done(people.handler, contact);
    await desk.done(people.handler, claim);
    const grant = { type: 'rule', claim: 'invalid', grant: true, note: '核实为误评' };
    const claimant = { ...dismisser, id: people.handler.id };
    const own = { ...dismisser, department: people.handler.department };
    const outcomes = [
      await desk.act(people.handler, grant),
      await desk.act(closer, grant),
      await desk.act(claimant, grant),
      await desk.act(own, grant),
    ].map(outcomeOf);
    expect(outcomes).toEqual([
      '403 role_missing',
      '403 role_missing',
      '403 own_claim',
      '403 own_department',
    ]);
    expect(bodyOf<Done>(await desk.done(dismisser, grant)).state).toBe('dismissed');
    const seen = bodyOf<{ ticket: object }>(await desk.receiptView());
    expect(seen.ticket).toMatchObject({ state: 'dismissed', dismissal: { reason: '核实为误评' } });
    expect(JSON.stringify(seen)).not.toContain('u-reviewer');
  });

  it('of hardship go to the register, with a review date and back', async () => {
    const desk = await newDesk();
    await desk.done(people.handler, find);
    const evidence = [await desk.upload('xlsx')];
    const claim = { type: 'claimHardship', evidence, note: '需上级立法' };
    const past = await desk.act(people.handler, { ...claim, reviewOn: '2026-11-20' });
    expect(outcomeOf(past)).toBe('422 review_date_past');
    await desk.done(people.handler, { ...claim, reviewOn: '2026-12-18' });
    await desk.done(closer, { type: 'rule', claim: 'hardship', grant: true, note: '属实' });
    const list = await desk.world.call('GET /v1/tickets', {
      as: closer,
      query: { view: 'hardship' },
    });
    expect(list.body).toMatchObject({ tickets: [{ id: desk.id, state: 'hardship' }] });
    const review = { type: 'review', outcome: { keepUntil: '2027-01-15' }, note: '仍无法整改' };
    const kept = bodyOf<Done>(await desk.done(closer, review));
    expect(kept.ticket).toMatchObject({ hardship: { reviewOn: '2027-01-15' } });
    const back = { type: 'review', outcome: 'resume', note: '可以整改' };
    expect(bodyOf<Done>(await desk.done(people.handler, back)).state).toBe('rectifying');
  });

  it('for time are granted once, in time, by somebody else', async () => {
    const desk = await newDesk();
    const ask = { type: 'requestExtension', days: 5, note: '需现场勘验' };
    await desk.done(people.handler, ask);
    const rule = { type: 'rule', claim: 'extension', grant: true, note: '同意' };
    const { ticket } = bodyOf<Done>(await desk.done(closer, rule));
    expect(ticket).toMatchObject({
      extension: { days: 5, originalDue: '2026-12-11T17:30:00.000+08:00' },
      clocks: { rectify: { dueAt: '2026-12-18T09:30:00.000Z', term: { amount: 20 } } },
    });
    expect(outcomeOf(await desk.act(people.handler, ask))).toBe('409 claim_used');
  });

  it('for time are too late after the due moment', async () => {
    const desk = await newDesk();
    desk.world.clock.advance(30 * 24 * 60 * 60_000);
    const ask = { type: 'requestExtension', days: 5, note: '需现场勘验' };
    expect(outcomeOf(await desk.act(people.handler, ask))).toBe('422 extension_late');
  });
});

describe('what a person may do now', () => {
  it('is listed for this person', async () => {
    const desk = await newDesk();
    const allowed = async (as: typeof people.handler | typeof closer) =>
      bodyOf<Filed>(await desk.file(as)).allowed;
    expect(await allowed(people.handler)).toEqual([
      'recordContact',
      'find',
      'requestExtension',
      'askTransfer',
      'unmask',
    ]);
    expect(await allowed(closer)).toEqual(['transfer', 'urge', 'unmask']);
    await handIn(desk);
    expect(await allowed(closer)).toEqual(['approve', 'return', 'unmask']);
    await desk.done(closer, { type: 'approve' });
    expect(await allowed(people.handler)).toEqual([]);
  });

  it('holds: what is not listed is refused', async () => {
    const desk = await newDesk();
    await closeIt(desk);
    for (const action of [contact, find, submit]) {
      expect(outcomeOf(await desk.act(people.handler, action))).toBe('409 illegal_move');
    }
  });
});
