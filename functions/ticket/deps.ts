import type { Env } from '../../shared/env.ts';
import { createEvidenceDeps } from '../evidence/deps.ts';
import type { ActionDeps } from './act.ts';
import type { envs } from './env.ts';
import type { ListTicketsDeps } from './list.ts';

export const createTicketDeps = (config: Env<typeof envs.staff>): ActionDeps & ListTicketsDeps =>
  createEvidenceDeps(config);
