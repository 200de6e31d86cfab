import { describe, expect, it } from 'vitest';

import {
  reviseActsBreak,
  reviseBreak,
  settleBreak,
} from '../../../shared/domain/oversight/audit-break.ts';
import type { AuditBreak, AuditFinding } from '../../../shared/domain/oversight/audit-break.ts';
import { at } from '../../fake/clock.ts';

const [first, second, third] = [
  at('2026-11-21T02:30:00+08:00'),
  at('2026-11-22T02:30:00+08:00'),
  at('2026-11-23T02:30:00+08:00'),
];
const gone: AuditFinding = { kind: 'ticket' };
const other: AuditFinding = { kind: 'link', number: 2 };
const order = { by: 'u-auditor', note: '已查明', at: second };

const revise = (known: AuditBreak | undefined, found: AuditFinding | undefined, moment = second) =>
  reviseBreak('t-1', known, { found, at: moment });

const broken = (): AuditBreak => {
  const found = revise(undefined, gone, first);
  if (found === undefined) throw new Error('nothing found');
  return found;
};

describe('a break of an audit chain', () => {
  const known = broken();

  it('is a work item of its ticket, with what was found', () => {
    expect(known).toEqual({
      ticketId: 't-1',
      found: gone,
      state: 'open',
      openedAt: first,
      history: [{ at: first, what: 'opened', finding: gone }],
      version: 1,
    });
  });

  it('is not written while nothing changes', () => {
    expect(revise(undefined, undefined)).toBeUndefined();
    expect(revise(known, { ...gone })).toBe(known);
  });

  it('is closed when the chain is whole again, once, and opened when it is not', () => {
    const closed = revise(known, undefined);
    expect(closed).toMatchObject({ ticketId: 't-1', found: gone, state: 'closed', version: 2 });
    expect(closed?.history.at(-1)).toEqual({ at: second, what: 'closed', finding: gone });
    expect(revise(closed, undefined, third)).toBe(closed);
    const again = revise(closed, gone, third);
    expect(again).toMatchObject({ found: gone, state: 'open', openedAt: third, version: 3 });
  });

  it('is another one when something else is found', () => {
    const changed = revise(known, other);
    expect(changed).toMatchObject({ found: other, state: 'open', openedAt: first, version: 2 });
    expect(changed?.history.at(-1)).toMatchObject({ what: 'changed', finding: other });
  });

  it('is settled by a person, and stays so while it is the same', () => {
    const settled = settleBreak(known, order);
    if (!settled.ok) throw new Error(settled.reason);
    expect(settled).toMatchObject({ changed: true, item: { state: 'settled', found: gone } });
    expect(settled.item.history.at(-1)).toEqual({ ...order, what: 'settled', finding: gone });
    expect(settleBreak(settled.item, { ...order, at: third })).toEqual({
      ok: true,
      changed: false,
      item: settled.item,
    });
    expect(revise(settled.item, gone, third)).toBe(settled.item);
    expect(revise(settled.item, other, third)).toMatchObject({ state: 'open', openedAt: third });
  });

  it('stays settled when it had changed before', () => {
    const settled = settleBreak(revise(known, other)!, order);
    if (!settled.ok) throw new Error(settled.reason);
    expect(revise(settled.item, other, third)).toBe(settled.item);
  });

  it.each<[string, Partial<AuditBreak>]>([
    ['settled by nobody', { state: 'settled' }],
    ['settled, without a history', { state: 'settled', history: [] }],
    ['closed by nobody after it was settled', { state: 'closed' }],
  ])('is open again when it was written past the service as %s', (_what, written) => {
    const settled = settleBreak(known, order);
    if (!settled.ok) throw new Error(settled.reason);
    const from = written.state === 'closed' ? settled.item : known;
    const found = revise({ ...from, ...written }, gone, third);
    expect(found).toMatchObject({ state: 'open', openedAt: third, found: gone });
  });

  it('cannot be settled once it is closed', () => {
    const closed = revise(known, undefined)!;
    expect(settleBreak(closed, order)).toEqual({ ok: false, reason: 'audit_break_closed' });
  });
});

describe('a break of the log of administrative acts', () => {
  const opened = reviseActsBreak(undefined, { found: gone, at: first });

  it('is one work item, of no ticket', () => {
    expect(reviseActsBreak(undefined, { found: undefined, at: first })).toBeUndefined();
    expect(opened).toMatchObject({ found: gone, state: 'open', openedAt: first, version: 1 });
    expect(opened).not.toHaveProperty('ticketId');
  });

  it('stays the same while the same is found, and is closed when nothing is', () => {
    expect(reviseActsBreak(opened, { found: gone, at: second })).toBe(opened);
    const closed = reviseActsBreak(opened, { found: undefined, at: second });
    expect(closed).toMatchObject({ state: 'closed', openedAt: first, version: 2 });
  });
});
