import type { SQSRecord } from 'aws-lambda';

import { NoticeMessage } from '../../events/notice/message.ts';
import { isOutdated } from '../../shared/domain/notice/approval-notice.ts';
import { isSubscribed, newDelivery } from '../../shared/domain/notice/delivery.ts';
import type { Delivery } from '../../shared/domain/notice/delivery.ts';
import { isOfVersion } from '../../shared/domain/notice/entry-notice.ts';
import {
  isOfApproval,
  isOfContest,
  isOfEntry,
  isOfPad,
} from '../../shared/domain/notice/notice-kind.ts';
import type { EntryNotice, Notice } from '../../shared/domain/notice/notice.ts';
import { isSilent } from '../../shared/domain/notice/silence.ts';
import { contestKeyOf } from '../../shared/domain/rating/contest/contest.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import type { NoticeFile } from '../../shared/port/notice/store.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import type { EntryStore } from '../../shared/port/rating/entry-store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { pushOnce } from './push.ts';
import type { PushDeps } from './push.ts';

export interface DeliverDeps extends PushDeps {
  readonly tickets: Pick<TicketStore, 'find'>;
  readonly approvals: Pick<ApprovalStore, 'find'>;
  readonly contests: Pick<ContestStore, 'find'>;
  readonly entries: Pick<EntryStore, 'find'>;
}

const begunFor = async (deps: DeliverDeps, notice: Notice): Promise<readonly Delivery[]> => {
  const at = deps.now();
  const webhooks = (await deps.webhooks.all()).filter((webhook) => isSubscribed(webhook, notice));
  return webhooks.map((webhook) => newDelivery(notice, webhook, at));
};

/** Whether a contest was ruled on: nothing is left to do for those who review. */
const isRuled = async ({ contests }: DeliverDeps, contestId: string): Promise<boolean> => {
  const key = contestKeyOf(contestId);
  const contest = key && (await contests.find(key));
  if (contest === undefined) throw new Permanent('a notice of a contest that does not exist');
  return contest.state !== 'open';
};

/** Whether a second person has decided on an entry, or it was entered anew. */
const isCompared = async ({ entries }: DeliverDeps, notice: EntryNotice): Promise<boolean> => {
  const entry = await entries.find(notice.entryId);
  if (entry === undefined) throw new Permanent('a notice of an entry that does not exist');
  return entry.state !== 'awaiting' || !isOfVersion(notice, entry);
};

/** Whether what the notice says is no longer so. */
const isPassed = async (deps: DeliverDeps, notice: Notice): Promise<boolean> => {
  if (isOfPad(notice)) return false;
  if (isOfContest(notice)) return isRuled(deps, notice.contestId);
  if (isOfEntry(notice)) return isCompared(deps, notice);
  if (!isOfApproval(notice)) return isSilent(notice, await deps.tickets.find(notice.ticketId));
  const approval = await deps.approvals.find(notice.approvalId);
  if (approval === undefined) throw new Permanent('a notice of an approval that does not exist');
  return isOutdated(notice, approval, deps.now());
};

/**
 * Puts a notice into its inbox and, in the same write, creates a delivery for each subscribed
 * webhook. A rung of the escalation ladder is silenced instead when the ticket has ended meanwhile,
 * a request to confirm when it is decided, and what asks to rule on a contest or to compare an entry
 * when that is done.
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
