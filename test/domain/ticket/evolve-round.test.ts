import { describe, expect, it } from 'vitest';

import { replayTicket } from '../../../shared/domain/ticket/event/evolve.ts';
import { at } from '../time/shanghai.ts';
import { changesOf, clocksWith, moment, opened, opening } from './event-change.ts';
import { exampleEvent } from './event-example.ts';

describe('a follow-up', () => {
  const before = {
    state: 'closed',
    contacts: [{ at: moment, by: 'u1', way: 'phone', outcome: 'reached' }],
    returns: 2,
    returnedAt: moment,
    appendUntil: moment,
    reviewRemindedAt: moment,
  };
  const followUp = { level: 'satisfied', at: moment };

  it('that is good is noted', () => {
    expect(changesOf('appended', { before })).toEqual({ followUp });
  });

  it('that opens round 2 begins with empty work and its own clocks', () => {
    const clocks = { contact: opened.clocks.rectify, rectify: opened.clocks.contact };
    const facts = { ...exampleEvent('appended').facts, clocks };
    const changes = changesOf('appended', { before, facts, round: 2, to: 'open' });
    const { tally, ...changed } = changes;
    expect(tally).toEqual({ overdue: undefined, earlier: {} });
    expect(changed).toEqual({
      state: 'open',
      round: 2,
      followUp,
      clocks,
      contacts: [],
      returns: 0,
      returnedAt: undefined,
      appendUntil: undefined,
      reviewRemindedAt: undefined,
    });
  });
});

describe('the ladder and the reminders', () => {
  it('fire a rung, and never go down', () => {
    expect(changesOf('escalated')).toEqual({
      fired: [...opened.fired, { rung: 'red', at: moment, round: 1 }],
      rung: 3,
    });
    expect(changesOf('escalated', { before: { rung: 5 } })).not.toHaveProperty('rung');
  });

  it('fire a rung again in the term behind a return', () => {
    expect(changesOf('escalated', { before: { returns: 2 } })).toMatchObject({
      fired: [...opened.fired, { rung: 'red', at: moment, round: 1, returns: 2 }],
    });
  });

  it('note what is overdue, and what was announced', () => {
    expect(changesOf('overdue')).toEqual({ late: true, tally: { overdue: { rectify: true } } });
    expect(changesOf('contact_overdue')).toEqual({ tally: { overdue: { contact: true } } });
    const tally = { returns: 2, overdue: { contact: true } };
    expect(changesOf('overdue', { before: { tally } }).tally).toEqual({
      returns: 2,
      overdue: { contact: true, rectify: true },
    });
    expect(changesOf('review_overdue')).toEqual({ reviewRemindedAt: moment });
    const hardship = { reviewOn: '2027-02-01', since: opening.at, askedBy: 'u7' };
    expect(changesOf('hardship_review_due', { before: { hardship } })).toEqual({
      hardship: { ...hardship, remindedAt: moment },
    });
    expect(changesOf('hardship_review_due')).toEqual({});
  });

  it.each(['unmasked', 'province_step'] as const)('%s changes nothing', (type) => {
    expect(changesOf(type)).toEqual({});
  });

  it('count the clocks again, each alone', () => {
    const rectify = opened.clocks.contact;
    const facts = { before: {}, clocks: { rectify } };
    expect(changesOf('recounted', { facts })).toEqual({
      clocks: clocksWith({ rectify, review: undefined }),
    });
    const review = { facts: { before: {}, clocks: { review: rectify } } };
    expect(changesOf('recounted', review)).toEqual({ clocks: clocksWith({ review: rectify }) });
  });
});

describe('what waits for a ruling', () => {
  const raised = { of: 'closure', since: at('2026-11-20 09:00'), level: 'city', at: moment };

  it('notes who was told of it', () => {
    expect(changesOf('review_raised')).toEqual({ raised: [raised] });
  });

  it('forgets who was told of an earlier one of its kind, and of no other', () => {
    const told = { ...raised, level: 'supervisor', at: at('2026-11-23 09:00') };
    const earlier = { ...told, since: at('2026-11-10 09:00') };
    const transfer = { ...earlier, of: 'transfer' };
    expect(changesOf('review_raised', { before: { raised: [told, earlier, transfer] } })).toEqual({
      raised: [told, transfer, raised],
    });
  });

  it('lapses, which is counted, and leaves no claim', () => {
    const claim = { kind: 'invalid', by: 'u7', at: opening.at, evidence: [] };
    const tally = { returns: 1, lapsed: { invalid: 1, hardship: 1 } };
    const facts = { claim: 'invalid', dueAt: moment };
    expect(changesOf('claim_lapsed', { before: { claim, tally }, facts })).toEqual({
      claim: undefined,
      tally: { returns: 1, lapsed: { invalid: 2, hardship: 1 } },
    });
    expect(changesOf('claim_lapsed', { before: { claim }, facts })).toEqual({
      claim: undefined,
      tally: { lapsed: { invalid: 1 } },
    });
  });
});

describe('a rating that is not the applicant’s', () => {
  it('leaves no work, no request and no follow-up', () => {
    const before = {
      claim: { kind: 'invalid', by: 'u7', at: opening.at, evidence: [] },
      transferAsked: { by: 'u0', at: opening.at },
      hardship: { reviewOn: '2027-02-01', since: opening.at, askedBy: 'u7' },
      appendUntil: moment,
      reviewRemindedAt: opening.at,
    };
    const { clocks: _clocks, ...changed } = changesOf('voided', { before });
    expect(changed).toStrictEqual({
      voidedAt: moment,
      claim: undefined,
      transferAsked: undefined,
      hardship: undefined,
      appendUntil: undefined,
      reviewRemindedAt: undefined,
    });
  });
});

describe('the events of a ticket', () => {
  it('give it, with what the last write says', () => {
    const commit = { version: 2, nextAt: moment };
    const urged = exampleEvent('urged', { commit });
    expect(replayTicket([opening, urged])).toEqual({
      ...opened,
      urges: 1,
      version: 2,
      nextAt: moment,
      clocks: opened.clocks,
    });
  });

  it('give none without their opening, or with a second one', () => {
    expect(replayTicket([])).toBeUndefined();
    expect(replayTicket([exampleEvent('urged')])).toBeUndefined();
    expect(replayTicket([opening, opening])).toBeUndefined();
  });
});
