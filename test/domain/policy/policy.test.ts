import { describe, expect, it } from 'vitest';

import { defaultPadRules } from '../../../shared/domain/pad/page-rules.ts';
import { Policy, rungs, Trigger, triggerNames } from '../../../shared/domain/policy/policy.ts';
import { defaultPolicy } from '../../../shared/domain/policy/shipped.ts';

const problemsOf = (change: object): readonly string[] => {
  const parsed = Policy.safeParse({ ...defaultPolicy, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

const days = (amount: number) => ({ amount, unit: 'working_day' });

describe('the default policy', () => {
  it('is a policy, and survives being stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(defaultPolicy));
    expect(Policy.parse(stored)).toEqual(defaultPolicy);
  });

  it('says that it is a default and not an official rule', () => {
    expect(defaultPolicy.version).toBe(2);
    expect(defaultPolicy.source.official).toBe(false);
    expect(defaultPolicy.source.zh).toContain('并非官方规定');
    expect(defaultPolicy.source.en).toContain('not an official rule');
  });

  it('has the clocks and the ladder of the design', () => {
    const amounts = Object.entries(defaultPolicy.clocks).map(([name, term]) => [name, term.amount]);
    expect(Object.fromEntries(amounts)).toEqual({ contact: 1, rectify: 15, redo: 5, review: 3 });
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
  const pad = defaultPadRules;
  const bad = ['dissatisfied', 'very_dissatisfied'];
  const red = { rung: 'red', triggers: [{ on: 'overdue', workingDays: 0 }] };
  const swapped = defaultPolicy.ladder.map((entry) => {
    if (entry.rung === 'red') return { ...red, rung: 'supervise' };
    return entry.rung === 'supervise' ? red : entry;
  });

  it.each([
    ['no bad level', { badLevels: [] }, 'badLevels'],
    ['every level bad', { badLevels: Object.keys(defaultPolicy.scores) }, 'badLevels'],
    ['a bad level twice', { badLevels: [...bad, 'dissatisfied'] }, 'badLevels'],
    ['only one of the national bad levels', { badLevels: ['very_dissatisfied'] }, 'badLevels'],
    ['the best level as the bad one', { badLevels: ['very_satisfied'] }, 'badLevels'],
    ['a wire digit for a level', { badLevels: [...bad, '2'] }, 'badLevels.2'],
    ['a ladder out of order', { ladder: [second, first, ...rest] }, 'ladder'],
    ['a rung left out', { ladder: [first, ...rest] }, 'ladder'],
    ['a rung twice', { ladder: [first, first, second, ...rest] }, 'ladder'],
    [
      'a rung without trigger',
      { ladder: [first, second, ...rest.slice(0, -1), { rung: 'accountability', triggers: [] }] },
      'ladder.6.triggers',
    ],
    [
      'all time gone as a warning',
      {
        ladder: [
          first,
          second,
          { rung: 'yellow', triggers: [{ on: 'time_gone', share: 1 }] },
          ...rest.slice(1),
        ],
      },
      'ladder.2.triggers.0.share',
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
    ['no time to read at a pad', { pad: { ...pad, idleSeconds: 29 } }, 'pad.idleSeconds'],
    ['no time to answer a pad', { pad: { ...pad, warnSeconds: 19 } }, 'pad.warnSeconds'],
  ])('refuses %s', (_what, change, path) => {
    expect([...new Set(problemsOf(change))]).toEqual([path]);
  });

  it.each([
    ['badLevels', { badLevels: [...bad, 'dissatisfied'] }, 'named_twice'],
    ['badLevels', { badLevels: ['dissatisfied'] }, 'national_levels_missing'],
    ['badLevels', { badLevels: [...bad, 'very_satisfied'] }, 'not_allowed'],
    ['badLevels', { badLevels: [...bad, 'satisfied'] }, 'not_allowed'],
    [
      'source.document',
      { source: { ...defaultPolicy.source, official: true } },
      'official_without_document',
    ],
    ['ladder', { ladder: defaultPolicy.ladder.slice(0, -1) }, 'not_the_whole_ladder'],
    // All else is right, as a city may let two rungs fire at one moment.
    ['ladder', { ladder: swapped }, 'not_the_whole_ladder'],
    [
      'office.dayEnd',
      { office: { dayStart: 510, cutOff: 510, dayEnd: 749 } },
      'office_hours_too_short',
    ],
    [
      'source.zh',
      { source: { ...defaultPolicy.source, zh: '\u{200b}\u{3000}' } },
      'nothing_visible',
    ],
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

  it.each([
    ['contact', 5],
    ['rectify', 30],
    ['redo', 15],
    ['review', 10],
  ])('lets the term of %s be %i days and no more', (name, most) => {
    const longest = { ...clocks, rectify: days(30) };
    expect(problemsOf({ clocks: { ...longest, [name]: days(most) } })).toEqual([]);
    expect(problemsOf({ clocks: { ...longest, [name]: days(most + 1) } })).toEqual([
      `clocks.${name}.amount`,
    ]);
  });

  it.each(['contact', 'redo'])(
    'lets the term of %s end with the whole duty, not after it',
    (name) => {
      const short = { contact: days(1), rectify: days(2), redo: days(1), review: days(3) };
      expect(problemsOf({ clocks: { ...short, [name]: days(2) } })).toEqual([]);
      expect(problemsOf({ clocks: { ...short, [name]: days(3) } })).toEqual([
        `clocks.${name}.amount`,
      ]);
    },
  );

  it.each([
    [{ times: 1, most: 15 }, []],
    [{ times: 0, most: 1 }, []],
    [{ times: 2, most: 15 }, ['extension.times']],
    [{ times: 1, most: 16 }, ['extension.most']],
    [{ times: 1, most: 0 }, ['extension.most']],
  ])('with the extension %j: %j', (extension, problems) => {
    expect(problemsOf({ extension })).toEqual(problems);
  });

  it.each([
    [{ most: 5 }, []],
    [{ most: 120 }, []],
    [{ most: 4 }, ['hardship.most']],
    [{ most: 121 }, ['hardship.most']],
    [undefined, []],
  ])('with the limit of hardship %j: %j', (hardship, problems) => {
    expect(problemsOf({ hardship })).toEqual(problems);
  });

  it('may be called official when it names its document', () => {
    const document = {
      issuer: '绍兴市人民政府办公室',
      number: '绍政办发〔2026〕12号',
      date: '2026-11-02',
    };
    const official = { ...defaultPolicy.source, official: true };
    expect(problemsOf({ source: { ...official, document } })).toEqual([]);
    for (const member of ['issuer', 'number', 'date'] as const) {
      const { [member]: _left, ...rest } = document;
      expect(problemsOf({ source: { ...official, document: rest } })).toEqual([
        `source.document.${member}`,
      ]);
    }
    for (const number of ['绍政办发[2026]12号', '12号', '绍政办发〔2026〕号', '']) {
      expect(problemsOf({ source: { ...official, document: { ...document, number } } })).toEqual([
        'source.document.number',
      ]);
    }
    const unofficial = { ...defaultPolicy.source, document };
    expect(problemsOf({ source: unofficial })).toEqual([]);
  });

  it('states its source in words, of which one is enough', () => {
    expect(problemsOf({ source: { ...defaultPolicy.source, en: '' } })).toEqual(['source.en']);
    expect(problemsOf({ source: { ...defaultPolicy.source, en: '-' } })).toEqual([]);
    expect(problemsOf({ source: { ...defaultPolicy.source, zh: '字'.repeat(300) } })).toEqual([]);
    expect(problemsOf({ source: { ...defaultPolicy.source, zh: '字'.repeat(301) } })).toEqual([
      'source.zh',
    ]);
  });

  it('lets no two levels score the same', () => {
    const scores = { ...defaultPolicy.scores, satisfied: 10 };
    expect(problemsOf({ scores })).toEqual(['scores']);
    const all = Object.fromEntries(Object.keys(scores).map((level) => [level, 100]));
    expect(problemsOf({ scores: all })).toEqual(['scores']);
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

describe('the office hours', () => {
  it.each([
    [4 * 60, []],
    [4 * 60 - 1, ['office.dayEnd']],
    [1, ['office.dayEnd']],
    [0, ['office.dayEnd']],
    [-1, ['office.dayEnd']],
  ])('of %i minutes: %j', (minutes, problems) => {
    const dayStart = 8 * 60 + 30;
    const office = { dayStart, cutOff: dayStart, dayEnd: dayStart + minutes };
    expect(problemsOf({ office })).toEqual(problems);
  });
});
