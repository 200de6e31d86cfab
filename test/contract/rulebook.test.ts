import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rulesLagMs } from '../../shared/port/policy/rulebook.ts';
import type { Rulebook } from '../../shared/port/policy/rulebook.ts';
import { fakeClock } from '../fake/clock.ts';
import type { FakeClock } from '../fake/clock.ts';
import { invented2027 } from '../support/calendar-year.ts';
import { startEngineStores } from '../support/engine-stores.ts';
import type { EngineStores } from '../support/engine-stores.ts';
import { changedIndicators } from '../support/indicator-list.ts';
import { storeRegister } from '../support/store-register.ts';
import { friday, times } from './suite/sample.ts';

let engine: EngineStores;
let calls = 0;
/** The next call of the table waits for this; a test may delay it or make it fail. */
let gate: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  engine = await startEngineStores(Date.parse(friday));
  engine.table.client.middlewareStack.add(
    (next) => async (args) => {
      calls += 1;
      const answer = await next(args);
      await gate();
      return answer;
    },
    { step: 'initialize' },
  );
});

afterAll(() => engine?.stop());

const opened = (): { readonly clock: FakeClock; readonly book: Rulebook } => {
  const clock = fakeClock(friday);
  calls = 0;
  gate = async () => undefined;
  return { clock, book: engine.stores.rulebookBy(clock.now) };
};

/** The years, the activation and the head of the list of indicators. */
const oneRead = 3;
/** While none was activated: whether a policy of the city has the number of the shipped one. */
const firstRead = oneRead + 1;

describe('the rulebook of a warm instance', () => {
  it('reads nothing while it is opened, and once for a minute of ratings', async () => {
    const { clock, book } = opened();
    expect(calls).toBe(0);
    for (let second = 0; second < 60; second += 1) {
      await book.now();
      clock.advance(999);
    }
    expect(calls).toBe(firstRead);
    clock.advance(rulesLagMs - 60 * 999);
    await book.now();
    expect(calls).toBe(firstRead + oneRead);
  });

  it('reads again after its clock was set back', async () => {
    const { clock, book } = opened();
    await book.now();
    clock.advance(-1);
    await book.now();
    expect(calls).toBe(firstRead + oneRead);
  });

  it('shares one read among all who ask meanwhile', async () => {
    const { book } = opened();
    const answers = await Promise.all(times(50, () => book.now()));
    expect(calls).toBe(firstRead);
    expect(new Set(answers).size).toBe(1);
  });

  it('keeps no read that failed', async () => {
    const { book } = opened();
    gate = () => Promise.reject(new Error('throttled'));
    await expect(book.now()).rejects.toThrow('throttled');
    gate = async () => undefined;
    expect((await book.now()).policy.version).toBe(2);
  });

  it('does not answer with a read that began before the year was loaded', async () => {
    const { book } = opened();
    const [answered, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let answers = 0;
    gate = () => {
      answers += 1;
      if (answers === oneRead) answered.resolve();
      return held.promise;
    };
    const early = book.now();
    await answered.promise;
    gate = async () => undefined;
    const loading = {
      calendar: invented2027,
      version: 1,
      by: 'u-admin',
      confirmedBy: 'u-admin-2',
      at: friday,
    };
    expect(await engine.stores.calendars.load(loading)).toBe('saved');
    const late = book.now({ year: 2027, version: 1 });
    held.resolve();
    expect((await early).calendar.years.has(2027)).toBe(false);
    expect((await late).calendar.years.has(2027)).toBe(true);
    expect((await book.now()).calendar.years.has(2027)).toBe(true);
  });

  it('reads the entries of a list of indicators once, and its head each time', async () => {
    const { clock, book } = opened();
    const signed = { by: 'u-admin', confirmedBy: 'u-admin-2', at: friday };
    const list = { noun: 'indicators', area: '330600', version: 1, ...signed } as const;
    await storeRegister(engine.stores.registers, { ...list, entries: changedIndicators });
    calls = 0;
    await book.now();
    const entries = 2;
    expect(calls).toBe(firstRead + entries);
    clock.advance(rulesLagMs);
    expect((await book.now()).indicators.version).toBe(3);
    expect(calls).toBe(firstRead + oneRead + entries);
  });

  it('reads when it is asked for the latest, fresh or not', async () => {
    const { book } = opened();
    await book.now();
    const before = calls;
    await book.latest();
    expect(calls).toBe(before + oneRead);
    await book.now();
    expect(calls).toBe(before + oneRead);
  });

  it('looks a policy up once, and goes on asking for one that is not there', async () => {
    const { book } = opened();
    await book.policy(1);
    expect(calls).toBe(0);
    await book.policy(9);
    await book.policy(9);
    expect(calls).toBe(2);
  });
});
