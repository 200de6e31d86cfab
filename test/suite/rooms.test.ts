import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

import { describe, expect, test } from 'vitest';

import { ALONE, LONGEST } from '../support/suite/alone.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const files = globSync('test/**/*.ts', { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const tests = files.filter((path) => path.endsWith('.test.ts'));
const isAlone = (path: string): boolean => ALONE.some((glob) => matchesGlob(path, glob));

describe('where a test file runs', () => {
  test('those that run alone are named by patterns that find some', () => {
    expect(ALONE.filter((glob) => !files.some((path) => matchesGlob(path, glob)))).toEqual([]);
  });

  test('the longest are there', () => {
    expect(LONGEST.filter((path) => !files.includes(path))).toEqual([]);
  });

  test('properties run where their time is limited', () => {
    const tried = tests.filter((path) => textOf(path).includes("from 'fast-check'"));
    expect(tried.length).toBeGreaterThan(25);
    expect(tried.filter(isAlone)).toEqual([]);
  });

  test('what boots the template runs alone: it sets the zone of the whole process', () => {
    const booting = tests.filter((path) => /\b(?:startLoop|bootLoop|boot)\(/u.test(textOf(path)));
    expect(booting.length).toBeGreaterThan(10);
    expect(booting.filter((path) => !isAlone(path))).toEqual([]);
  });
});

test('a file that several share sets no hooks: it is loaded once, and so would they be', () => {
  const shared = files.filter((path) => !path.endsWith('.test.ts') && !path.includes('/suite/'));
  const hooked = shared.filter((path) => /\b(?:before|after)(?:All|Each)\(/u.test(textOf(path)));
  expect(hooked).toEqual([]);
});
