import { now } from '../../shared/clock.ts';
import { configOf } from '../../shared/config.ts';
import { reportOutlet } from '../../shared/queue/report-publisher.ts';
import { openTarget } from '../../shared/queue/send-batch.ts';
import { openTable } from '../../shared/store/clients.ts';
import { centerStore } from '../../shared/store/exchange/center-store.ts';
import { reportStore } from '../../shared/store/exchange/store.ts';
import { publish } from '../../shared/telemetry.ts';
import { resumeReports } from './resume.ts';

const config = configOf('report-resume');
const table = openTable(config);
const [reports, center] = [reportStore(table), centerStore(table)];
const calls = reportOutlet(openTarget(config.REPORT_QUEUE_URL));
export const handler = resumeReports({ now, publish, reports, center, calls });
