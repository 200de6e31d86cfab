import { assert, constantFrom, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';
import {
  faultOfList,
  indicatorTableOf,
  changedIn,
  shippedIndicatorList,
} from '../../../shared/domain/rating/indicator-list.ts';
import {
  indicatorOf,
  indicatorsFor,
  levelOfIndicator,
  shippedIndicators,
} from '../../../shared/domain/rating/indicator.ts';
import { levels } from '../../../shared/domain/rating/level.ts';
import { addedIndicator, retireIndicators } from '../../support/indicator-list.ts';

const shipped = shippedIndicatorList;

describe('the list of the shipped indicators', () => {
  it('is the shipped table again, in the order of its codes', () => {
    const table = indicatorTableOf({ version: 0, entries: shipped });
    expect(table.version).toBe(2);
    for (const level of levels) {
      expect(indicatorsFor(table, level)).toEqual(indicatorsFor(shippedIndicators, level));
    }
    expect(shipped.map(({ code }) => code)).toEqual(
      shippedIndicators.indicators.map(({ code }) => code).toSorted(),
    );
  });

  it('gives an entry without a group or an English text the other group and its own name', () => {
    const table = indicatorTableOf({ version: 1, entries: [{ code: '216', name: '新增' }] });
    expect(table.indicators).toEqual([{ code: '216', zh: '新增', en: '新增', group: 'other' }]);
  });

  it('may follow itself', () => {
    expect(faultOfList(shipped, shipped)).toBeUndefined();
    expect(changedIn('name', shipped, shipped).size).toBe(0);
  });
});

describe('a list of indicators that follows another', () => {
  it('may add and retire', () => {
    const next = [...retireIndicators(shipped, ['214', '207']), addedIndicator];
    expect(faultOfList(shipped, next)).toBeUndefined();
    const table = indicatorTableOf({ version: 1, entries: next });
    expect(table.version).toBe(3);
    const codes = indicatorsFor(table, 'dissatisfied').map(({ code }) => code);
    expect(codes).toEqual(['208', '209', '210', '211', '212', '213', '215']);
    expect(indicatorOf(table, '214')?.zh).toBe('服务态度生硬');
  });

  it('lacks none, the retired ones neither', () => {
    const next = shipped.filter(({ code }) => !['214', '101'].includes(code));
    const fault = { type: 'indicators_missing', codes: ['101', '214'] };
    expect(faultOfList(shipped, next)).toEqual(fault);
  });

  it('keeps a base indicator at every level', () => {
    const base = shipped.filter(({ set }) => set === 'base').map(({ code }) => code);
    const without = (digits: string) =>
      retireIndicators(
        shipped,
        base.filter((code) => digits.includes(code.charAt(0))),
      );
    expect(faultOfList(shipped, without('25'))).toEqual({
      type: 'base_indicator_missing',
      levels: ['very_satisfied', 'dissatisfied'],
    });
    expect(faultOfList(shipped, retireIndicators(shipped, ['207', '208']))).toBeUndefined();
  });

  it('rewords nothing, except in English', () => {
    const next = shipped.map((entry) => ({ ...entry, english: 'x' }));
    expect(changedIn('name', shipped, next).size).toBe(0);
    const reworded = shipped.map((entry) =>
      ['214', '101'].includes(entry.code) ? { ...entry, name: `${entry.name}。` } : entry,
    );
    expect([...changedIn('name', shipped, [...reworded, addedIndicator])]).toEqual(['101', '214']);
  });

  it('moves nothing to another group, and adds to any', () => {
    const moved = shipped.map((entry) =>
      entry.code === '214' ? { ...entry, group: 'other' as const } : entry,
    );
    expect([...changedIn('group', shipped, [...moved, addedIndicator])]).toEqual(['214']);
    expect(changedIn('group', shipped, shipped).size).toBe(0);
  });

  it('leaves every earlier text and level as it was, whatever is accepted after another', () => {
    const codes = shipped.map(({ code }) => code);
    const change = record({
      retired: subarray(codes),
      dropped: subarray(codes, { maxLength: 1 }),
      reworded: subarray(codes, { maxLength: 1 }),
      more: constantFrom([], [addedIndicator]),
    });
    const isReadable = property(change, change, (...changes) => {
      let list: readonly RegisterEntry[] = shipped;
      for (const { retired, dropped, reworded, more } of changes) {
        const kept = retireIndicators(list, retired).filter(({ code }) => !dropped.includes(code));
        const next = [
          ...kept,
          ...more.filter(({ code }) => !kept.some((one) => one.code === code)),
        ].map((entry) => (reworded.includes(entry.code) ? { ...entry, name: 'x' } : entry));
        const isAccepted =
          faultOfList(list, next) === undefined && changedIn('name', list, next).size === 0;
        if (isAccepted) list = next;
      }
      const table = indicatorTableOf({ version: 2, entries: list });
      for (const { code, zh } of shippedIndicators.indicators) {
        expect(indicatorOf(table, code)?.zh).toBe(zh);
      }
      for (const level of levels) {
        const [first] = indicatorsFor(table, level);
        expect(first?.set).toBe('base');
        expect(levelOfIndicator(first?.code ?? '')).toBe(level);
      }
    });
    assert(isReadable);
  });
});
