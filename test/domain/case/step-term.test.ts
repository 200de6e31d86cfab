import { describe, expect, it } from 'vitest';

import { irregularitiesOf, withClocks } from '../../../shared/domain/case/attention.ts';
import { caseEventTypes, stepStates } from '../../../shared/domain/case/case.ts';
import type { CaseStep, TimelineEntry } from '../../../shared/domain/case/case.ts';
import { hasStepTerm, stepLight, timedSteps } from '../../../shared/domain/case/step-term.ts';
import { at, clockFace, official } from '../time/shanghai.ts';

type Line = readonly [word: string, moment: string, step?: Partial<CaseStep>];

const types = new Set(caseEventTypes.filter((type) => type !== 'step').map(String));

/** A line whose word is no type of event is a step of that name. */
const entryOf = ([word, moment, step]: Line, index: number): TimelineEntry => {
  const facts = { eventId: `e${index}`, at: at(moment), accessKey: 'AK1' };
  return types.has(word)
    ? { ...facts, type: word as TimelineEntry['type'] }
    : { ...facts, type: 'step', step: { name: word, ...step } };
};

const caseOf = (lines: readonly Line[], caseKind: 'promised' | 'immediate' = 'promised') => ({
  caseKind,
  promiseWorkingDays: 5,
  timeline: lines.map(entryOf),
});

const stepsAt = (lines: readonly Line[], now: string): readonly string[] => {
  const { timeline } = caseOf(lines);
  return timedSteps(timeline, official).map((step) => {
    const due = step.clock?.dueAt;
    const light = stepLight(step, timeline, at(now));
    return [step.name, due && clockFace(due), light].filter(Boolean).join(' ');
  });
};

const accepted: Line = ['accepted', '2026-11-20 09:00'];

describe('the steps of a case', () => {
  it('begin with the acceptance or the end of the step before, and have terms of their own', () => {
    const lines: readonly Line[] = [
      accepted,
      ['审查', '2026-11-23 10:00', { workingDays: 1 }],
      ['决定', '2026-11-25 10:00', { workingDays: 1 }],
      ['盖章', '2026-11-25 11:00'],
    ];
    expect(stepsAt(lines, '2026-12-01 10:00')).toEqual([
      '审查 2026-11-23 17:30 green',
      '决定 2026-11-24 17:30 red',
      '盖章',
    ]);
  });

  it('begin when they are reported as begun, and run until they are done', () => {
    const begun: Line = ['审查', '2026-11-24 10:00', { state: 'begun', workingDays: 2 }];
    const lines = [accepted, begun];
    expect(stepsAt(lines, '2026-11-26 17:30')).toEqual(['审查 2026-11-26 17:30 yellow']);
    expect(stepsAt(lines, '2026-11-26 17:31')).toEqual(['审查 2026-11-26 17:30 red']);
    const done: Line = ['审查', '2026-11-26 12:00', { state: 'done' }];
    expect(stepsAt([...lines, done], '2026-12-01 10:00')).toEqual(['审查 2026-11-26 17:30 green']);
    expect(stepsAt([...lines, ['finished', '2026-11-27 10:00']], '2026-12-01 10:00')).toEqual([
      '审查 2026-11-26 17:30 red',
    ]);
  });

  it('end by their names, each the last one of its name that is not done', () => {
    const lines: readonly Line[] = [
      accepted,
      ['审查', '2026-11-24 10:00', { state: 'begun', workingDays: 2 }],
      ['公示', '2026-11-24 11:00', { state: 'begun', workingDays: 5 }],
      ['审查', '2026-11-25 10:00', { state: 'done' }],
    ];
    const both = ['审查 2026-11-26 17:30 green', '公示 2026-12-01 17:30 red'];
    expect(stepsAt(lines, '2026-12-01 17:31')).toEqual(both);
    const again: Line = ['审查', '2026-11-30 10:00', { state: 'done' }];
    expect(stepsAt([...lines, again], '2026-12-01 17:31')).toEqual([...both, '审查']);
    expect(stepStates).toEqual(['begun', 'done']);
  });

  it.each([
    ['extended', '2026-11-20 09:00'],
    ['suspended', '2026-11-20 09:00'],
    ['resumed', '2026-11-20 09:00'],
    ['finished', '2026-11-23 10:00'],
  ])('after an event %s begin at %s', (type, from) => {
    const before: readonly Line[] = [accepted, [type, '2026-11-23 10:00']];
    const { timeline } = caseOf([...before, ['送达', '2026-11-24 10:00']]);
    const steps = timedSteps(timeline, official);
    expect(steps.map((step) => step.from)).toEqual([at(from)]);
  });

  it('are not what another event names', () => {
    const suspended = entryOf(['suspended', '2026-11-24 10:00'], 1);
    expect(timedSteps([{ ...suspended, step: { name: '听证' } }], official)).toEqual([]);
  });

  it('stand still while their case is suspended', () => {
    const lines: readonly Line[] = [
      accepted,
      ['审查', '2026-11-24 10:00', { state: 'begun', workingDays: 1 }],
      ['suspended', '2026-11-24 17:30'],
    ];
    expect(stepsAt(lines, '2026-12-01 10:00')).toEqual(['审查 2026-11-25 17:30 suspended']);
    expect(stepsAt([...lines, ['resumed', '2026-11-27 17:30']], '2026-11-30 10:00')).toEqual([
      '审查 2026-11-30 17:30 green',
    ]);
  });

  it('have no clock without a term or a known beginning', () => {
    const lines: readonly Line[] = [['审查', '2026-11-24 10:00', { workingDays: 1 }]];
    expect(stepsAt(lines, '2026-12-01 10:00')).toEqual(['审查']);
    expect(hasStepTerm(caseOf([accepted, ...lines]))).toBe(true);
    expect(hasStepTerm(caseOf([accepted, ['审查', '2026-11-24 10:00']]))).toBe(false);
  });
});

const problemsOf = (lines: readonly Line[], kind?: 'immediate'): readonly string[] =>
  irregularitiesOf(caseOf(lines, kind), official, at('2026-12-20 10:00')).map((one) =>
    [one.code, one.stage, one.step, one.eventId].filter(Boolean).join(' '),
  );

describe('the stages of a case', () => {
  const finished: Line = ['finished', '2026-11-26 09:00'];

  it.each<[string, readonly Line[], readonly string[]]>([
    [
      'all in order',
      [
        accepted,
        ['审查', '2026-11-23 10:00'],
        ['决定', '2026-11-24 10:00'],
        finished,
        ['送达', '2026-11-27 10:00'],
      ],
      [],
    ],
    [
      'within one second',
      [accepted, ['finished', '2026-11-20 09:00'], ['送达', '2026-11-20 09:00']],
      [],
    ],
    [
      'at one moment, and reported in another order',
      [accepted, ['送达', '2026-11-24 10:00'], ['finished', '2026-11-24 10:00']],
      [],
    ],
    ['finished without acceptance', [finished], ['step_missing accept']],
    ['examined without acceptance', [['审核', '2026-11-23 10:00']], ['step_missing accept']],
    ['named but not accepted', [['受理', '2026-11-20 09:00'], finished], ['step_missing accept']],
    [
      'decided without an examination',
      [accepted, ['审批', '2026-11-24 10:00']],
      ['step_missing examine'],
    ],
    [
      'delivered without an end',
      [accepted, ['送达', '2026-11-24 10:00']],
      ['step_missing conclude'],
    ],
    [
      'examined after the decision',
      [
        accepted,
        ['审查', '2026-11-23 10:00'],
        ['决定', '2026-11-24 10:00'],
        [' 复审 ', '2026-11-25 10:00'],
      ],
      ['step_order  复审  e3'],
    ],
    [
      'finished before the acceptance',
      [['finished', '2026-11-19 09:00'], accepted],
      ['step_order e1'],
    ],
    [
      'accepted and finished twice',
      [accepted, ['accepted', '2026-11-21 09:00'], finished, ['finished', '2026-11-27 09:00']],
      ['accepted_again e1', 'finished_again e3'],
    ],
    [
      'finished with an open step',
      [accepted, ['审查', '2026-11-23 10:00', { state: 'begun' }], finished],
      ['step_not_done 审查 e1'],
    ],
  ])('%s', (_what, lines, problems) => {
    expect(problemsOf(lines)).toEqual(problems);
  });

  it('need no examination on the spot', () => {
    expect(problemsOf([accepted, ['决定', '2026-11-20 09:10']], 'immediate')).toEqual([]);
    expect(problemsOf([['决定', '2026-11-20 09:10']], 'immediate')).toEqual([
      'step_missing accept',
    ]);
  });

  const last = '2026-11-27 10:00';
  const afterEnd = (name: string) =>
    problemsOf([accepted, ['审查', '2026-11-23 10:00'], finished, [name, last]]);

  it.each([
    '收件 申请 申报',
    '受理',
    '审查 审核 初审 复审 现场核查 现场勘查',
    '决定 审批 批准 核准',
  ])('come before the end: %s', (names) => {
    for (const name of names.split(' ')) expect(afterEnd(name)).toEqual([`step_order ${name} e3`]);
  });

  it.each(['办结 制证', '送达 领取 签收 发证', '盖章 审批表'])(
    'may follow the end: %s',
    (names) => {
      for (const name of names.split(' ')) expect(afterEnd(name)).toEqual([]);
    },
  );

  it.each([
    ['收件 申请 申报', []],
    ['审查 审核 初审 复审 现场核查 现场勘查', ['step_missing accept']],
    ['决定 审批 批准 核准', ['step_missing accept', 'step_missing examine']],
    ['办结 制证', ['step_missing accept']],
    ['送达 领取 签收 发证', ['step_missing accept', 'step_missing conclude']],
  ])('need what was before: %s', (names, problems) => {
    for (const name of names.split(' ')) expect(problemsOf([[name, last]])).toEqual(problems);
  });
});

describe('the moment from which a case needs attention', () => {
  const attention = (
    lines: readonly Line[],
    promise: { readonly promiseWorkingDays?: undefined } = {},
  ): string | undefined => {
    const known = { ...caseOf(lines), ...promise };
    const { attentionAt } = withClocks(known, official) as { attentionAt?: never };
    return attentionAt && clockFace(attentionAt);
  };
  const yellow = '2026-11-26 15:48';

  it.each<[string, readonly Line[], string | undefined]>([
    ['its light turns yellow', [accepted], yellow],
    [
      'a step is past its term',
      [accepted, ['审查', '2026-11-24 10:00', { workingDays: 1 }]],
      '2026-11-23 17:30',
    ],
    [
      'a step runs out',
      [accepted, ['审查', '2026-11-24 10:00', { state: 'begun', workingDays: 1 }]],
      '2026-11-25 17:30',
    ],
    [
      'its light turns yellow, when a step runs out later',
      [accepted, ['审查', '2026-11-27 10:00', { state: 'begun', workingDays: 1 }]],
      yellow,
    ],
    [
      'the first of two steps is past its term',
      [
        accepted,
        ['审查', '2026-11-24 10:00', { workingDays: 1 }],
        ['决定', '2026-11-26 10:00', { workingDays: 1 }],
      ],
      '2026-11-23 17:30',
    ],
    [
      'no step, when it was done in time',
      [accepted, ['审查', '2026-11-23 10:00', { workingDays: 1 }]],
      yellow,
    ],
    ['something is irregular', [accepted, ['决定', '2026-11-24 10:00']], '2026-11-20 09:00'],
    ['nothing while it is suspended', [accepted, ['suspended', '2026-11-24 10:00']], undefined],
    [
      'no step while it is suspended',
      [
        accepted,
        ['审查', '2026-11-24 09:00', { state: 'begun', workingDays: 1 }],
        ['suspended', '2026-11-24 10:00'],
      ],
      undefined,
    ],
    [
      'nothing while the days off of its year are not known',
      [
        ['accepted', '2027-11-19 09:00'],
        ['审查', '2027-11-22 10:00', { state: 'begun', workingDays: 1 }],
      ],
      undefined,
    ],
  ])('%s', (_what, lines, moment) => {
    expect(attention(lines)).toBe(moment);
  });

  it('is none of a case without promise whose steps are done in time', () => {
    const lines: readonly Line[] = [accepted, ['审查', '2026-11-23 10:00', { workingDays: 1 }]];
    expect(attention(lines, { promiseWorkingDays: undefined })).toBeUndefined();
  });

  it('is not that of a suspension of which nobody was told how long it takes', () => {
    const known = caseOf([accepted, ['suspended', '2026-11-24 10:00']]);
    expect(irregularitiesOf(known, official, at('2026-12-20 10:00'))).toEqual([]);
  });
});
