import { describe, expect, it } from 'vitest';

import { readArguments } from '../../bench/arguments.ts';
import { familyTimes, readStat } from '../../bench/family.ts';
import { against } from '../../bench/finding.ts';
import { percentile } from '../../bench/percentile.ts';
import { MarksMissing, withFindings } from '../../bench/results.ts';
import { OptionRefused } from '../../support/command-line.ts';

describe('the arguments of the bench', () => {
  it('without a name choose all but the comparison', () => {
    expect(readArguments([]).names).toEqual(['life', 'start', 'town', 'month', 'units', 'cold']);
  });

  it.each([
    [['--peer'], ['peer']],
    [
      ['peer', 'life'],
      ['life', 'peer'],
    ],
    [
      ['units', '--peer'],
      ['units', 'peer'],
    ],
  ])('%j choose %j', (args, names) => {
    expect(readArguments(args).names).toEqual(names);
  });

  it('take hosts and sizes', () => {
    const asked = readArguments(['life', '--host', 'workers', '--lives', '7', '--write']);
    expect(asked).toMatchObject({ hosts: ['workers'], lives: 7, turns: 4, write: true });
  });

  it.each([[['year']], [['--host', 'moon']], [['--lives', '0']], [['--seconds', 'long']]])(
    'are refused by name: %j',
    (args) => {
      expect(() => readArguments(args)).toThrow(OptionRefused);
    },
  );
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [50, 50],
    [99, 99],
    [100, 100],
    [0, 1],
  ])('%i of 1…100 is %i', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('of one value is that value, of none is not a number', () => {
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 99)).toBeNaN();
  });
});

describe('an amount against its goal', () => {
  it('says the multiple of it', () => {
    const amount = {
      what: 'a life',
      value: 29.04,
      unit: 'ms CPU',
      atMost: 6,
      beside: '31 ms wall',
    };
    expect(against(amount)).toEqual({
      what: 'a life',
      reach: '≤ 6 ms CPU',
      measured: '29.0 ms CPU (4.84 × the goal), 31 ms wall',
    });
  });
});

describe('the processor time of a process and what it started', () => {
  it('is read from Linux, whatever the name of the process is', () => {
    const fields = ['S', '7', ...Array.from({ length: 9 }, () => '0'), '150', '50', '1000', '9'];
    expect(readStat(`42 (a ) name) ${fields.join(' ')}`)).toEqual({ pid: 42, parent: 7, cpu: 2 });
  });

  it('counts those that ended and those that lost their parent, and no strangers', () => {
    const first = familyTimes(new Map([[10, 0]]), [
      { pid: 12, parent: 11, cpu: 3 },
      { pid: 11, parent: 10, cpu: 2 },
      { pid: 20, parent: 1, cpu: 50 },
      { pid: 10, parent: 1, cpu: 1 },
    ]);
    const times = familyTimes(first, [
      { pid: 10, parent: 1, cpu: 5 },
      { pid: 12, parent: 1, cpu: 4 },
    ]);
    expect([...times]).toEqual([
      [10, 5],
      [11, 2],
      [12, 4],
    ]);
  });
});

const rowsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('| a '));

describe('the table of results', () => {
  const empty = [
    'By hand before.',
    '<!-- written by `npm run bench -- --write`: begin -->',
    '<!-- written by `npm run bench -- --write`: end -->',
    'By hand behind: a | b.',
  ].join('\n');
  const life = { what: 'a life', reach: '≤ 6 ms', measured: '29 ms' };
  const start = { what: 'a start', reach: '≤ 3 s', measured: '4 s' };

  it('keeps all that people wrote', () => {
    const text = withFindings(empty, [life], 'today');
    expect(text).toMatch(/^By hand before\.\n/u);
    expect(text).toMatch(/\nBy hand behind: a \| b\.$/u);
    expect(rowsOf(text)).toEqual(['| a life | ≤ 6 ms | 29 ms | today |']);
  });

  it('replaces the row of that name and leaves the others with their dates', () => {
    const first = withFindings(empty, [life, start], 'monday');
    const text = withFindings(first, [{ ...life, measured: '7 ms' }], 'tuesday');
    expect(rowsOf(text)).toEqual([
      '| a life | ≤ 6 ms | 7 ms | tuesday |',
      '| a start | ≤ 3 s | 4 s | monday |',
    ]);
  });

  it('is the same when it is written twice', () => {
    const once = withFindings(empty, [life, start], 'monday');
    expect(withFindings(once, [life, start], 'monday')).toBe(once);
  });

  it('keeps a bar inside of its cell', () => {
    expect(withFindings(empty, [{ ...life, measured: '1 | 2' }], 'today')).toContain('1 \\| 2');
  });

  it('is not written into a text without marks', () => {
    expect(() => withFindings('nothing here', [life], 'today')).toThrow(MarksMissing);
  });
});
