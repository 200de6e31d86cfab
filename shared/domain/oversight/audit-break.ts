/** 审计链异常: a ticket that does not agree with its audit chain, as a work item. */
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

export interface AuditBreak extends WorkItem<AuditFinding> {
  readonly ticketId: string;
  readonly found: AuditFinding;
}

/** A state that no person stands behind was written past the service. */
const isSettled = ({ state, history }: AuditBreak): boolean =>
  state === 'settled' && history.at(-1)?.what === 'settled';

/**
 * Returns the work item of a ticket after it was verified; `known` itself when nothing changed. A
 * settled break stays settled while it is the same.
 */
export const reviseBreak = (
  ticketId: string,
  known: AuditBreak | undefined,
  { found, at }: { readonly found: AuditFinding | undefined; readonly at: Instant },
): AuditBreak | undefined => {
  if (found === undefined) {
    return known === undefined || known.state === 'closed'
      ? known
      : { ...known, ...closeItem(known, known.found, at) };
  }
  if (known === undefined) return { ticketId, found, ...openItem(found, at) };
  const isListed = known.state === 'open' || isSettled(known);
  if (isListed && isSameValue(known.found, found)) return known;
  return { ...known, found, ...reopenItem(known, found, at) };
};

export type SettledBreak =
  | { readonly ok: true; readonly changed: boolean; readonly item: AuditBreak }
  | { readonly ok: false; readonly reason: 'audit_break_closed' };

/** A person states what was found out about a break. The same note again changes nothing. */
export const settleBreak = (known: AuditBreak, order: SettleOrder): SettledBreak => {
  if (known.state === 'closed') return { ok: false, reason: 'audit_break_closed' };
  if (isNoted(known, order)) return { ok: true, changed: false, item: known };
  return { ok: true, changed: true, item: { ...known, ...settleItem(known, known.found, order) } };
};
