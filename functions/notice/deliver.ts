import type { SQSRecord } from 'aws-lambda';

import { NoticeMessage } from '../../events/notice/message.ts';
import { isSubscribed, newDelivery } from '../../shared/domain/notice/delivery.ts';
import type { Delivery } from '../../shared/domain/notice/delivery.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';
import type { NoticeFile } from '../../shared/port/notice/store.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { isPassed } from './is-passed.ts';
import type { PassedDeps } from './is-passed.ts';
import { pushOnce } from './push.ts';
import type { PushDeps } from './push.ts';

export interface DeliverDeps extends PushDeps, PassedDeps {}

const begunFor = async (deps: DeliverDeps, notice: Notice): Promise<readonly Delivery[]> => {
  const at = deps.now();
  const webhooks = (await deps.webhooks.all()).filter((webhook) => isSubscribed(webhook, notice));
  return webhooks.map((webhook) => newDelivery(notice, webhook, at));
};

/**
 * Puts a notice into its inbox and, in the same write, creates a delivery for each subscribed
 * webhook. A rung of the escalation ladder is silenced instead when the ticket has ended meanwhile,
 * a request to confirm when it is decided, and what asks for other work when that is done.
 */
const settleNotice = async (deps: DeliverDeps, notice: Notice): Promise<NoticeFile> => {
  const silent = await isPassed(deps, notice);
  const state = silent ? ('silenced' as const) : ('sent' as const);
  const next = { ...notice, state, version: notice.version + 1 };
  const deliveries = silent ? [] : await begunFor(deps, notice);
  if ((await deps.notices.save(next, deliveries)) === 'conflict') {
    throw new Error('the notice was changed by another delivery; a retry reads the change');
  }
  return { notice: next, deliveries };
};

const pushAll = async (deps: DeliverDeps, { notice, deliveries }: NoticeFile): Promise<void> => {
  const outcomes = await Promise.allSettled(
    deliveries.map((delivery) => pushOnce(deps, notice, delivery)),
  );
  const faults = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults, 'some deliveries failed with errors');
};

/**
 * Handles one message for a notice. Notice and deliveries record what earlier attempts did, so
 * nothing is done twice. Before the notice is due nothing happens: the sweep sends another message.
 */
export const deliverNotice =
  (deps: DeliverDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const { noticeId } = fromMessage(record, NoticeMessage);
    const file = await deps.notices.find(noticeId);
    if (file === undefined) throw new Permanent('a call for a notice that does not exist');
    if (file.notice.sendAt > deps.now()) return;
    const waits = file.notice.state === 'waiting';
    await pushAll(deps, waits ? await settleNotice(deps, file.notice) : file);
  };
