import { describe, expect, it } from 'vitest';

import { measurementNames, readArguments } from '../bench/arguments.ts';
import { secondsOf } from '../bench/duration.ts';
import { readSimulation } from '../simulation/arguments.ts';
import { faultDays, faultDaysWithin } from '../simulation/fault-plan.table.ts';
import { askedBy, OptionRefused, roughly } from '../support/command-line.ts';

describe('the arguments of the simulation', () => {
  it('have defaults, and are taken as they are given', () => {
    expect(readSimulation([])).toEqual({
      days: 30,
      casesADay: 40,
      seed: 'simulation',
      from: '2026-11-02',
    });
    expect(readSimulation(['--days', '3', '--cases=5', '--from', '2026-03-02'])).toMatchObject({
      days: 3,
      casesADay: 5,
      from: '2026-03-02',
    });
  });

  it.each([
    ['--days=abc', '--days is a whole number above 0, not abc'],
    ['--days=0', '--days is a whole number above 0, not 0'],
    ['--days=-1', '--days is a whole number above 0, not -1'],
    ['--cases=1.5', '--cases is a whole number above 0, not 1.5'],
    ['--from=2026-02-30', '--from is a day, as 2026-11-02, not 2026-02-30'],
  ])('%s is refused by its name', (option, words) => {
    expect(() => readSimulation([option])).toThrow(new OptionRefused(words));
  });
});

const broken = (): never => {
  throw new RangeError('broken');
};

describe('what is printed instead of doing anything', () => {
  it('is how the command is used, when that is asked for', () => {
    expect(askedBy(['--help'], 'usage', readSimulation)).toEqual({ words: 'usage', exitCode: 0 });
    expect(askedBy(['--days', 'x', '-h'], 'usage', readSimulation)).toEqual({
      words: 'usage',
      exitCode: 0,
    });
  });

  it('is why not, with how it is used', () => {
    expect(askedBy(['--days', 'x'], 'usage', readSimulation)).toEqual({
      words: '--days is a whole number above 0, not x\nusage',
      exitCode: 2,
    });
    expect(askedBy(['--dais', '3'], 'usage', readSimulation)).toMatchObject({
      words: expect.stringMatching(/Unknown option '--dais'[^]*\nusage$/u),
      exitCode: 2,
    });
  });

  it('hides no fault of the command', () => {
    expect(() => askedBy([], 'usage', broken)).toThrow('broken');
  });
});

describe('the faults that are announced', () => {
  it('are those of the days that are played', () => {
    const first = faultDaysWithin(1);
    expect(first.length).toBeGreaterThan(0);
    expect(first.every(({ from, to }) => from === 1 && to === 1)).toBe(true);
    expect(faultDaysWithin(30)).toHaveLength(faultDays.length);
  });
});

describe('how long it takes', () => {
  it.each([
    [3, 'about 10 s'],
    [44, 'about 40 s'],
    [399, 'about 7 min'],
  ])('%d s is said as %s', (seconds, words) => {
    expect(roughly(seconds)).toBe(words);
  });

  it('is known of every measurement, and grows with what is asked for', () => {
    const usual = readArguments([]);
    const more = readArguments(['--days', '60', '--lives', '900', '--ratings', '5000']);
    for (const name of measurementNames) expect(secondsOf(name, usual)).toBeGreaterThan(0);
    for (const name of ['life', 'month', 'units'] as const)
      expect(secondsOf(name, more)).toBeGreaterThan(secondsOf(name, usual));
  });
});
