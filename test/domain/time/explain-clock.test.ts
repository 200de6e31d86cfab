import { describe, expect, it } from 'vitest';

import {
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../shared/domain/time/clock.ts';
import { explainClock } from '../../../shared/domain/time/explanation/explain-clock.ts';
import { explainDue } from '../../../shared/domain/time/explanation/explain.ts';
import { shippedRules } from '../../../shared/rules.ts';
import { at } from '../../fake/clock.ts';

const { timetable } = shippedRules;
const friday = at('2026-11-20T09:30:00+08:00');
const monday = at('2026-11-23T10:00:00+08:00');
const tuesday = at('2026-11-24T10:00:00+08:00');
const term = { amount: 5, unit: 'working_day' } as const;
const running = startClock(timetable, friday, term);
const paused = pauseClock(timetable, running, monday);
const resumed = resumeClock(timetable, paused, tuesday);

const words = (clock: Parameters<typeof explainClock>[1], language: 'zh' | 'en' = 'zh') =>
  explainClock(timetable, clock, language).sentence;

describe('a clock in words', () => {
  it('that was never paused is its count, day by day', () => {
    const { sentence, days } = explainDue(timetable, { at: friday, term }, 'zh');
    expect(explainClock(timetable, running, 'zh')).toEqual({ sentence, days });
    expect(days).toHaveLength(8);
  });

  it('says that it stands still, and since when', () => {
    expect(words(paused)).toBe(
      `${words(running)}自2026年11月23日10:00起暂停计时，恢复后按剩余工作时间继续计算。`,
    );
    expect(words(paused, 'en')).toMatch(
      /Paused since 23 November 2026 at 10:00; the remaining working/,
    );
  });

  it('says for how long it stood still, and when it is due with that', () => {
    expect(resumed).toMatchObject({ dueAt: at('2026-11-30T17:30:00+08:00') });
    expect(words(resumed)).toBe(
      `${words(running)}2026年11月23日10:00至2026年11月24日10:00暂停计时。顺延后的截止时间为2026年11月30日17:30。`,
    );
    expect(words(resumed, 'en')).toMatch(
      /\. Paused from 23 November 2026 at 10:00 to 24 November 2026 at 10:00\. After the pauses it is due on 30 November 2026 at 17:30\.$/,
    );
  });

  it('names every pause', () => {
    const again = pauseClock(timetable, resumed, at('2026-11-25T09:00:00+08:00'));
    expect(words(again).match(/暂停计时/g)).toHaveLength(2);
  });

  it.each([
    ['in time', monday, '已于2026年11月23日10:00按期完成。'],
    [
      'late',
      at('2026-12-01T09:00:00+08:00'),
      '已于2026年12月1日09:00完成，超过截止时间2026年11月27日17:30。',
    ],
  ])('that was met %s says so', (_name, moment, sentence) => {
    expect(words(meetClock(running, moment))).toBe(sentence);
  });

  it('that has ended has no days', () => {
    expect(explainClock(timetable, meetClock(running, monday), 'zh').days).toEqual([]);
  });

  it('that was paused before its calendar is known has no later due moment yet', () => {
    const waiting = startClock(timetable, at('2026-12-30T10:00:00+08:00'), term);
    const stood = pauseClock(timetable, waiting, at('2026-12-30T11:00:00+08:00'));
    const went = resumeClock(timetable, stood, at('2026-12-31T11:00:00+08:00'));
    expect(words(went)).toMatch(/2026年12月30日11:00至2026年12月31日11:00暂停计时。$/);
    expect(words(stood)).toMatch(
      /自2026年12月30日11:00起暂停计时，恢复后按剩余工作时间继续计算。$/,
    );
  });

  it('that was stopped says so', () => {
    expect(words(stopClock(monday))).toBe('2026年11月23日10:00起不再计时。');
    expect(explainClock(timetable, stopClock(monday), 'en').days).toEqual([]);
  });

  it('that waits for its calendar says so', () => {
    const waiting = startClock(timetable, at('2026-12-30T10:00:00+08:00'), term);
    expect(words(waiting)).toContain('2027年节假日安排尚未公布');
  });
});
