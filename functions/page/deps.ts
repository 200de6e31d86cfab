import { join } from 'node:path';

import assets from '#assets';

import type { Env } from '../../shared/env.ts';
import { configOf } from './config.ts';
import type { ConfigDeps } from './config.ts';
import type { envs } from './env.ts';
import type { FileDeps } from './file.ts';
import { packageFiles } from './package-files.ts';

export const createPageDeps = (config: Env<typeof envs.file>): ConfigDeps & FileDeps => ({
  config: configOf(config),
  files: packageFiles(join(__dirname, 'assets')),
  assets,
});
