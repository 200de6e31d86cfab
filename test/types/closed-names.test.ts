/**
 * 名称齐全: a name that is added to a closed list (a channel, a rung, a state, a role …) has to be
 * completed wherever the product says something about each of them. The compiler checks a copy of
 * the product with one new name in every list, and reports every place that lacks it.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newNames } from './new-names.table.ts';
import type { NewName } from './new-names.table.ts';

const root = join(import.meta.dirname, '..', '..');
const names: readonly (readonly [string, NewName])[] = Object.entries(newNames);

interface Report {
  readonly path: string;
  readonly text: string;
}

/** A report begins with its place; the lines below it, which are indented, say why. */
const reportsIn = (output: string): readonly Report[] =>
  output.split(/\n(?! )/).flatMap((report) => {
    const [, path, text] = /^(\S+)\(\d+,\d+\): error (TS.*)$/s.exec(report) ?? [];
    return path === undefined || text === undefined
      ? []
      : [{ path: path.replaceAll('\\', '/'), text }];
  });

const ownConfig = {
  extends: '../../tsconfig.json',
  include: ['shared', 'events', 'functions'],
  compilerOptions: { noErrorTruncation: true },
};

/** Inside the root, so that the copy finds the packages. */
const copyProduct = (): string => {
  mkdirSync(join(root, '.build'), { recursive: true });
  const copy = mkdtempSync(join(root, '.build', 'closed-names-'));
  for (const folder of ownConfig.include) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true });
  }
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(ownConfig));
  return copy;
};

const compile = async (directory: string): Promise<readonly Report[]> => {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = promisify(execFile)(process.execPath, [compiler, '--pretty', 'false'], {
    cwd: directory,
    maxBuffer: 64 * 1024 * 1024,
  });
  return run.then(
    ({ stdout }) => reportsIn(stdout),
    (fault: { readonly stdout?: string }) => {
      const reports = reportsIn(fault.stdout ?? '');
      if (reports.length === 0) throw fault;
      return reports;
    },
  );
};

const addName = (directory: string, { in: path, replace: [before, after] }: NewName): void => {
  const file = join(directory, path);
  const text = readFileSync(file, 'utf8');
  if (text.split(before).length !== 2) throw new Error(`${path} has not one “${before}”`);
  writeFileSync(
    file,
    text.replace(before, () => after),
  );
};

describe('a new name in a closed list', () => {
  let copy: string;
  let before: readonly Report[];
  let after: readonly Report[];

  beforeAll(async () => {
    copy = copyProduct();
    before = await compile(copy);
    for (const [, added] of names) addName(copy, added);
    after = await compile(copy);
  }, 300_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is the only thing that the compiler objects to', () => {
    expect(before).toEqual([]);
    expect(names.filter(([, { stops }]) => stops.length === 0)).toEqual([]);
  });

  it.each(names)('%s does not compile until every table and switch has it', (name, { stops }) => {
    const word = new RegExp(String.raw`\b${name}\b`);
    const stopped = new Set(after.filter(({ text }) => word.test(text)).map(({ path }) => path));
    expect(stops.filter((path) => !stopped.has(path))).toEqual([]);
  });
});
