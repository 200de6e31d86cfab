import { describe, expect, it } from 'vitest';

import { irregularitiesOf } from '../../../shared/domain/case/attention.ts';
import type { TimelineEntry } from '../../../shared/domain/case/case.ts';
import { courseOf, extraDaysOf, stopsFrom } from '../../../shared/domain/case/course.ts';
import { irregularityNames } from '../../../shared/domain/case/irregularity-names.table.ts';
import { irregularityCodes } from '../../../shared/domain/case/irregularity.ts';
import { procedureKinds } from '../../../shared/domain/case/procedure.ts';
import type { Procedure } from '../../../shared/domain/case/procedure.ts';
import { lightOf, promiseOf } from '../../../shared/domain/case/promise.ts';
import { at, clockFace, official } from '../time/shanghai.ts';

type Line = readonly [TimelineEntry['type'], string, Partial<Procedure>?];

const entryOf = ([type, moment, procedure]: Line, index: number): TimelineEntry => ({
  eventId: `e${index}`,
  type,
  at: at(moment),
  accessKey: 'AK1',
  ...(procedure && {
    procedure: { kind: type === 'extended' ? 'extension' : 'hearing', ...procedure },
  }),
});

const caseOf = (...lines: readonly Line[]) => ({
  caseKind: 'promised' as const,
  promiseWorkingDays: 5,
  timeline: lines.map(entryOf),
});

const accepted: Line = ['accepted', '2026-11-20 09:00'];
const approved = { workingDays: 10, approvedBy: '王示例' };

const clockAt = (lines: readonly Line[], now: string): string => {
  const known = caseOf(...lines);
  const promise = promiseOf(known, official);
  const due = promise?.dueAt === undefined ? 'none' : clockFace(promise.dueAt);
  return promise === undefined ? 'none' : `${due} ${lightOf(known, promise, at(now))}`;
};

const codesAt = (lines: readonly Line[], now = '2026-12-20 10:00'): readonly string[] =>
  irregularitiesOf(caseOf(...lines), official, at(now)).map(({ code }) => code);

describe('the promise of a case that is extended', () => {
  it.each<[string, Line[], string, string[]]>([
    ['not at all', [accepted], '2026-11-27 17:30', []],
    [
      'by ten working days',
      [accepted, ['extended', '2026-11-25 10:00', approved]],
      '2026-12-11 17:30',
      [],
    ],
    [
      'at the very moment it is due',
      [accepted, ['extended', '2026-11-27 17:30', approved]],
      '2026-12-11 17:30',
      [],
    ],
    [
      'a second after it was due',
      [accepted, ['extended', '2026-11-27 17:30:01', approved]],
      '2026-11-27 17:30',
      ['extended_too_late'],
    ],
    [
      'by more than the law permits',
      [accepted, ['extended', '2026-11-25 10:00', { ...approved, workingDays: 15 }]],
      '2026-12-11 17:30',
      ['extension_too_long'],
    ],
    [
      'twice',
      [
        accepted,
        ['extended', '2026-11-25 10:00', { ...approved, workingDays: 2 }],
        ['extended', '2026-11-26 10:00', approved],
      ],
      '2026-12-01 17:30',
      ['extended_again'],
    ],
    [
      'without the approval of the head, and then with it',
      [
        accepted,
        ['extended', '2026-11-25 10:00', { workingDays: 10 }],
        ['extended', '2026-11-26 10:00', { ...approved, workingDays: 1 }],
      ],
      '2026-11-30 17:30',
      ['extension_not_approved'],
    ],
    [
      'before it was accepted',
      [['extended', '2026-11-19 10:00', approved], accepted],
      '2026-11-27 17:30',
      ['extended_before_acceptance'],
    ],
    [
      'while it is suspended since before it was due, after its due day',
      [
        accepted,
        ['suspended', '2026-11-27 17:30', {}],
        ['extended', '2026-12-02 10:00', { ...approved, workingDays: 1 }],
      ],
      '2026-11-30 17:30',
      [],
    ],
    [
      'while it is suspended since after it was due',
      [
        accepted,
        ['suspended', '2026-11-27 17:30:01', {}],
        ['extended', '2026-12-02 10:00', approved],
      ],
      '2026-11-27 17:30',
      ['extended_too_late'],
    ],
    [
      'while it is suspended, after its due day',
      [
        accepted,
        ['suspended', '2026-11-25 17:30', { workingDays: 30 }],
        ['extended', '2026-12-02 10:00', { ...approved, workingDays: 1 }],
        ['resumed', '2026-12-03 17:30', {}],
      ],
      '2026-12-08 17:30',
      [],
    ],
  ])('%s', (_what, lines, due, codes) => {
    expect(clockAt(lines, '2026-11-23 10:00').split(' ').slice(0, 2).join(' ')).toBe(due);
    expect(codesAt(lines)).toEqual(codes);
  });
});

describe('an extension', () => {
  it.each([
    [undefined, 0],
    [{ kind: 'extension' }, 0],
    [{ kind: 'extension', workingDays: 3 }, 3],
    [{ kind: 'extension', workingDays: 10 }, 10],
    [{ kind: 'extension', workingDays: 11 }, 10],
  ] as const)('stated with %j adds %i working days', (procedure, days) => {
    const entry = entryOf(['extended', '2026-11-25 10:00'], 1);
    expect(extraDaysOf({ ...entry, procedure })).toBe(days);
  });
});

describe('the promise of a case that is suspended', () => {
  const suspended: Line = ['suspended', '2026-11-24 10:00', { workingDays: 5 }];

  it('stands still with what is left, and goes on with it', () => {
    const stopped = promiseOf(caseOf(accepted, suspended), official);
    expect(stopped).toEqual({ dueAt: at('2026-11-27 17:30'), suspendedAt: at('2026-11-24 10:00') });
    expect(clockAt([accepted, suspended], '2027-03-01 10:00')).toBe('2026-11-27 17:30 suspended');
    // Three working days and seven and a half hours were left.
    const resumed: Line = ['resumed', '2026-12-01 10:00', {}];
    expect(clockAt([accepted, suspended, resumed], '2026-12-01 10:00')).toBe(
      '2026-12-04 17:30 green',
    );
    expect(clockAt([accepted, suspended, resumed], '2026-12-04 17:31')).toBe(
      '2026-12-04 17:30 red',
    );
  });

  it('is suspended at the very moment it is due, and while its year is not known', () => {
    const last: Line = ['suspended', '2026-11-27 17:30', {}];
    expect(clockAt([accepted, last], '2026-12-01 10:00')).toBe('2026-11-27 17:30 suspended');
    const lines: readonly Line[] = [
      ['accepted', '2027-11-19 09:00'],
      ['suspended', '2027-11-22 10:00', {}],
    ];
    expect(promiseOf(caseOf(...lines), official)).toEqual({
      pendingYear: 2027,
      suspendedAt: at('2027-11-22 10:00'),
    });
    expect(promiseOf(caseOf(lines[0]!), official)).toStrictEqual({ pendingYear: 2027 });
  });

  it('is not suspended any more once it was due', () => {
    const late: Line = ['suspended', '2026-11-27 17:31', {}];
    const resumed: Line = ['resumed', '2026-12-01 10:00', {}];
    expect(clockAt([accepted, late], '2026-11-28 10:00')).toBe('2026-11-27 17:30 red');
    expect(clockAt([accepted, late, resumed], '2026-12-02 10:00')).toBe('2026-11-27 17:30 red');
  });

  it('does not count what was over before the acceptance', () => {
    const before: readonly Line[] = [
      ['suspended', '2026-11-18 10:00', { kind: 'supplement' }],
      ['resumed', '2026-11-19 10:00', {}],
    ];
    expect(clockAt([...before, accepted], '2026-11-23 10:00')).toBe('2026-11-27 17:30 green');
    const into: Line = ['resumed', '2026-11-23 09:00', {}];
    expect(clockAt([before[0]!, accepted, into], '2026-11-23 10:00')).toBe(
      '2026-11-30 17:30 green',
    );
  });

  it('has no pause that was over at the moment of its acceptance', () => {
    const lines: readonly Line[] = [
      ['suspended', '2026-11-19 10:00', {}],
      ['resumed', '2026-11-20 09:00', {}],
    ];
    const course = courseOf([...lines, accepted].map(entryOf));
    expect(stopsFrom(course, at('2026-11-20 09:00'))).toEqual({ pauses: [] });
    expect(stopsFrom(course, at('2026-11-20 08:59'))).toEqual({
      pauses: [{ from: at('2026-11-20 08:59'), to: at('2026-11-20 09:00') }],
    });
  });

  it('is over when the case finishes, in time if it was not overdue before', () => {
    const finished: Line = ['finished', '2026-12-15 10:00'];
    expect(clockAt([accepted, suspended, finished], '2027-01-10 10:00')).toBe(
      '2026-11-27 17:30 green',
    );
    const late: Line = ['suspended', '2026-11-30 10:00', {}];
    expect(clockAt([accepted, late, finished], '2027-01-10 10:00')).toBe('2026-11-27 17:30 red');
  });

  it.each<[string, Line[], string[]]>([
    [
      'is resumed without a suspension',
      [['resumed', '2026-11-24 10:00', {}]],
      ['resumed_not_suspended'],
    ],
    [
      'is suspended twice and resumed once',
      [
        ['suspended', '2026-11-24 10:00', {}],
        ['suspended', '2026-11-25 10:00', {}],
        ['resumed', '2026-11-26 10:00', {}],
      ],
      ['suspended_again'],
    ],
    [
      'takes longer than was told',
      [suspended, ['resumed', '2026-12-01 17:31', {}]],
      ['suspension_overran'],
    ],
    ['takes as long as was told', [suspended, ['resumed', '2026-12-01 17:30', {}]], []],
    ['waits longer than was told', [suspended], ['suspension_overran']],
    [
      'is suspended after its end',
      [
        ['finished', '2026-11-24 09:00'],
        ['suspended', '2026-11-24 10:00', {}],
      ],
      ['procedure_after_finish'],
    ],
  ])('names what is irregular: %s', (_what, lines, codes) => {
    expect(codesAt([accepted, ...lines])).toEqual(codes);
  });
});

const told = (promiseWorkingDays: number, moment: string): TimelineEntry => ({
  ...entryOf(['step', moment], promiseWorkingDays),
  promiseWorkingDays,
});

const extended = entryOf(['extended', '2026-11-24 10:00', approved], 9);
const withTold = (days: number, ...more: readonly TimelineEntry[]) => {
  const known = caseOf(accepted);
  const timeline = [...known.timeline, ...more, told(days, '2026-11-25 10:00')];
  return irregularitiesOf({ ...known, timeline }, official, at('2026-11-26 10:00'));
};

describe('a later header with another term', () => {
  it('is explained by the extension, and named without one', () => {
    expect(withTold(15, extended)).toEqual([]);
    expect(withTold(5, extended)).toEqual([]);
    expect(withTold(15)).toEqual([{ code: 'promise_changed', eventId: 'e15' }]);
    expect(withTold(14, extended).map(({ code }) => code)).toEqual(['promise_changed']);
  });
});

describe('the names', () => {
  it('of procedures, and of irregularities in both languages', () => {
    expect(procedureKinds.join(' ')).toBe(
      'extension supplement hearing inspection expert_review public_notice tender other',
    );
    expect(Object.keys(irregularityNames)).toEqual([...irregularityCodes]);
  });
});
