/** Events of one case at one moment, or by the clocks of two servers. */
import { describe, expect, it } from 'vitest';

import { irregularitiesOf } from '../../../shared/domain/case/attention.ts';
import type { CaseStep, TimelineEntry } from '../../../shared/domain/case/case.ts';
import type { Procedure } from '../../../shared/domain/case/procedure.ts';
import { lightOf, promiseOf } from '../../../shared/domain/case/promise.ts';
import { stepLight, timedSteps } from '../../../shared/domain/case/step-term.ts';
import { at, clockFace, official } from '../time/shanghai.ts';

type Line = readonly [TimelineEntry['type'], string, Partial<Procedure>?];
type StepLine = readonly [string, Partial<CaseStep>];

const entryOf = ([type, moment, procedure]: Line, index: number): TimelineEntry => ({
  eventId: `e${index}`,
  type,
  at: at(moment),
  accessKey: 'AK1',
  ...(procedure && { procedure: { kind: 'hearing', ...procedure } }),
});

const caseOf = (lines: readonly Line[]) => ({
  caseKind: 'promised' as const,
  promiseWorkingDays: 5,
  timeline: lines.map(entryOf),
});

const accepted: Line = ['accepted', '2026-11-20 09:00'];

const clockAt = (lines: readonly Line[], now: string): string => {
  const known = caseOf(lines);
  const promise = promiseOf(known, official)!;
  return `${clockFace(promise.dueAt!)} ${lightOf(known, promise, at(now))}`;
};

const codesAt = (lines: readonly Line[]): readonly string[] =>
  irregularitiesOf(caseOf(lines), official, at('2026-12-20 10:00')).map(({ code }) => code);

describe('the clock of a case', () => {
  it('begins another suspension at the moment at which one ends', () => {
    const lines: readonly Line[] = [
      accepted,
      ['suspended', '2026-11-24 10:00', { kind: 'supplement' }],
      ['suspended', '2026-11-25 10:00', {}],
      ['resumed', '2026-11-25 10:00', { kind: 'supplement' }],
    ];
    expect(clockAt(lines, '2026-12-20 10:00')).toBe('2026-11-30 17:30 suspended');
    expect(codesAt(lines)).toEqual([]);
    const ended: Line = ['resumed', '2026-12-01 10:00', {}];
    expect(clockAt([...lines, ended], '2026-12-01 10:00')).toBe('2026-12-04 17:30 green');
    const [, first, second, ...rest] = lines;
    // Without a suspension that is open, the one of this moment goes first.
    expect(codesAt([accepted, second!, ...rest])).toEqual([]);
    expect(codesAt([accepted, first!, second!, ['resumed', '2026-11-25 10:01', {}]])).toEqual([
      'suspended_again',
    ]);
  });

  it('runs from an acceptance that ends the supplement before it', () => {
    const before: Line = ['suspended', '2026-11-18 10:00', { kind: 'supplement' }];
    expect(clockAt([before, accepted], '2026-12-01 10:00')).toBe('2026-11-27 17:30 red');
    const resumed: Line = ['resumed', '2026-11-23 09:00', {}];
    expect(codesAt([before, accepted, resumed])).toEqual([]);
    expect(codesAt([before, accepted, resumed, ['resumed', '2026-11-24 09:00', {}]])).toEqual([
      'resumed_not_suspended',
    ]);
  });
});

const stepsAt = (lines: readonly StepLine[], now: string): readonly string[] => {
  const steps = lines.map(([moment, step], index) => ({
    ...entryOf(['step', moment], index + 1),
    step: { name: '审查', ...step },
  }));
  const timeline = [entryOf(accepted, 0), ...steps];
  return timedSteps(timeline, official).map((step) => {
    const due = step.clock?.dueAt;
    const light = stepLight(step, timeline, at(now));
    return [step.name, due && clockFace(due), light].filter(Boolean).join(' ');
  });
};

describe('the steps of a case', () => {
  it.each([
    ['2026-11-24 10:00', ['审查 2026-11-26 17:30 green']],
    ['2026-11-24 10:05', ['审查 2026-11-26 17:30 green']],
    ['2026-11-24 10:05:01', ['审查', '审查 2026-11-26 17:30 red']],
  ])('that are done at 10:00 and begun at %s by another clock', (moment, expected) => {
    const lines: readonly StepLine[] = [
      ['2026-11-24 10:00', { state: 'done' }],
      [moment, { state: 'begun', workingDays: 2 }],
    ];
    expect(stepsAt(lines, '2026-12-01 10:00')).toEqual(expected);
  });

  it('begin again at the moment at which they were done', () => {
    const lines: readonly StepLine[] = [
      ['2026-11-23 10:00', { state: 'begun', workingDays: 2 }],
      ['2026-11-24 10:00', { state: 'done' }],
      ['2026-11-24 10:00', { state: 'begun', workingDays: 2 }],
    ];
    expect(stepsAt(lines, '2026-11-24 11:00')).toEqual([
      '审查 2026-11-25 17:30 green',
      '审查 2026-11-26 17:30 green',
    ]);
  });
});
