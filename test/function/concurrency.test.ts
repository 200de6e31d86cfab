import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { mapConcurrent, mapInOrderByKey } from '../../shared/concurrency.ts';

/** Records starts and ends, and the maximum number of concurrent tasks. */
const observedWork = () => {
  const events: string[] = [];
  let running = 0;
  let most = 0;
  const work = async (name: string): Promise<string> => {
    events.push(`${name} begins`);
    running += 1;
    most = Math.max(most, running);
    await nextTurn();
    running -= 1;
    events.push(`${name} ends`);
    if (name.startsWith('!')) throw new Error(name);
    return `${name} ${events.length}`;
  };
  return { events, work, most: () => most };
};

describe('work for many', () => {
  it('is done so many at a time, and answered in their order', async () => {
    const { work, most } = observedWork();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const answers = await mapConcurrent(names, 2, work);
    expect(answers.map((answer) => answer.slice(0, 1))).toEqual(names);
    expect(most()).toBe(2);
  });

  it('is nothing when there is nothing to do', async () => {
    const { work, events } = observedWork();
    expect(await mapConcurrent([], 2, work)).toEqual([]);
    expect(await mapInOrderByKey([], { width: 2 }, work)).toEqual([]);
    expect(events).toEqual([]);
  });

  it('goes on after a fault, and throws one alone or all', async () => {
    const { work, events } = observedWork();
    await expect(mapConcurrent(['!a', 'b'], 1, work)).rejects.toThrow('!a');
    expect(events).toContain('b ends');
    await expect(mapConcurrent(['!a', '!b'], 1, work)).rejects.toThrow(AggregateError);
  });
});

describe('work in lanes', () => {
  it('keeps the order within a key', async () => {
    const { work, events } = observedWork();
    const lanes = { width: 4, key: (name: string) => name.slice(0, 1) };
    await mapInOrderByKey(['a1', 'b1', 'a2'], lanes, work);
    expect(events.indexOf('a2 begins')).toBeGreaterThan(events.indexOf('a1 ends'));
    expect(events.indexOf('b1 begins')).toBeLessThan(events.indexOf('a1 ends'));
  });

  it('answers an item that comes twice with what each of the two came to', async () => {
    const { work } = observedWork();
    expect(await mapInOrderByKey(['a', 'b', 'a'], { width: 1 }, work)).toEqual([
      'a 2',
      'b 6',
      'a 4',
    ]);
  });

  it('begins nothing after a fault, and ends what was begun', async () => {
    const { work, events } = observedWork();
    await expect(mapInOrderByKey(['!a', 'b', 'c', 'd'], { width: 2 }, work)).rejects.toThrow('!a');
    expect(events).toEqual(['!a begins', 'b begins', '!a ends', 'b ends']);
  });
});
