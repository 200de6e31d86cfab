import { describe, expect, it } from 'vitest';

import { civilTime } from '../../../functions/case/import/civil-time.ts';
import { encodingProbe } from '../../../functions/case/import/encoding/text-encoding.ts';
import { gb18030 } from './import-file-sample.ts';

describe('a time as people write it', () => {
  it.each([
    ['2026-11-20T09:12:00+08:00', '2026-11-20T09:12:00+08:00'],
    ['2026-11-20T01:12:00Z', '2026-11-20T01:12:00Z'],
    ['2026-11-20T09:12+0800', '2026-11-20T09:12:00+08:00'],
    ['2026/11/20 9:12', '2026-11-20T09:12:00+08:00'],
    ['2026/1/2  9:05:07', '2026-01-02T09:05:07+08:00'],
    ['2026-11-20 09:12:34.567', '2026-11-20T09:12:34.567+08:00'],
    ['2026-11-20T09:12:34.123456789+0800', '2026-11-20T09:12:34.123456789+08:00'],
    ['2026.11.20 9:12', '2026-11-20T09:12:00+08:00'],
    ['2026年11月20日 9时12分', '2026-11-20T09:12:00+08:00'],
    ['2026年1月2日9时5分7秒', '2026-01-02T09:05:07+08:00'],
    ['2026年1月2日 下午3点5分', '2026-01-02T15:05:00+08:00'],
    ['2026/11/20 上午 9:12:00', '2026-11-20T09:12:00+08:00'],
    ['2026/11/20 下午 3:12:00', '2026-11-20T15:12:00+08:00'],
    ['2026-11-20 下午 13:05', '2026-11-20T13:05:00+08:00'],
    ['2026-11-20 下午 3:12 PM', '2026-11-20T15:12:00+08:00'],
    ['2026-11-20 12:05 AM', '2026-11-20T00:05:00+08:00'],
    ['20261120091234', '2026-11-20T09:12:34+08:00'],
    ['202611200912', '2026-11-20T09:12:00+08:00'],
    ['２０２６－１１－２０　０９：１２', '2026-11-20T09:12:00+08:00'],
  ])('%s is %s', (given, at) => {
    expect(civilTime(given)).toEqual({ ok: true, at });
  });

  it.each([
    ['11/20/2026 9:12', 'ambiguous_time'],
    ['20/11/2026 9:12', 'ambiguous_time'],
    ['5/6/26 9:12', 'ambiguous_time'],
    ['26-11-20 9:12', 'ambiguous_time'],
    ['11月20日 9:12', 'ambiguous_time'],
    ['2026-11-20', 'day_without_time'],
    ['2026年11月20日', 'day_without_time'],
    ['20261120', 'day_without_time'],
    ['2026-02-30 09:12', 'not_a_time'],
    ['2026-11-20 24:00', 'not_a_time'],
    ['46346.3833', 'not_a_time'],
    ['2026-11-20 09:1', 'not_a_time'],
    ['2026-11-20 09:12:3', 'not_a_time'],
    ['2026-11-20 09:', 'not_a_time'],
    ['2026-11-20 上午 9:12 PM', 'not_a_time'],
    ['2026-11-20 13:05 AM', 'not_a_time'],
    ['2026年11月20日9时30秒', 'not_a_time'],
    ['昨天', 'not_a_time'],
  ])('%s is refused: %s', (given, problem) => {
    expect(civilTime(given)).toEqual({ ok: false, problem });
  });
});

describe('the encoding', () => {
  it('is the same however the bytes are cut', () => {
    for (const [bytes, expected] of [
      [gb18030('办件统一编号，𠮷㐀'), 'gb18030'],
      [Buffer.from('办件统一编号，𠮷㐀'), 'utf-8'],
      [Buffer.from('\uFEFF办件'), 'utf-8-bom'],
    ] as const) {
      const probe = encodingProbe();
      probe.push(bytes.subarray(0, 3));
      for (let at = 3; at < bytes.length; at += 1) probe.push(bytes.subarray(at, at + 1));
      expect(probe.end()).toBe(expected);
    }
  });
});
