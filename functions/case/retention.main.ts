import { publish, raiseAlarm } from '../../shared/telemetry.ts';
import { env } from './env.ts';
import { eraseNightly } from './retention.ts';
import { createRetentionDeps } from './retention/deps.ts';
import { trimActsNightly } from './retention/trim-acts.ts';

const deps = { ...createRetentionDeps(env('retention')), publish };
const erase = eraseNightly({ ...deps, raise: (fault) => raiseAlarm('caseNotErased', fault) });
const trim = trimActsNightly(deps);

export const handler = async (): Promise<void> => {
  await erase();
  await trim();
};
