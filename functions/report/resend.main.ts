import { configOf } from '../../shared/config.ts';
import { httpEdge } from '../../shared/http/edge.ts';
import { openOutboxDoor } from './open-outbox-door.ts';
import { resendReport } from './resend.ts';

export const handler = httpEdge(resendReport(openOutboxDoor(configOf('report-resend'))));
