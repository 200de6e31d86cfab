import { describe, expect, it } from 'vitest';

import { createSensitiveMatters, shownMatter } from '../../../shared/sensitive-matters.ts';
import { at, fakeClock } from '../../fake/clock.ts';
import { fakeStores } from '../../fake/stores.ts';
import { storeRegister } from '../../support/store-register.ts';

const disability = { code: '11330600MB0001', name: '残疾人证核发' };

const signed = {
  by: 'a',
  confirmedBy: 'b',
  at: at('2026-11-20T09:00:00+08:00'),
};

const setUp = async (area: string) => {
  const stores = fakeStores();
  const clock = fakeClock(at('2026-11-20T09:30:00+08:00'));
  await storeRegister(stores.registers, {
    noun: 'matters',
    area,
    version: 1,
    ...signed,
    entries: [
      { ...disability, sensitive: true },
      { code: 'OTHER', name: '社保卡申领' },
    ],
  });
  return { stores, clock, sensitive: createSensitiveMatters(stores.registers, clock.now) };
};

describe('a sensitive matter', () => {
  it.each(['330602', '330600'])(
    'is shown under a neutral text by the register of %s',
    async (area) => {
      const { sensitive } = await setUp(area);
      const known = { area: '330602001', matter: disability };
      expect(await shownMatter(known, 'zh', sensitive)).toBe('政务服务事项');
      expect(await shownMatter(known, 'en', sensitive)).toBe('A government service');
    },
  );

  it('is only the one that is marked, in the area that marked it', async () => {
    const { sensitive } = await setUp('330602');
    const other = { code: 'OTHER', name: '社保卡申领' };
    expect(await shownMatter({ area: '330602', matter: other }, 'zh', sensitive)).toBe(other.name);
    const elsewhere = { area: '330603', matter: disability };
    expect(await shownMatter(elsewhere, 'zh', sensitive)).toBe(disability.name);
  });

  it('is read again after five minutes, and after a read that failed', async () => {
    const { stores, clock } = await setUp('330603');
    let reads = 0;
    let isDown = true;
    const registers = {
      find: async (key: Parameters<typeof stores.registers.find>[0]) => {
        reads += 1;
        if (isDown) throw new Error('down');
        return stores.registers.find(key);
      },
    };
    const sensitive = createSensitiveMatters(registers, clock.now);
    const matter = { area: '330600', code: 'X' };
    await expect(sensitive.has(matter)).rejects.toThrow('down');
    isDown = false;
    expect(await sensitive.has(matter)).toBe(false);
    expect(await sensitive.has(matter)).toBe(false);
    expect(reads).toBe(2);
    clock.advance(301_000);
    expect(await sensitive.has(matter)).toBe(false);
    expect(reads).toBe(3);
  });
});
