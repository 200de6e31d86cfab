import { describe, expect, it } from 'vitest';

import { resident, supervisor, system } from '../../ticket/ticket-fixture.ts';
import { begun, does, found, own, reached, recordOf, submitted } from './course.ts';
import type { Course } from './course.ts';

const escalate = { type: 'escalate' } as const;

/** Due on Friday, 2026-12-11, and found overdue on the Monday after it. */
const overdue = (): Course => {
  let course = does(begun(), '2026-11-20T10:00:00+08:00', own, reached);
  course = does(course, '2026-11-20T10:30:00+08:00', own, found);
  return does(course, '2026-12-14T09:00:00+08:00', system, escalate);
};

describe('the days that a rectification is overdue', () => {
  it('are none before its term ran out', () => {
    const course = does(begun(), '2026-11-20T10:00:00+08:00', own, reached);
    expect(recordOf(course)).not.toHaveProperty('overdueDays');
    const late = does(course, '2026-12-10T10:00:00+08:00', own, found);
    expect(recordOf(late)).not.toHaveProperty('overdueDays');
  });

  it('are counted in civil days to the step that is reported', () => {
    let course = overdue();
    expect(recordOf(course)).toMatchObject({ overdueDays: 3 });
    course = does(course, '2026-12-15T10:00:00+08:00', own, submitted);
    expect(recordOf(course)).toMatchObject({ overdueDays: 4 });
  });

  it('are those past the term that ran out, also when a return sets another', () => {
    let course = does(overdue(), '2026-12-15T10:00:00+08:00', own, submitted);
    const back = { type: 'return', note: 'n' } as const;
    course = does(course, '2026-12-16T10:00:00+08:00', supervisor, back);
    expect(recordOf(course)).toMatchObject({ overdueDays: 5 });
  });

  it('are not those of the first round in the second', () => {
    let course = does(overdue(), '2026-12-15T10:00:00+08:00', own, submitted);
    course = does(course, '2026-12-15T15:00:00+08:00', supervisor, { type: 'approve' });
    expect(recordOf(course)).toMatchObject({ overdueDays: 4 });
    const append = { level: 'very_dissatisfied', tags: [], rating: 'r2' } as const;
    course = does(course, '2026-12-16T09:00:00+08:00', resident, { type: 'append', ...append });
    expect(recordOf(course)).not.toHaveProperty('overdueDays');
    course = does(course, '2026-12-28T09:00:00+08:00', system, escalate);
    expect(recordOf(course)).toMatchObject({ overdueDays: 5 });
  });
});
