/**
 * 审计链异常: a ticket that does not agree with its audit chain, or the log of administrative acts
 * that does not agree with its own, as a work item.
 */
import { isSameValue } from '../text/canonical-json.ts';
import type { ChainBreak } from '../ticket/verify.ts';
import type { Instant } from '../time/instant.ts';
import { closeItem, isNoted, openItem, reopenItem, settleItem } from './work-item.ts';
import type { SettleOrder, WorkItem } from './work-item.ts';

/** What the verifier found. */
export type AuditFinding =
  | ChainBreak
  /** There are steps of a ticket that does not exist. */
  | { readonly kind: 'ticket' }
  /** Items that do not fit their schema, by their sort keys. */
  | { readonly kind: 'unreadable'; readonly items: readonly string[] }
  /** Items of another ticket, or that are not on their lists, or expire. */
  | { readonly kind: 'misplaced'; readonly items: readonly string[] };

/** 管理操作日志异常: there is one log, and so one work item. */
export interface ActsBreak extends WorkItem<AuditFinding> {
  readonly found: AuditFinding;
}

export interface AuditBreak extends ActsBreak {
  readonly ticketId: string;
}

/** A state that no person stands behind was written past the service. */
const isSettled = ({ state, history }: ActsBreak): boolean =>
  state === 'settled' && history.at(-1)?.what === 'settled';

interface Verified {
  readonly found: AuditFinding | undefined;
  readonly at: Instant;
}

const reviseKnown = <Break extends ActsBreak>(known: Break, { found, at }: Verified): Break => {
  if (found === undefined) {
    return known.state === 'closed' ? known : { ...known, ...closeItem(known, known.found, at) };
  }
  const isListed = known.state === 'open' || isSettled(known);
  if (isListed && isSameValue(known.found, found)) return known;
  return { ...known, found, ...reopenItem(known, found, at) };
};

/**
 * Returns the work item of the log of acts after it was verified; `known` itself when nothing
 * changed. A settled break stays settled while it is the same.
 */
export const reviseActsBreak = (
  known: ActsBreak | undefined,
  verified: Verified,
): ActsBreak | undefined => {
  if (known !== undefined) return reviseKnown(known, verified);
  const { found, at } = verified;
  return found && { found, ...openItem(found, at) };
};

/** Returns the work item of a ticket in the same way. */
export const reviseBreak = (
  ticketId: string,
  known: AuditBreak | undefined,
  verified: Verified,
): AuditBreak | undefined => {
  if (known !== undefined) return reviseKnown(known, verified);
  const opened = reviseActsBreak(undefined, verified);
  return opened && { ticketId, ...opened };
};

export type SettledBreak<Break> =
  | { readonly ok: true; readonly changed: boolean; readonly item: Break }
  | { readonly ok: false; readonly reason: 'audit_break_closed' };

/** A person states what was found out about a break. The same note again changes nothing. */
export const settleBreak = <Break extends ActsBreak>(
  known: Break,
  order: SettleOrder,
): SettledBreak<Break> => {
  if (known.state === 'closed') return { ok: false, reason: 'audit_break_closed' };
  if (isNoted(known, order)) return { ok: true, changed: false, item: known };
  return { ok: true, changed: true, item: { ...known, ...settleItem(known, known.found, order) } };
};
