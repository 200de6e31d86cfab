import { publish } from '../../shared/telemetry.ts';
import { createReconcileDeps } from './deps.ts';
import { env } from './env.ts';
import { reconcileNightly } from './nightly.ts';

export const handler = reconcileNightly({ ...createReconcileDeps(env('nightly')), publish });
