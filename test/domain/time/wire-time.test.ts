import { describe, expect, it } from 'vitest';

import { instantOfWire, wireTime } from '../../../shared/domain/time/wire-time.ts';
import { at } from '../../fake/clock.ts';

describe('a time in the forms of the center', () => {
  it('is the wall clock of Shanghai, in each form read as it is written', () => {
    const moment = at('2026-12-31T23:59:58+08:00');
    expect(wireTime('yyyy-MM-dd HH:mm:ss', moment)).toBe('2026-12-31 23:59:58');
    expect(wireTime('yyyyMMddHHmmss', moment)).toBe('20261231235958');
    for (const form of ['yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss'] as const) {
      expect(instantOfWire(form, wireTime(form, moment))).toBe(moment);
      expect(instantOfWire(form, '2026-13-01 00:00:00')).toBeUndefined();
      expect(instantOfWire(form, '20261301000000')).toBeUndefined();
    }
  });

  it.each([
    ['2026-11-20T07:59:00+08:00', '2026-11-20 07:59:00'],
    ['2026-11-20T08:01:00+08:00', '2026-11-20 08:01:00'],
    ['2026-11-20T00:00:00.999+08:00', '2026-11-20 00:00:00'],
  ])('%s is the same day in Shanghai, whatever the process thinks', (moment, written) => {
    expect(wireTime('yyyy-MM-dd HH:mm:ss', at(moment))).toBe(written);
  });

  it.each(['x2026-11-20 09:00:00', '2026-11-20 09:00:00x', '2026-11-20T09:00:00', ''])(
    'is none in %j',
    (text) => {
      expect(instantOfWire('yyyy-MM-dd HH:mm:ss', text)).toBeUndefined();
    },
  );

  it.each(['x20261120090000', '20261120090000x', '2026-11-20 09:00:00'])(
    'is none in %j without its separators',
    (text) => {
      expect(instantOfWire('yyyyMMddHHmmss', text)).toBeUndefined();
    },
  );
});
