import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { readArguments } from '../mutation/arguments.ts';
import { equivalents } from '../mutation/equivalent.table.ts';
import { whyIgnored } from '../mutation/ignore-texts.ts';
import { judgeMutant } from '../mutation/judge-mutant.ts';
import { parts, comparedTables } from '../mutation/parts.table.ts';
import { withoutSurvivors } from '../mutation/results.ts';
import { countedOf, scoreRows, scoresOf, shareOf, unnoticedLines } from '../mutation/score.ts';
import type { Mutant } from '../mutation/score.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const find = (globs: readonly string[]): readonly string[] =>
  globSync([...globs], { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));

describe('the parts that are mutated', () => {
  it('hold every file of the domain once', () => {
    const named = parts
      .flatMap(({ mutate }) => find(mutate))
      .filter((path) => path.includes('domain'));
    expect(named.toSorted()).toEqual(find(['shared/domain/**/*.ts']).toSorted());
  });

  it.each(parts)('are found, and the tests of $name', ({ mutate, tests }) => {
    const globs = [...mutate, ...tests];
    expect(globs.filter((glob) => find([glob]).length === 0)).toEqual([]);
  });

  it('leave out tables that exist', () => {
    expect(find(comparedTables).toSorted()).toEqual(comparedTables.toSorted());
  });
});

const mutant = (path: string, status: string): Mutant => ({
  path,
  status,
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  location: { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
});

describe('the score', () => {
  const mutants = [
    mutant('shared/b/x.ts', 'Killed'),
    mutant('shared/a/x.ts', 'Timeout'),
    mutant('shared/a/y.ts', 'Survived'),
    mutant('shared/a/y.ts', 'NoCoverage'),
    mutant('shared/a/y.ts', 'Ignored'),
    mutant('shared/a/y.ts', 'RuntimeError'),
  ];

  it('counts per folder what is noticed and what is not', () => {
    expect(scoresOf(mutants)).toEqual([
      { folder: 'shared/a', noticed: 1, unnoticed: 2 },
      { folder: 'shared/b', noticed: 1, unnoticed: 0 },
    ]);
    expect(scoreRows(scoresOf(mutants))).toEqual([
      '| shared/a | 1 of 3 | 33.3 % |',
      '| shared/b | 1 of 1 | 100.0 % |',
      '| all | 2 of 4 | 50.0 % |',
    ]);
  });

  it('is full where nothing counts', () => {
    expect(shareOf({ noticed: 0, unnoticed: 0 })).toBe(1);
  });

  it('comes with a line for each mutant that is not noticed', () => {
    expect(unnoticedLines(mutants, () => 'one\nif (a < b) c();')).toEqual([
      'shared/a/y.ts:2:5 EqualityOperator: a < b → a <= b',
      'shared/a/y.ts:2:5 EqualityOperator (no test runs it): a < b → a <= b',
    ]);
  });
});

const text = { type: 'StringLiteral' };
const property = (name: string, value: object) => ({
  type: 'ObjectProperty',
  key: { type: 'Identifier', name },
  value,
});
const created = (name: string) => ({
  type: 'NewExpression',
  callee: { type: 'Identifier', name },
});

describe('the mutants that change nothing', () => {
  const text = readFileSync(join(ROOT, 'test/README.md'), 'utf8');

  it.each(equivalents)('$path: $code → $replacement is in the README', (one) => {
    // A cell of a table ends at a bar.
    const change = `\`${one.code}\` → \`${one.replacement}\``.replaceAll('|', String.raw`\|`);
    expect(text).toContain(`| \`${one.path}\` | ${change} | ${one.why} |`);
  });

  it.each(equivalents)('$path: $line is still in the code', ({ path, line, code }) => {
    const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
    expect(lines.map((one) => one.trim())).toContain(line);
    expect(code.startsWith('{') || line.includes(code)).toBe(true);
  });

  it('count neither way, and all others do', () => {
    const one = equivalents[0]!;
    const column = one.line.indexOf(one.code) + 1;
    const location = {
      start: { line: 2, column },
      end: { line: 2, column: column + one.code.length },
    };
    const same = { ...mutant(one.path, 'Survived'), replacement: one.replacement, location };
    const elsewhere = { start: { ...location.start, line: 3 }, end: { ...location.end, line: 3 } };
    const others = [
      { ...same, status: 'Killed' },
      { ...same, replacement: 'true' },
      { ...same, path: 'shared/a/x.ts' },
      { ...same, location: elsewhere },
    ];
    const counted = countedOf([same, ...others], () => `\n${one.line}\n${one.line}; // another`);
    expect(counted).toEqual(others);
  });
});

const listOf = (...values: readonly string[]) => ({
  type: 'ArrayExpression',
  elements: values.map((value) => ({ ...text, value })),
});
const row = listOf('510', '一窗受理一次办结', 'One window');
const codes = listOf('a', 'b', 'c');

const returned = { type: 'ReturnStatement', argument: { type: 'Identifier', name: 'one' } };
interface Statement {
  readonly type: string;
  readonly argument: { readonly type: string };
}
const otherwise = (...consequent: readonly Statement[]) => ({
  type: 'SwitchCase',
  test: null,
  consequent,
});

const file = (...statuses: readonly string[]) => ({
  source: 'x',
  mutants: statuses.map((status) => ({ status })),
});

test('what survived an earlier run is tried again', () => {
  const results = {
    thresholds: {},
    files: { 'a.ts': file('Killed', 'Survived', 'NoCoverage', 'Timeout') },
  };
  expect(withoutSurvivors(results)).toEqual({
    thresholds: {},
    files: { 'a.ts': file('Killed', 'Timeout') },
  });
});

describe('what is not mutated', () => {
  const pair = (...names: readonly string[]) => ({
    type: 'ObjectExpression',
    properties: names.map((name) => property(name, text)),
  });

  it.each([
    ['a word in one language', text, property('zh', text)],
    ['the message of a fault of the program', text, created('RangeError')],
    ['the message of a fault of the program', { type: 'TemplateLiteral' }, created('Error')],
    ['the words of a name', pair('zh', 'en'), null],
    ['a case that the types exclude', otherwise(returned), null],
    ['the words of a code', row.elements[1]!, row],
    ['the words of a code', row.elements[2]!, row],
  ])('is %s', (reason, node, parent) => {
    expect(whyIgnored({ node, parent })).toBe(reason);
  });

  it('is the value of a name in a list of names, but of nothing else', () => {
    const node = property('open', { type: 'BooleanLiteral' });
    const calling = (name: string) => ({
      node,
      parentPath: {
        node,
        parent: { type: 'CallExpression', callee: { type: 'Identifier', name } },
      },
    });
    expect(whyIgnored(calling('namesOf'))).toBe('the value of a name in a list of names');
    expect(whyIgnored(calling('freeze'))).toBeUndefined();
  });

  it.each([
    ['a code', text, property('code', text)],
    ['what is returned otherwise', otherwise({ ...returned, argument: text }), null],
    ['a case that can be', { ...otherwise(returned), test: text }, null],
    ['a code before its words', row.elements[0]!, row],
    ['one of three codes', codes.elements[1]!, codes],
    ['what is created with a text', text, created('Map')],
    [
      'words with something inserted',
      { type: 'TemplateLiteral', expressions: [text] },
      property('zh', { type: 'TemplateLiteral', expressions: [text] }),
    ],
    ['an object with other members', pair('zh', 'code'), null],
    ['an object with nothing', pair(), null],
  ])('but not %s', (_what, node, parent) => {
    expect(whyIgnored({ node, parent })).toBeUndefined();
  });
});

test('the arguments name files, and nothing unknown', () => {
  expect(readArguments(['--mutate', 'shared/domain/time/**', '--force'])).toEqual({
    only: ['shared/domain/time/**'],
    force: true,
  });
  expect(readArguments([])).toEqual({ only: [], force: false });
  expect(() => readArguments(['--mutate', ''])).toThrow('glob');
  expect(() => readArguments(['time'])).toThrow(TypeError);
});

describe('a property notices a mutant', () => {
  const limit = { interruptAfterTimeLimit: 20 };
  const endless = fc.asyncProperty(fc.nat(), () => new Promise<void>(() => undefined));

  it('when it finds a counterexample', () => {
    const details = fc.check(fc.property(fc.nat(), (number) => number < 5));
    expect(() => judgeMutant(details)).toThrow('Counterexample');
  });

  it('and none when it holds, or when a busy machine left it no time', async () => {
    const held = fc.check(fc.property(fc.nat(), (number) => number >= 0));
    expect(() => judgeMutant(held)).not.toThrow();
    const cutShort = await fc.check(endless, limit);
    expect(cutShort).toMatchObject({ failed: true, numRuns: 0 });
    expect(() => judgeMutant(cutShort)).not.toThrow();
  });
});
