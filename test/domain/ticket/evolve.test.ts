import { describe, expect, it } from 'vitest';

import { createTicket } from '../../../shared/domain/ticket/event/evolve.ts';
import type { LaterEvent } from '../../../shared/domain/ticket/event/evolve.ts';
import { ticketEventFacts } from '../../../shared/domain/ticket/event/facts.ts';
import type { TicketEventType } from '../../../shared/domain/ticket/event/facts.ts';
import { at } from '../time/shanghai.ts';
import { changesOf, clocksWith, moment, opened, opening } from './event-change.ts';
import { exampleEvent } from './event-example.ts';

const assigned = { before: { assignee: 'u0' } };

const handling = ['contacted', 'found', 'claimed', 'transfer_asked', 'submitted'] as const;
const isOther = (type: TicketEventType): type is LaterEvent['type'] =>
  type !== 'opened' && !(handling as readonly string[]).includes(type);
const others = (Object.keys(ticketEventFacts) as TicketEventType[]).filter(isOther);

describe('the ticket after its opening', () => {
  it('has what its first event says, and nothing done', () => {
    const { rating: _rating, ...taken } = opening.facts;
    expect(opened).toEqual({
      ...taken,
      id: opening.ticketId,
      state: 'open',
      round: 1,
      rung: 0,
      fired: [{ rung: 'notify', at: opening.at, round: 1 }],
      openedAt: opening.at,
      departments: [opening.facts.creditCode],
      workers: [],
      transfers: 0,
      late: false,
      contacts: [],
      claimed: [],
      returns: 0,
      urges: 0,
      version: 0,
    });
    const commit = { version: 1, nextAt: moment, pendingYear: 2027 };
    expect(createTicket({ ...opening, commit })).toMatchObject(commit);
  });
});

describe('the work of the department', () => {
  it('contacts the resident', () => {
    const { facts } = exampleEvent('contacted');
    const earlier = { at: opening.at, by: 'u0', way: 'sms', outcome: 'no_answer' } as const;
    expect(changesOf('contacted', { before: { contacts: [earlier] } })).toEqual({
      assignee: 'u1',
      workers: ['u1'],
      contacts: [earlier, { at: moment, by: 'u1', way: 'phone', outcome: 'reached' }],
      clocks: clocksWith({ contact: facts.clocks?.contact, review: undefined }),
    });
    const named = changesOf('contacted', { by: { role: 'resident' } });
    expect(named.contacts).toMatchObject([{ by: 'resident' }]);
  });

  it('finds what went wrong', () => {
    expect(changesOf('found', assigned)).toEqual({
      workers: ['u1'],
      finding: { kind: 'complex', cause: 'time', at: moment, by: 'u1' },
    });
  });

  it('submits what was done, which ends a claim', () => {
    const before = { assignee: 'u0', reviewRemindedAt: opening.at };
    expect(changesOf('submitted', { before })).toMatchObject({
      submission: {
        by: 'u1',
        at: moment,
        result: 'rectified',
        sealedAnswer: 'sealed:answer',
        evidence: ['e1'],
      },
      reviewRemindedAt: undefined,
    });
  });

  it('transfers the ticket, whose rating stays with the first department', () => {
    expect(changesOf('transferred', assigned)).toEqual({
      creditCode: '11330603MB7654321B',
      departments: ['11330602MB1234567A', '11330603MB7654321B'],
      area: '330603',
      assignee: undefined,
      transfers: 1,
      tally: { rated: { creditCode: '11330602MB1234567A', area: '330602' } },
    });
    const back = changesOf('transferred', { before: { departments: ['b', '11330603MB7654321B'] } });
    expect(back).not.toHaveProperty('departments.2');
    const rated = { creditCode: 'first', area: '330681' };
    const { tally } = changesOf('transferred', { before: { tally: { rated, returns: 1 } } });
    expect(tally).toEqual({ rated, returns: 1 });
  });

  it('asks for a transfer, until it is decided or has no more sense', () => {
    const to = { creditCode: '11330603MB7654321B', area: '330603' };
    expect(changesOf('transfer_asked', assigned)).toEqual({
      workers: ['u1'],
      transferAsked: { by: 'u1', at: moment, to },
    });
    const before = { transferAsked: { by: 'u0', at: opening.at }, transfers: 1 };
    const lapsed = { transferAsked: undefined };
    expect(changesOf('transfer_declined', { before })).toEqual(lapsed);
    expect(changesOf('transferred', { before })).toMatchObject({ ...lapsed, transfers: 2 });
    expect(changesOf('submitted', { before })).toMatchObject(lapsed);
    const granted = { before, facts: { claim: 'invalid', granted: true } };
    expect(changesOf('ruled', granted)).toMatchObject(lapsed);
    const refused = { before, facts: { claim: 'invalid', granted: false } };
    expect(changesOf('ruled', refused)).not.toHaveProperty('transferAsked');
  });

  it.each(handling)('%s assigns it', (type) => {
    expect(changesOf(type)).toMatchObject({ assignee: 'u1', workers: ['u1'] });
    const before = { workers: ['u0', 'u1'] };
    expect(changesOf(type, { before }).workers ?? before.workers).toEqual(before.workers);
    expect(changesOf(type, assigned)).not.toHaveProperty('assignee');
    const bySystem = changesOf(type, { by: { role: 'system' } });
    expect(bySystem).not.toHaveProperty('assignee');
    expect(bySystem).not.toHaveProperty('workers');
  });

  it.each(others)('is assigned to nobody by the step %s', (type) => {
    const changes = changesOf(type, { before: { workers: ['u0'] } });
    expect(changes).not.toHaveProperty('assignee');
    expect(changes).not.toHaveProperty('workers');
  });
});

describe('a claim', () => {
  const made = { at: moment, by: 'u1', evidence: ['e1'] };
  const before = { assignee: 'u0', reviewRemindedAt: opening.at };
  const changed = (facts: object) => changesOf('claimed', { before, facts: facts });

  it('that the rating is wrong, and one of hardship, are reviewed anew', () => {
    const invalid = { claim: 'invalid', grounds: 'mistaken', evidence: ['e1'] };
    expect(changed(invalid)).toMatchObject({
      claim: { ...made, kind: 'invalid', grounds: 'mistaken' },
      claimed: ['invalid'],
      reviewRemindedAt: undefined,
    });
    const hardship = {
      claim: 'hardship',
      grounds: 'not_fixable',
      evidence: ['e1'],
      reviewOn: '2027-02-01',
    };
    expect(changed(hardship)).toMatchObject({
      claim: { ...made, kind: 'hardship', grounds: 'not_fixable', reviewOn: '2027-02-01' },
      reviewRemindedAt: undefined,
    });
  });

  it('of an extension has no review of its own', () => {
    const changes = changesOf('claimed', { before: { ...before, claimed: ['invalid'] } });
    expect(changes).toEqual({
      workers: ['u1'],
      claim: {
        at: moment,
        by: 'u1',
        evidence: [],
        kind: 'extension',
        grounds: 'needs_time',
        days: 5,
      },
      claimed: ['invalid', 'extension'],
    });
    expect(changes).not.toHaveProperty('reviewRemindedAt');
  });
});

const ruled = (kind: string, granted: boolean) => ({ kind, granted, by: 'u1', at: moment });

describe('a ruling', () => {
  const claim = {
    kind: 'hardship',
    by: 'u7',
    at: opening.at,
    evidence: [],
    reviewOn: '2027-02-01',
  };
  const ruling = (facts: object, before: object = {}) =>
    changesOf('ruled', { before: { claim, ...before }, facts });
  it('that grants an extension keeps the first due moment', () => {
    const due = at('2026-12-11 17:30');
    const facts = exampleEvent('ruled').facts;
    expect(ruling(facts)).toEqual({
      claim: undefined,
      ruling: ruled('extension', true),
      extension: { days: 5, originalDue: due },
      tally: { granted: { extension: 1 } },
      clocks: clocksWith({ rectify: facts.clocks?.rectify, review: undefined }),
    });
    const again = { extension: { days: 3, originalDue: opening.at } };
    expect(ruling(facts, again)).toMatchObject({
      extension: { days: 8, originalDue: opening.at },
    });
    const stopped = { clocks: { ...opened.clocks, rectify: { state: 'stopped', at: moment } } };
    expect(ruling(facts, stopped)['extension']).toEqual({ days: 5, originalDue: undefined });
  });

  it('that grants a hardship puts it on the register', () => {
    const facts = { claim: 'hardship', granted: true, reviewOn: '2027-03-01' };
    expect(ruling(facts)).toMatchObject({
      hardship: { reviewOn: '2027-03-01', since: moment, askedBy: 'u7' },
      ruling: ruled('hardship', true),
      tally: { granted: { hardship: 1 } },
    });
    expect(ruling(facts, { claim: undefined })).toMatchObject({ hardship: { askedBy: '' } });
  });

  it('that dismisses, or refuses, is counted', () => {
    const tally = { granted: { extension: 1 }, refused: { invalid: 1 } };
    expect(ruling({ claim: 'invalid', granted: true }, { tally })).toEqual({
      claim: undefined,
      ruling: ruled('invalid', true),
      tally: { granted: { extension: 1, invalid: 1 }, refused: { invalid: 1 } },
    });
    const refused = ruling({ claim: 'invalid', granted: false }, { tally });
    expect(refused).toMatchObject({ tally: { ...tally, refused: { invalid: 2 } } });
    for (const kind of ['hardship', 'extension']) {
      const changes = ruling({ claim: kind, granted: false, reviewOn: '2027-03-01', days: 5 });
      expect(changes).not.toHaveProperty('hardship');
      expect(changes).not.toHaveProperty('extension');
    }
  });

  it('on a closure approves it or sends it back', () => {
    expect(changesOf('approved', assigned)).toEqual({
      ruling: ruled('closure', true),
      appendUntil: at('2026-12-06 00:00'),
    });
    const before = { assignee: 'u0', tally: { returns: 2, rated: undefined } };
    const returned = changesOf('returned', { before, facts: { returns: 3 } });
    expect(returned).toMatchObject({
      ruling: ruled('closure', false),
      returns: 3,
      returnedAt: moment,
      tally: { returns: 3 },
    });
    expect(changesOf('returned')).toMatchObject({ tally: { returns: 1 } });
  });

  it('on a hardship keeps it with another date, or ends it', () => {
    const hardship = {
      reviewOn: '2027-02-01',
      since: opening.at,
      askedBy: 'u7',
      remindedAt: moment,
    };
    const before = { hardship };
    expect(changesOf('reviewed', { before })).toMatchObject({
      hardship: { ...hardship, reviewOn: '2027-06-01', remindedAt: undefined },
    });
    expect(changesOf('reviewed', { before, facts: { kept: false } })).toMatchObject({
      hardship: undefined,
    });
    expect(changesOf('reviewed')).not.toHaveProperty('hardship.reviewOn');
  });
});
