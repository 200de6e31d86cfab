/** Whether a notice asks for something that was done before it was sent. */
import { isEnded as isCallbackEnded } from '../../shared/domain/exchange/callback/kept.ts';
import { isOutdated } from '../../shared/domain/notice/approval-notice.ts';
import { isOfVersion } from '../../shared/domain/notice/entry-notice.ts';
import {
  isOfApproval,
  isOfCallback,
  isOfContest,
  isOfDifference,
  isOfEntry,
  isOfKeptPress,
  isOfTicket,
} from '../../shared/domain/notice/notice-kind.ts';
import type {
  ApprovalNotice,
  EntryNotice,
  KeptPressNotice,
  Notice,
} from '../../shared/domain/notice/notice.ts';
import { isDealtWith } from '../../shared/domain/notice/open-work-notice.ts';
import { isSilent } from '../../shared/domain/notice/silence.ts';
import { stateOfPress } from '../../shared/domain/pad/press.ts';
import { isEnded } from '../../shared/domain/pad/refused.ts';
import { contestKeyOf } from '../../shared/domain/rating/contest/contest.ts';
import type { ApprovalStore } from '../../shared/port/access/approval-store.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { KeptCallbackStore } from '../../shared/port/exchange/kept-callback-store.ts';
import type { PressStore } from '../../shared/port/pad/press-store.ts';
import type { PadStore } from '../../shared/port/pad/store.ts';
import type { ContestStore } from '../../shared/port/rating/contest-store.ts';
import type { EntryStore } from '../../shared/port/rating/entry-store.ts';
import type { DifferenceStore } from '../../shared/port/reconciliation/difference-store.ts';
import type { TicketStore } from '../../shared/port/ticket/store.ts';
import { Permanent } from '../../shared/queue/permanent.ts';

export interface PassedDeps {
  readonly now: Now;
  readonly tickets: Pick<TicketStore, 'find'>;
  readonly approvals: Pick<ApprovalStore, 'find'>;
  readonly contests: Pick<ContestStore, 'find'>;
  readonly entries: Pick<EntryStore, 'find'>;
  readonly pads: Pick<PadStore, 'refusedWith'>;
  readonly presses: Pick<PressStore, 'find'>;
  readonly kept: Pick<KeptCallbackStore, 'find'>;
  readonly differences: Pick<DifferenceStore, 'ofDay'>;
}

/** Whether a contest was ruled on: nothing is left to do for those who review. */
const isRuled = async ({ contests }: PassedDeps, contestId: string): Promise<boolean> => {
  const key = contestKeyOf(contestId);
  const contest = key && (await contests.find(key));
  if (contest === undefined) throw new Permanent('a notice of a contest that does not exist');
  return contest.state !== 'open';
};

/** Whether a second person has decided on an entry, or it was entered anew. */
const isCompared = async ({ entries }: PassedDeps, notice: EntryNotice): Promise<boolean> => {
  const entry = await entries.find(notice.entryId);
  if (entry === undefined) throw new Permanent('a notice of an entry that does not exist');
  return entry.state !== 'awaiting' || !isOfVersion(notice, entry);
};

/** Whether two persons have ended it; a press that was bound is no longer held. */
const isPressEnded = async (
  { pads, presses }: PassedDeps,
  { mark, ...press }: KeptPressNotice,
): Promise<boolean> => {
  if (mark === undefined) {
    const held = await presses.find(press);
    return held === undefined || stateOfPress(held) === 'settled';
  }
  const refused = await pads.refusedWith({ ...press, mark });
  if (refused === undefined) throw new Permanent('a notice of a rating that was not refused');
  return isEnded(refused);
};

const isTakenIn = async ({ kept }: PassedDeps, callbackId: string): Promise<boolean> => {
  const callback = await kept.find(callbackId);
  if (callback === undefined) throw new Permanent('a notice of a callback that does not exist');
  return isCallbackEnded(callback);
};

const isApprovalPassed = async (deps: PassedDeps, notice: ApprovalNotice): Promise<boolean> => {
  const approval = await deps.approvals.find(notice.approvalId);
  if (approval === undefined) throw new Permanent('a notice of an approval that does not exist');
  return isOutdated(notice, approval, deps.now());
};

/** Whether a notice of a work list is about what is no longer on it. */
const isWorkDone = async (deps: PassedDeps, notice: Notice): Promise<boolean> => {
  if (isOfKeptPress(notice)) return isPressEnded(deps, notice);
  if (isOfCallback(notice)) return isTakenIn(deps, notice.callbackId);
  if (isOfDifference(notice)) return isDealtWith(notice, await deps.differences.ofDay(notice.day));
  // What happened to a pad stays so.
  return false;
};

/** Whether what the notice says is no longer so. */
export const isPassed = async (deps: PassedDeps, notice: Notice): Promise<boolean> => {
  if (isOfTicket(notice)) return isSilent(notice, await deps.tickets.find(notice.ticketId));
  if (isOfContest(notice)) return isRuled(deps, notice.contestId);
  if (isOfEntry(notice)) return isCompared(deps, notice);
  if (isOfApproval(notice)) return isApprovalPassed(deps, notice);
  return isWorkDone(deps, notice);
};
