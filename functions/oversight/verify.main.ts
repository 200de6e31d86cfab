import { publish } from '../../shared/telemetry.ts';
import { createVerifyDeps } from './deps.ts';
import { env } from './env.ts';
import { verifyNightly } from './verify.ts';

export const handler = verifyNightly({ ...createVerifyDeps(env('verify')), publish });
