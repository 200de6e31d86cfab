import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { officialCalendarYears } from '../../../../shared/domain/calendar/years.table.ts';
import { defaultPolicy } from '../../../../shared/domain/policy/shipped.ts';
import { decideTicket } from '../../../../shared/domain/ticket/machine.ts';
import { openingOf } from '../../../../shared/domain/ticket/opening.ts';
import { linkStep } from '../../../../shared/domain/ticket/step/step.ts';
import type { Step } from '../../../../shared/domain/ticket/step/step.ts';
import { calendarOf } from '../../../../shared/domain/time/working-days.ts';
import { rulesUnder, sha256, shippedRules } from '../../../../shared/rules.ts';
import { at } from '../../../fake/clock.ts';
import { deptA, supervisor, system } from '../../ticket/ticket-fixture.ts';
import { commandAt, plus, story } from '../../ticket/ticket-random.ts';
import { momentBetween } from '../../time/shanghai.ts';
import { begun, does, found, own, reached, recordOf, submitted } from './course.ts';
import type { Course } from './course.ts';
import { ratingOf } from './sample-source.ts';

describe('the record of a step that is sent again', () => {
  it('keeps the date until which an extension was granted, whatever happens later', () => {
    const ask = { type: 'requestExtension', days: 5, note: 'n' } as const;
    const grant = { type: 'rule', claim: 'extension', grant: true, note: 'n' } as const;
    let course = does(begun(), '2026-11-20T10:00:00+08:00', own, reached);
    course = does(course, '2026-11-20T10:30:00+08:00', own, found);
    course = does(course, '2026-11-20T11:00:00+08:00', own, ask);
    expect(recordOf(course)).toMatchObject({ delayFlag: '0' });
    course = does(course, '2026-11-20T11:30:00+08:00', supervisor, grant);
    const granted = { delayFlag: '1', delayDate: '2026-12-18' };
    expect(recordOf(course)).toMatchObject(granted);
    const { steps } = course;
    course = does(course, '2026-11-24T10:00:00+08:00', own, submitted);
    const back = { type: 'return', note: 'n' } as const;
    course = does(course, '2026-11-25T10:00:00+08:00', supervisor, back);
    expect(
      recordOf({ ...course, steps }, { later: course.steps.slice(steps.length) }),
    ).toMatchObject(granted);
    expect(recordOf(course)).toMatchObject({ ...granted, rectifyDeadline: '2026-12-11 17:30:00' });
  });

  it('has no date for an extension that was refused', () => {
    const ask = { type: 'requestExtension', days: 5, note: 'n' } as const;
    const refuse = { type: 'rule', claim: 'extension', grant: false, note: 'n' } as const;
    let course = does(begun(), '2026-11-20T10:30:00+08:00', own, found);
    course = does(course, '2026-11-20T11:00:00+08:00', own, ask);
    course = does(course, '2026-11-20T11:30:00+08:00', supervisor, refuse);
    expect(recordOf(course)).toMatchObject({ delayFlag: '0' });
    expect(recordOf(course)).not.toHaveProperty('delayDate');
  });

  it('reports that nobody answered from the third attempt on', () => {
    const vain = { type: 'recordContact', way: 'phone', outcome: 'no_answer' } as const;
    let course = does(begun(), '2026-11-20T10:00:00+08:00', own, vain);
    course = does(course, '2026-11-20T10:30:00+08:00', own, vain);
    expect(recordOf(course)).not.toHaveProperty('visitResult');
    course = does(course, '2026-11-20T11:00:00+08:00', own, vain);
    expect(recordOf(course)).toMatchObject({ visitResult: '2', visitWay: '1' });
  });

  it('counts the days past an extended term, not past the first one', () => {
    const ask = { type: 'requestExtension', days: 5, note: 'n' } as const;
    const grant = { type: 'rule', claim: 'extension', grant: true, note: 'n' } as const;
    let course = does(begun(), '2026-11-20T11:00:00+08:00', own, ask);
    course = does(course, '2026-11-20T11:30:00+08:00', supervisor, grant);
    course = does(course, '2026-12-17T09:00:00+08:00', system, { type: 'escalate' });
    expect(recordOf(course)).not.toHaveProperty('overdueDays');
    course = does(course, '2026-12-21T09:00:00+08:00', system, { type: 'escalate' });
    expect(recordOf(course)).toMatchObject({
      overdueDays: 3,
      rectifyDeadline: '2026-12-11 17:30:00',
    });
  });

  it('is dated by the calendar that became known after the step', () => {
    const late = ratingOf({ receivedAt: at('2026-12-28T10:00:00+08:00') });
    const opening = openingOf(late, shippedRules);
    if (opening === undefined) throw new Error('a bad rating opens a ticket');
    let course: Course = { ticket: opening.ticket, steps: [opening.first] };
    const ask = { type: 'requestExtension', days: 5, note: 'n' } as const;
    const grant = { type: 'rule', claim: 'extension', grant: true, note: 'n' } as const;
    course = does(course, '2026-12-28T11:00:00+08:00', own, ask);
    course = does(course, '2026-12-28T11:30:00+08:00', supervisor, grant);
    const { steps } = course;
    expect(recordOf(course)).not.toHaveProperty('delayDate');
    expect(recordOf(course)).not.toHaveProperty('rectifyDeadline');
    const year = {
      year: 2027,
      notices: [{ url: 'https://www.gov.cn/1', number: '国办发明电〔2026〕1号' }],
      holidays: [],
    };
    const rules = rulesUnder(defaultPolicy, calendarOf([...officialCalendarYears, year]));
    const context = { at: at('2026-12-29T09:00:00+08:00'), by: system, rules };
    const counted = decideTicket(course.ticket, { type: 'recount', year: 2027 }, context);
    if (!counted.ok) throw new Error(counted.reason);
    const [event] = counted.events;
    const later = [linkStep(steps.at(-1), event!, sha256)];
    expect(recordOf({ ...course, steps }, { later })).toMatchObject({
      delayDate: '2027-01-25',
      rectifyDeadline: '2027-01-25 17:30:00',
    });
  });

  it('says the same when it is sent again after any later steps', () => {
    const rules = shippedRules;
    fc.assert(
      fc.property(story(60), momentBetween('2026-01-05', '2026-06-30'), (deeds, start) => {
        const opening = openingOf(ratingOf({ receivedAt: start, creditCode: deptA }), rules);
        if (opening === undefined) throw new Error('a bad rating opens a ticket');
        let { ticket } = opening;
        let now = start;
        const all: Step[] = [opening.first];
        const first = [recordOf({ ticket, steps: [...all] })];
        for (const { what, by, gapMs } of deeds) {
          now = plus(now, gapMs);
          const decision = decideTicket(ticket, commandAt(what, now), { at: now, by, rules });
          if (!decision.ok) continue;
          ({ next: ticket } = decision);
          for (const event of decision.events) {
            all.push(linkStep(all.at(-1), event, sha256));
            first.push(recordOf({ ticket, steps: [...all] }));
          }
        }
        for (const [index, record] of first.entries()) {
          const [steps, later] = [all.slice(0, index + 1), all.slice(index + 1)];
          expect(recordOf({ ticket, steps }, { later })).toEqual(record);
        }
      }),
      { numRuns: 15 },
    );
  });
});
