import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changeOf } from '../../../shared/domain/oversight/register-change.ts';
import type { RegisterEntry } from '../../../shared/domain/oversight/register.ts';

const entry = (code: string, name = code, windows?: readonly string[]): RegisterEntry => ({
  code,
  name,
  ...(windows && { windows }),
});

describe('what a proposed list changes', () => {
  it('is told entry by entry, whatever the order and absent members', () => {
    const before = [entry('a'), entry('b', 'b', ['W1', 'W2']), entry('c')];
    const after = [{ ...entry('c'), windows: undefined }, entry('b', 'b', ['W1']), entry('d')];
    expect(changeOf(before, after, 10)).toEqual({
      removed: [entry('a')],
      changed: [{ before: entry('b', 'b', ['W1', 'W2']), after: entry('b', 'b', ['W1']) }],
      added: [entry('d')],
      more: 0,
    });
    expect(changeOf(before, before, 10)).toEqual({ removed: [], changed: [], added: [], more: 0 });
  });

  it('lists what is taken away before what is added, and counts the rest', () => {
    const before = [entry('a'), entry('b'), entry('c')];
    const after = [entry('c', 'other'), entry('d'), entry('e')];
    expect(changeOf(before, after, 4)).toMatchObject({
      removed: [{ code: 'a' }, { code: 'b' }],
      changed: [{ after: { code: 'c' } }],
      added: [{ code: 'd' }],
      more: 1,
    });
    expect(changeOf(before, after, 1)).toMatchObject({ removed: [{ code: 'a' }], more: 4 });
    expect(changeOf(before, after, 2)).toMatchObject({ changed: [], added: [], more: 3 });
  });

  it('makes the old list into the new one', () => {
    const list = fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        name: fc.constantFrom('x', 'y'),
      }),
      { selector: ({ code }) => code },
    );
    fc.assert(
      fc.property(list, list, (before, after) => {
        const { removed, changed, added, more } = changeOf(before, after, 10);
        const next = new Map<string, RegisterEntry>(before.map((one) => [one.code, one]));
        for (const { code } of removed) next.delete(code);
        for (const one of [...changed.map((both) => both.after), ...added]) next.set(one.code, one);
        expect(more).toBe(0);
        expect(next).toEqual(new Map(after.map((one) => [one.code, one])));
      }),
    );
  });
});
