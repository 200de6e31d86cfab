import { publish, raiseAlarm } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { createRetentionDeps } from './retention/deps.ts';
import { eraseNightly } from './retention/run.ts';

export const handler = eraseNightly({
  ...createRetentionDeps(env('retention')),
  publish,
  raise: (fault) => raiseAlarm('caseNotErased', fault),
});
