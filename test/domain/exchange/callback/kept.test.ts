import { describe, expect, it } from 'vitest';

import { keptReasonNames } from '../../../../shared/domain/exchange/callback/kept-names.table.ts';
import {
  callbackOperations,
  endKept,
  isEnded,
  isKeptReason,
  isWaiting,
  keepCallback,
  keepWaiting,
  keptReasons,
  keptStates,
  placedAt,
  putBehind,
} from '../../../../shared/domain/exchange/callback/kept.ts';
import { at } from '../../time/shanghai.ts';

const facts = {
  id: 'k1',
  operation: 'evaluation.sync',
  at: at('2026-11-20 10:00'),
  accessKey: 'AK1',
  readable: true,
  parts: 1,
} as const;

const day = 86_400_000;

describe('a kept callback', () => {
  it('is of one of three operations, in one of four states', () => {
    expect(callbackOperations).toEqual(['evaluation.sync', 'operation.sync', 'append.sync']);
    expect(keptStates).toEqual(['waiting', 'open', 'taken', 'settled']);
  });

  it('waits where what it needs may still arrive, and else needs a person', () => {
    const states = keptReasons.map((reason) => [reason, keepCallback({ ...facts, reason }).state]);
    const waiting = states.filter(([, state]) => state === 'waiting').map(([reason]) => reason);
    expect(waiting).toEqual([
      'case_unknown',
      'contact_unknown',
      'ticket_unknown',
      'first_rating_unknown',
      'busy',
      'steps_waiting',
    ]);
    expect(keptReasons.filter((reason) => isWaiting(reason))).toEqual(waiting);
    expect(new Set(states.map(([, state]) => state))).toEqual(new Set(['waiting', 'open']));
  });

  it('needs a person after ten days', () => {
    const kept = keepCallback({ ...facts, reason: 'case_unknown' });
    expect(keepWaiting(kept, 'case_unknown', 10 * day - 1)).toBeUndefined();
    expect(keepWaiting(kept, 'case_unknown', 10 * day)).toMatchObject({
      state: 'open',
      version: 2,
    });
    expect(keepWaiting(kept, 'contact_unknown', 0)).toMatchObject({
      state: 'waiting',
      reason: 'contact_unknown',
    });
  });

  it('that waits stands behind those that were not tried since', () => {
    const kept = keepCallback({ ...facts, reason: 'busy' });
    const triedAt = at('2026-11-20 11:00');
    const tried = putBehind(kept, triedAt);
    expect(tried).toEqual({ ...kept, triedAt, version: 2 });
    expect([placedAt(kept), placedAt(tried)]).toEqual([facts.at, triedAt]);
    expect(placedAt({ ...tried, state: 'open' })).toBe(facts.at);
  });

  it('ends once, and says by whom', () => {
    const kept = keepCallback({ ...facts, reason: 'refused' });
    const end = { by: 'u1', at: at('2026-11-21 10:00'), note: '核对' };
    const ended = endKept(kept, 'settled', end);
    expect(ended).toEqual({ ...kept, state: 'settled', end, version: 2 });
    expect([isEnded(kept), isEnded(ended), isEnded(endKept(kept, 'taken', end))]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('names every reason in both languages, and no other code is one', () => {
    for (const reason of keptReasons) {
      expect(isKeptReason(reason)).toBe(true);
      expect(keptReasonNames[reason].zh).toMatch(/[\u4E00-\u9FFF]/);
      expect(keptReasonNames[reason].en).not.toBe('');
    }
    expect(['toString', 'reason_missing'].map((code) => isKeptReason(code))).toEqual([
      false,
      false,
    ]);
  });
});
