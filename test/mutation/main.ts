/** `npm run mutate`: changes the code in small ways and prints the changes that no test notices. */
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob, relative } from 'node:path';

import { Stryker } from '@stryker-mutator/core';

import { askedBy } from '../support/command-line.ts';
import { readArguments, usage } from './arguments.ts';
import type { MutationRequest } from './arguments.ts';
import { OUTPUT, RESULTS, toOptions } from './options.ts';
import { parts, comparedTables } from './parts.table.ts';
import type { Part } from './parts.table.ts';
import { forgetSurvivors } from './results.ts';
import { countedOf, ENOUGH, scoreRows, scoresOf, shareOf, unnoticedLines } from './score.ts';
import type { Mutant } from './score.ts';
import { stageSources } from './stage.ts';
import { TESTS_VARIABLE } from './tests-variable.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const filesOf = ({ mutate }: Part, { only }: MutationRequest): readonly string[] =>
  globSync([...mutate], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !comparedTables.includes(path))
    .filter((path) => only.length === 0 || only.some((glob) => matchesGlob(path, glob)))
    .toSorted();

const mutatePart = async (part: Part, request: MutationRequest): Promise<readonly Mutant[]> => {
  const files = filesOf(part, request);
  if (files.length === 0) return [];
  console.log(`${part.name}: ${files.length} files`);
  const stage = join(ROOT, OUTPUT, part.name, 'source');
  stageSources(ROOT, stage, files);
  process.chdir(stage);
  forgetSurvivors(RESULTS);
  // The processes that run the tests inherit it.
  process.env[TESTS_VARIABLE] = part.tests.join(' ');
  const results = await new Stryker(toOptions(files, request.force)).runMutationTest();
  return results
    .map((result) => ({ ...result, path: relative(stage, result.fileName).replaceAll('\\', '/') }))
    .filter(({ path }) => files.includes(path));
};

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const mutate = async (request: MutationRequest): Promise<void> => {
  const mutants: Mutant[] = [];
  for (const part of parts) {
    const found = countedOf(await mutatePart(part, request), textOf);
    for (const line of unnoticedLines(found, textOf)) console.log(line);
    mutants.push(...found);
  }
  const scores = scoresOf(mutants);
  for (const row of scoreRows(scores)) console.log(row);
  if (scores.some((score) => shareOf(score) < ENOUGH)) process.exitCode = 1;
};

const asked = askedBy(process.argv.slice(2), usage, readArguments);
if ('request' in asked) await mutate(asked.request);
else {
  console.log(asked.words);
  process.exitCode = asked.exitCode;
}
