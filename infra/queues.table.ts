/** The work queues: their consumer, the variable with their URL, and the texts of their alarms. */
import { Duration } from 'aws-cdk-lib';

import type { FlowQueue } from './construct/flow-stack.ts';
import { WARNINGS } from './warnings.table.ts';

/**
 * SQS delays a message by at most 15 minutes; the sweep sends messages that far ahead of the due
 * moment.
 */
const EXACT_DELAY = Duration.minutes(15);

export const QUEUES = {
  Escalation: {
    consumer: 'escalation/raise',
    urlVariable: 'ESCALATION_QUEUE_URL',
    givenUp: WARNINGS.escalationsGivenUp,
    late: WARNINGS.escalationsLate,
    refused: WARNINGS.escalationsRefused,
    longestDelay: EXACT_DELAY,
  },
  Notice: {
    consumer: 'notice/deliver',
    urlVariable: 'NOTICE_QUEUE_URL',
    givenUp: WARNINGS.noticesGivenUp,
    late: WARNINGS.noticesLate,
    refused: WARNINGS.noticesRefused,
    longestDelay: EXACT_DELAY,
  },
  Message: {
    consumer: 'message/send',
    urlVariable: 'MESSAGE_QUEUE_URL',
    givenUp: WARNINGS.messagesGivenUp,
    late: WARNINGS.messagesLate,
    refused: WARNINGS.messagesRefused,
    longestDelay: EXACT_DELAY,
  },
  Recount: {
    consumer: 'calendar/recount',
    urlVariable: 'RECOUNT_QUEUE_URL',
    givenUp: WARNINGS.recountsGivenUp,
    late: WARNINGS.recountsLate,
    refused: WARNINGS.recountsRefused,
  },
  Report: {
    consumer: 'exchange/send',
    urlVariable: 'REPORT_QUEUE_URL',
    givenUp: WARNINGS.reportsGivenUp,
    late: WARNINGS.reportsLate,
    refused: WARNINGS.reportsRefused,
    inOrder: true,
  },
} as const satisfies Readonly<Record<string, FlowQueue>>;
