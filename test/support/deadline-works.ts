import type { SQSRecord } from 'aws-lambda';

import { raiseEscalation } from '../../functions/escalation/raise.ts';
import { sweepDeadlines } from '../../functions/escalation/sweep.ts';
import { watchDeadlines } from '../../functions/escalation/watch.ts';
import { deliverNotice } from '../../functions/notice/deliver.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { FakeHttpOut } from '../fake/http-out.ts';
import { fakeHttpOut } from '../fake/http-out.ts';
import type { Stores } from '../fake/stores.ts';
import { dueQueue } from './due-queue.ts';
import type { DueQueue } from './due-queue.ts';

/** Sweep, watch and the consumers of both queues over any stores. */
export interface DeadlineWorks {
  readonly escalations: DueQueue;
  readonly notices: DueQueue;
  readonly http: FakeHttpOut;
  readonly published: Readonly<Record<string, number>>[];
  readonly sweep: () => Promise<void>;
  readonly watch: () => Promise<void>;
  readonly raise: (record: SQSRecord) => Promise<void>;
  readonly deliver: (record: SQSRecord) => Promise<void>;
  /** Consumes both queues until no message is due. */
  readonly settle: () => Promise<void>;
}

export const deadlineWorks = (stores: Stores, now: Now): DeadlineWorks => {
  const escalations = dueQueue(now, 'ticketId');
  const notices = dueQueue(now, 'noticeId');
  const http = fakeHttpOut();
  const published: Readonly<Record<string, number>>[] = [];
  const publish = (counts: Readonly<Record<string, number>>): void => void published.push(counts);
  const rulebook = stores.rulebookBy(now);
  const publishers = { escalations: escalations.publisher };
  const deps = { ...stores, now, rulebook, publish };
  const raise = raiseEscalation(deps);
  const deliver = deliverNotice({ ...deps, http, allowLoopback: false });
  return {
    escalations,
    notices,
    http,
    published,
    raise,
    deliver,
    sweep: sweepDeadlines({
      ...deps,
      ...publishers,
      notices: notices.publisher,
      messageCalls: dueQueue(now, 'messageId').publisher,
    }),
    watch: watchDeadlines({ ...deps, ...publishers }),
    async settle() {
      for (;;) {
        const [calls, told] = [escalations.take(), notices.take()];
        if (calls.length + told.length === 0) return;
        for (const record of calls) await raise(record);
        for (const record of told) await deliver(record);
      }
    },
  };
};
