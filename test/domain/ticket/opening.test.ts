import { describe, expect, it } from 'vitest';

import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';
import { ratingDigest } from '../../../shared/domain/rating/rating-digest.ts';
import { openingOf } from '../../../shared/domain/ticket/opening.ts';
import {
  generationOf,
  projectNoOf,
  serviceNumberOf,
  ticketIdOf,
} from '../../../shared/domain/ticket/ticket.ts';
import { rulesUnder, sha256 } from '../../../shared/rules.ts';
import { at, official } from '../time/shanghai.ts';
import { badRating, deptA, rules } from './ticket-fixture.ts';

const rating = { ...badRating, hall: 'H1', window: '3', staffId: 'S1' };
const { receivedAt } = rating;
const id = '330602261119000000017-1';

const facts = {
  projectNo: rating.projectNo,
  serviceNumber: 1,
  level: 'dissatisfied',
  tags: ['209'],
  channel: 'qr',
  contactConsent: true,
  creditCode: deptA,
  area: '330602',
  matterCode: '许可-00757-000',
  hall: 'H1',
  window: '3',
  policyVersion: defaultPolicy.version,
  clocks: {
    contact: {
      state: 'running',
      startedAt: receivedAt,
      term: defaultPolicy.clocks.contact,
      pauses: [],
      dueAt: at('2026-11-20 17:30'),
    },
    rectify: {
      state: 'running',
      startedAt: receivedAt,
      term: defaultPolicy.clocks.rectify,
      pauses: [],
      dueAt: at('2026-12-10 17:30'),
    },
  },
};

describe('what a bad rating opens', () => {
  const opening = openingOf(rating, rules);

  it('is a ticket with all that the rating says about the case', () => {
    const { policyVersion, clocks, ...taken } = facts;
    expect(opening?.ticket).toMatchObject({ ...taken, policyVersion, clocks, id, state: 'open' });
    expect(opening?.ticket).toMatchObject({ staffId: 'S1', openedAt: receivedAt, version: 1 });
  });

  it('is the first step, by the resident, without the person who was rated', () => {
    const { hash, ...first } = opening!.first;
    expect(first).toEqual({
      ticketId: id,
      at: receivedAt,
      by: { role: 'resident' },
      round: 1,
      type: 'opened',
      facts: { ...facts, rating: ratingDigest(rating, sha256) },
      commit: { version: 1, nextAt: at('2026-11-20 17:30:00.001') },
      number: 1,
      previous: id,
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is announced to the department, in working hours', () => {
    expect(opening?.notices).toMatchObject([
      {
        type: 'ticket_opened',
        box: { kind: 'department', of: deptA },
        ticketId: id,
        at: receivedAt,
        state: 'waiting',
      },
    ]);
  });

  it('is announced to those who oversee a department that is not listed', () => {
    const told = openingOf(rating, rules, true)?.notices.map(({ box }) => `${box.kind} ${box.of}`);
    expect(told).toEqual([`department ${deptA}`, 'supervisor 330602', 'city 330600']);
  });

  it('says of which generation the rating is, unless it is of the first', () => {
    const again = openingOf({ ...rating, generation: 2 }, rules);
    expect(again?.first.facts.generation).toBe(2);
    expect(again?.ticket).toMatchObject({ id: `${id}g2`, generation: 2 });
    expect(opening?.ticket.generation).toBeUndefined();
  });

  it('is the same however often it is asked for', () => {
    expect(openingOf(rating, rules)).toEqual(opening);
  });

  it('is what the policy calls bad', () => {
    const strict = { ...defaultPolicy, badLevels: [...defaultPolicy.badLevels, 'satisfied'] };
    const satisfied = { ...rating, level: 'satisfied' } as const;
    expect(openingOf(satisfied, rules)).toBeUndefined();
    const under = rulesUnder(strict as typeof defaultPolicy, official.calendar);
    expect(openingOf(satisfied, under)?.ticket.level).toBe('satisfied');
  });

  it('is nothing when another system gave the rating, because nobody waits for an answer', () => {
    expect(openingOf({ ...rating, origin: 'default' }, rules)).toBeUndefined();
  });
});

describe('the id of a ticket', () => {
  it('is that of the contact, and names the case', () => {
    expect(ticketIdOf(badRating)).toBe(id);
    expect(projectNoOf(id)).toBe(badRating.projectNo);
    expect(projectNoOf(ticketIdOf({ projectNo: 'A-B', serviceNumber: 12 }))).toBe('A-B');
  });

  it('names the contact, and the generation of its rating behind the first', () => {
    const ids = [1, 2, 11].map((generation) =>
      ticketIdOf({ projectNo: 'A-B', serviceNumber: 12, generation }),
    );
    expect(ids).toEqual(['A-B-12', 'A-B-12g2', 'A-B-12g11']);
    expect(ids.map((one) => projectNoOf(one))).toEqual(['A-B', 'A-B', 'A-B']);
    expect(ids.map((one) => serviceNumberOf(one))).toEqual([12, 12, 12]);
    expect(ids.map((one) => generationOf(one))).toEqual([undefined, 2, 11]);
  });
});
