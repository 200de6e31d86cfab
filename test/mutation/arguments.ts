/** The arguments of `npm run mutate -- …`. */
import { parseArgs } from 'node:util';

import { OptionRefused } from '../support/command-line.ts';

export interface MutationRequest {
  /** Only files that match one of them; all files without one. */
  readonly only: readonly string[];
  /** Whether mutants are tried again whose code and tests are as they were. */
  readonly force: boolean;
}

export const usage = `usage: npm run mutate -- [options]
  --mutate <glob>  only these files, such as 'shared/domain/time/**'; may be repeated
  --force          also what has not changed since the last run`;

const options = {
  mutate: { type: 'string', multiple: true, default: [] as string[] },
  force: { type: 'boolean', default: false },
} as const;

export const readArguments = (args: readonly string[]): MutationRequest => {
  const { values } = parseArgs({ args: [...args], options });
  if (values.mutate.includes(''))
    throw new OptionRefused('--mutate is the path of a file or a glob');
  return { only: values.mutate, force: values.force };
};
