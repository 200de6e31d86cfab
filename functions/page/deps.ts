import { join } from 'node:path';

import assets from '#assets';

import type { Env } from '../../shared/env.ts';
import type { AppDeps } from './app.ts';
import { configOf } from './config.ts';
import type { ConfigDeps } from './config.ts';
import type { envs } from './env.ts';
import { packageFiles } from './package-files.ts';

export const createPageDeps = (config: Env<typeof envs.file>): ConfigDeps & AppDeps => ({
  config: configOf(config),
  files: packageFiles(join(__dirname, 'assets')),
  pad: packageFiles(join(__dirname, 'pad')),
  assets,
});
