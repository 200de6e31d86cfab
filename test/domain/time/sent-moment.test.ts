import { describe, expect, it } from 'vitest';

import { momentOf } from '../../../shared/domain/time/sent-moment.ts';

describe('a moment of another system', () => {
  it.each([
    '2026-11-20 09:30:30',
    '20261120093030',
    '2026-11-20T09:30:30',
    '2026-11-20 09:30:30.0',
    '2026-11-20T09:30:30.000000',
    '2026/11/20 9:30:30',
    '2026-11-20T09:30:30+08:00',
    '2026-11-20T01:30:30.000+0000',
    Date.parse('2026-11-20T09:30:30+08:00'),
    String(Date.parse('2026-11-20T09:30:30+08:00')),
    [2026, 11, 20, 9, 30, 30],
    ['2026', '11', '20', '09', '30', '30', 999_999],
  ])('%j is a moment', (sent) => {
    expect(momentOf(sent)).toBe('2026-11-20T01:30:30.000Z');
  });

  it.each<[string, string]>([
    ['2026-11-20T09:30', '2026-11-20T01:30:00.000Z'],
    ['2026/1/2 09:30', '2026-01-02T01:30:00.000Z'],
    ['2026-11-20 09:30:30.120999999', '2026-11-20T01:30:30.120Z'],
  ])('is read to the minute or the millisecond from %j', (sent, moment) => {
    expect(momentOf(sent)).toBe(moment);
  });

  it('is read to the minute or the millisecond where Java wrote its numbers', () => {
    expect(momentOf([2026, 11, 20, 9, 30])).toBe('2026-11-20T01:30:00.000Z');
    expect(momentOf([2026, 11, 20, 9, 30, 30, 120_999_999])).toBe('2026-11-20T01:30:30.120Z');
    expect(momentOf([2026, 1, 2, 3, 4, 5])).toBe('2026-01-01T19:04:05.000Z');
  });

  it.each([
    [2026, 2, 30, 10, 0],
    [2026, 11, 20],
    [2026, 11, 20, 9, {}],
    [2026, 11, 20, 9],
    [2026, 11, 20, 9, 30, 30, 0, 0],
    [2026, 11, 20, 9, 30, 30, '6ns'],
    [2026, 11, 20, 9, 30, 30, '+6'],
  ])('the numbers %j, %j, %j are none', (...numbers) => {
    expect(momentOf(numbers)).toBeUndefined();
  });

  it.each([
    '2026-11/20 09:30:30',
    '2026-11-20 09:3:30',
    '2026-11-20 09:30:3',
    '2026-11-20 09',
    '2026-11-20 24:30:00',
    '2026-11-20 09:30:30.',
    '26-11-20 09:30:30',
    'x2026-11-20 09:30:30',
    '2026-11-20 09:30:30x',
    '1991-09-15 23:59:59',
  ])('the text %j is none', (sent) => {
    expect(momentOf(sent)).toBeUndefined();
  });

  it.each(['2026-02-30 10:00:00', '昨天', 0, 1_763_602_230, -1, 9e15, '99999999999999', null, {}])(
    '%j is none',
    (sent) => {
      expect(momentOf(sent)).toBeUndefined();
    },
  );
});
