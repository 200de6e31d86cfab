import { describe, expect, it } from 'vitest';

import { involvedIn } from '../../../../shared/domain/rating/contest/involved.ts';
import type { Rating } from '../../../../shared/domain/rating/rating.ts';
import { insideRefusal } from '../../../../shared/domain/ticket/authorization/authorization.ts';
import { openTicket } from '../../../../shared/domain/ticket/open-ticket.ts';
import type { Step } from '../../../../shared/domain/ticket/step/step.ts';
import { badRating, deptA, deptB, rules } from '../../ticket/ticket-fixture.ts';

const opened = openTicket(badRating, rules);
if (opened === undefined) throw new Error('a bad rating opens a ticket');
const { ticket, first } = opened;

const of = (rating: Rating) => ({ ratings: [rating], handled: undefined });

describe('who may not rule on a contested rating', () => {
  it('is the rated department of one without ticket, and who served or made it', () => {
    const rating = {
      ...badRating,
      staffId: 'S1',
      enteredBy: { staff: 'clerk-1', record: 'r1', checkedBy: 'clerk-2' },
      takenUp: { by: 'admin-1', confirmedBy: 'admin-2', at: badRating.receivedAt },
    };
    expect(involvedIn(of(rating), { ticket: undefined, steps: [], files: [] })).toEqual({
      departments: [badRating.creditCode],
      workers: ['S1', 'admin-1', 'admin-2', 'clerk-1', 'clerk-2'],
    });
  });

  it('is every department that had the ticket, and everybody in its steps', () => {
    const urged = {
      ...first,
      type: 'urged',
      by: { role: 'staff', id: 'supervisor-1' },
      facts: { urges: 1 },
    } as Step;
    const moved = { ...ticket, departments: [deptA, deptB], workers: ['handler-1'] };
    const involved = involvedIn(of(badRating), {
      ticket: moved,
      steps: [first, urged],
      files: [{ offeredBy: 'handler-2' }],
    });
    expect(involved.departments).toEqual(
      [...new Set([badRating.creditCode, deptA, deptB])].toSorted(),
    );
    expect(involved.workers).toEqual(['handler-1', 'handler-2', 'supervisor-1']);
    const outside = { id: 'reviewer-9', department: '11330600002577103Y' };
    expect(insideRefusal(involved, outside)).toBeUndefined();
    expect(insideRefusal(involved, { ...outside, department: deptB })).toBe('own_department');
    expect(insideRefusal(involved, { ...outside, department: undefined })).toBe(
      'department_missing',
    );
    expect(insideRefusal(involved, { ...outside, id: 'Supervisor-1' })).toBe('own_work');
  });
});
