import { describe, expect, it } from 'vitest';

import type { Rating } from '../../../shared/domain/rating/rating.ts';
import { openTicket } from '../../../shared/domain/ticket/open-ticket.ts';
import { chainedFrom } from '../../../shared/domain/ticket/step/chain.ts';
import { findChainBreak } from '../../../shared/domain/ticket/verify.ts';
import type { TicketRecord } from '../../../shared/domain/ticket/verify.ts';
import { sha256 } from '../../../shared/rules.ts';
import { badRating, rules } from './ticket-fixture.ts';

const first: Rating = { ...badRating, staffId: 'S1' };
const second: Rating = { ...badRating, generation: 2, level: 'very_dissatisfied', staffId: 'S2' };

/** The ticket of a rating as a store holds it just after its opening, with the ratings given. */
const recordOf = (rating: Rating, ratings: readonly Rating[]): TicketRecord => {
  const opened = openTicket(rating, rules);
  if (!opened) throw new Error('a bad rating opens a ticket');
  return { ticket: chainedFrom(opened.ticket, opened.first), steps: [opened.first], ratings };
};

describe('the chain of a contact that was rated anew', () => {
  it.each([
    ['first', first],
    ['second', second],
  ])('is compared with the rating of its own generation: %s', (_which, rating) => {
    expect(findChainBreak(recordOf(rating, [first, second]), sha256)).toBeUndefined();
    expect(findChainBreak(recordOf(rating, [second, first]), sha256)).toBeUndefined();
  });

  it.each([
    ['first', first, second],
    ['second', second, first],
  ])('is broken when only the other rating is left: %s', (_which, rating, other) => {
    expect(findChainBreak(recordOf(rating, [other]), sha256)).toEqual({
      kind: 'rating',
      assessNumber: 1,
    });
  });

  it('names the person of its own rating', () => {
    const { ticket, ...rest } = recordOf(second, [first, second]);
    const changed = { ...rest, ticket: { ...ticket, staffId: 'S1' } };
    expect(findChainBreak(changed, sha256)).toEqual({ kind: 'replay', members: ['staffId'] });
  });
});
