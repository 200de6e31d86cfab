import { publish } from '../../shared/telemetry.ts';
import { createReconcileDeps } from './deps.ts';
import { env } from './env.ts';
import { daily } from './nightly.ts';

export const handler = daily({ ...createReconcileDeps(env('nightly')), publish });
