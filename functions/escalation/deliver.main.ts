import { configOf } from '../../shared/config.ts';
import { eachMessage } from '../../shared/queue/permanent.ts';
import { openTable } from '../../shared/store/clients.ts';
import { inbox } from '../../shared/store/inbox.ts';
import { deliverNotice } from './deliver.ts';

const departments = inbox(openTable(configOf('escalation-deliver')));
export const handler = eachMessage(deliverNotice(departments));
