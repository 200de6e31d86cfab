import { describe, expect, it } from 'vitest';

import {
  defaultPolicy,
  Policy,
  rungs,
  Trigger,
  triggerNames,
} from '../../../shared/domain/policy/policy.ts';

const problemsOf = (change: object): readonly string[] => {
  const parsed = Policy.safeParse({ ...defaultPolicy, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

describe('the default policy', () => {
  it('is a policy, and survives being stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(defaultPolicy));
    expect(Policy.parse(stored)).toEqual(defaultPolicy);
  });

  it('says that it is a default and not an official rule', () => {
    expect(defaultPolicy.version).toBe(1);
    expect(defaultPolicy.source.official).toBe(false);
    expect(defaultPolicy.source.zh).toContain('并非官方规定');
    expect(defaultPolicy.source.en).toContain('not an official rule');
  });

  it('has the clocks and the ladder of the design', () => {
    const days = Object.entries(defaultPolicy.clocks).map(([name, term]) => [name, term.amount]);
    expect(Object.fromEntries(days)).toEqual({ contact: 1, rectify: 15, redo: 5, review: 3 });
    const overdue = defaultPolicy.ladder.flatMap(({ rung, triggers }) =>
      triggers.flatMap((trigger) =>
        trigger.on === 'overdue' ? [[rung, trigger.workingDays] as const] : [],
      ),
    );
    expect(overdue).toEqual([
      ['red', 0],
      ['supervise', 3],
      ['raise_city', 5],
      ['accountability', 10],
    ]);
  });
});

describe('Policy', () => {
  const [first, second, ...rest] = defaultPolicy.ladder;
  const clocks = defaultPolicy.clocks;

  it.each([
    ['no bad level', { badLevels: [] }, 'badLevels'],
    ['every level bad', { badLevels: Object.keys(defaultPolicy.scores) }, 'badLevels'],
    ['a bad level twice', { badLevels: ['dissatisfied', 'dissatisfied'] }, 'badLevels'],
    ['a wire digit for a level', { badLevels: ['2'] }, 'badLevels.0'],
    ['a ladder out of order', { ladder: [second, first, ...rest] }, 'ladder'],
    ['a rung left out', { ladder: [first, ...rest] }, 'ladder'],
    ['a rung twice', { ladder: [first, first, second, ...rest] }, 'ladder'],
    [
      'a rung without trigger',
      { ladder: [{ rung: 'notify', triggers: [] }, second, ...rest] },
      'ladder.0.triggers',
    ],
    [
      'all time gone as a reminder',
      { ladder: [first, { rung: 'remind', triggers: [{ on: 'time_gone', share: 1 }] }, ...rest] },
      'ladder.1.triggers.0.share',
    ],
    [
      'a term of no days',
      { clocks: { ...clocks, redo: { amount: 0, unit: 'working_day' } } },
      'clocks.redo.amount',
    ],
    [
      'office hours that end before they begin',
      { office: { ...defaultPolicy.office, dayEnd: 300 } },
      'office.dayEnd',
    ],
    [
      'a worse level that scores higher',
      { scores: { ...defaultPolicy.scores, very_dissatisfied: 9 } },
      'scores',
    ],
    ['version 0', { version: 0 }, 'version'],
  ])('refuses %s', (_what, change, path) => {
    expect(problemsOf(change)).toEqual([path]);
  });

  it.each([
    ['badLevels', { badLevels: ['dissatisfied', 'dissatisfied'] }, 'named_twice'],
    ['ladder', { ladder: defaultPolicy.ladder.slice(0, -1) }, 'not_the_whole_ladder'],
    ['scores', { scores: { ...defaultPolicy.scores, satisfied: 11 } }, 'worse_scores_higher'],
    [
      'source.en',
      { source: { ...defaultPolicy.source, en: 'Default \uD842' } },
      'half_a_character',
    ],
  ])('says what is wrong with %s', (path, change, message) => {
    const parsed = Policy.safeParse({ ...defaultPolicy, ...change });
    expect(parsed.error?.issues).toMatchObject([{ path: path.split('.'), message }]);
  });

  it('lets two levels score the same', () => {
    const scores = { ...defaultPolicy.scores, satisfied: 10 };
    expect(problemsOf({ scores })).toEqual([]);
  });

  it('takes terms in calendar days', () => {
    const contact = { amount: 1, unit: 'calendar_day' };
    expect(problemsOf({ clocks: { ...clocks, contact } })).toEqual([]);
  });

  it('names seven rungs', () => {
    expect(rungs).toHaveLength(7);
  });

  it('names what makes a rung fire, each with what it needs to know', () => {
    const facts = { share: 0.5, workingDays: 3, times: 2 };
    const known = triggerNames.map((on) => Trigger.parse({ on, ...facts }));
    expect(known).toEqual([
      { on: 'opened' },
      { on: 'contact_missed' },
      { on: 'time_gone', share: 0.5 },
      { on: 'overdue', workingDays: 3 },
      { on: 'returned', times: 2 },
      { on: 'bad_follow_up' },
    ]);
  });
});
