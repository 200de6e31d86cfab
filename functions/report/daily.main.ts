import { configOf } from '../../shared/config.ts';
import { publish } from '../../shared/telemetry.ts';
import { daily } from './daily.ts';
import { openReconcileDoor } from './open-gateway-door.ts';

export const handler = daily({ ...openReconcileDoor(configOf('report-daily')), publish });
