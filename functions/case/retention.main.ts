import { publish, raiseAlarm } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { eraseNightly } from './retention.ts';
import { createRetentionDeps } from './retention/deps.ts';

export const handler = eraseNightly({
  ...createRetentionDeps(env('retention')),
  publish,
  raise: (fault) => raiseAlarm('caseNotErased', fault),
});
