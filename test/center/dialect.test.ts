/** One test for each conflict between the specifications that domain.md §2.9 lists. */
import { describe, expect, it } from 'vitest';

import { atg } from '../../shared/center/atg.table.ts';
import type { CodeMap } from '../../shared/center/code-map.ts';
import { gbt39046 } from '../../shared/center/gbt39046.table.ts';
import { national } from '../../shared/center/national.table.ts';
import { instantOfWire, wireTime } from '../../shared/center/wire-time.ts';
import { zhejiang } from '../../shared/center/zhejiang.table.ts';
import { applicantKinds } from '../../shared/domain/applicant.ts';
import { channels } from '../../shared/domain/channel.ts';
import { levels } from '../../shared/domain/level.ts';
import { at } from '../fake/clock.ts';

const dialects = [gbt39046, zhejiang, atg, national] as const;

const codesOf = <Name extends string>(map: CodeMap<Name>, names: readonly Name[]) =>
  names.map((name) => map.codeOf(name));

describe('where specifications contradict each other', () => {
  it('满意度: the national standard and ATG count from the best, the interfaces from the worst', () => {
    const written = dialects.map(({ level }) => codesOf(level, levels).join(''));
    expect(written).toEqual(['12345', '54321', '12345', '54321']);
    expect(dialects.map(({ level }) => level.nameOf('5'))).toEqual([
      'very_dissatisfied',
      'very_satisfied',
      'very_dissatisfied',
      'very_satisfied',
    ]);
  });

  it('评价渠道: names in the standard, 6 is 短信 in Zhejiang and 电话 elsewhere', () => {
    expect(codesOf(gbt39046.channel, ['portal', 'app', 'sms'])).toEqual([
      'PC端',
      '移动服务端',
      '短信',
    ]);
    expect(codesOf(zhejiang.channel, channels)).toEqual(['1', '2', '3', '6', '4', '5', '5', '5']);
    expect([zhejiang, national].map(({ channel }) => channel.nameOf('6'))).toEqual([
      'sms',
      'hotline',
    ]);
    expect(national.channel.codeOf('sms')).toBe('7');
    expect(codesOf(atg.channel, ['portal', 'app', 'qr'])).toEqual([
      'PC_ONLINE',
      'APP_ONLINE',
      '二维码',
    ]);
    expect(atg.channel.codeOf('sms')).toBeUndefined();
  });

  it('系统默认评价: 7 in Zhejiang means no channel of ours at all', () => {
    expect(zhejiang.defaultChannel).toBe('7');
    expect(zhejiang.channel.nameOf('7')).toBeUndefined();
    expect(national.channel.nameOf('7')).toBe('sms');
  });

  it('12345 电话: a name in the standard, 6 elsewhere, no digit in Zhejiang, so 5 其他终端', () => {
    expect(dialects.map(({ channel }) => channel.codeOf('hotline'))).toEqual([
      '电话',
      '5',
      undefined,
      '6',
    ]);
    expect(zhejiang.channel.nameOf('5')).toBe('terminal');
  });

  it('办件类型: Zhejiang writes 承诺件 as 1, everybody else as 2', () => {
    expect(dialects.map(({ caseKind }) => caseKind.codeOf('promised'))).toEqual([
      '2',
      '1',
      '2',
      '2',
    ]);
    expect(dialects.map(({ caseKind }) => caseKind.nameOf('1'))).toEqual([
      'immediate',
      'promised',
      'immediate',
      'immediate',
    ]);
  });

  it('服务对象: six in the standard, two in Zhejiang, words on the bus, a gap in Beijing', () => {
    expect(dialects.map((one) => codesOf(one.applicantKind, applicantKinds).join(' '))).toEqual([
      '1 2 3 4 5 6',
      '1 2 2 2 2 2',
      'person legal legal legal legal legal',
      '1 2 3 4 6 9',
    ]);
    expect(zhejiang.applicantKind.nameOf('2')).toBe('enterprise');
    expect(national.applicantKind.nameOf('5')).toBeUndefined();
  });

  it('办件状态: 2 is finished in the standard and on the bus, and under way in Zhejiang', () => {
    const written = dialects.map(({ caseStage }) =>
      codesOf(caseStage, ['received', 'handling', 'finished']).join(''),
    );
    expect(written).toEqual(['112', '123', '112', '123']);
    expect(dialects.map(({ caseStage }) => caseStage.nameOf('2'))).toEqual([
      'finished',
      'handling',
      'finished',
      'handling',
    ]);
  });

  it('时间: four ways to write one moment, all of them the wall clock of Shanghai', () => {
    const moment = at('2026-12-31T23:59:58+08:00');
    expect(dialects.map(({ time }) => wireTime(time, moment))).toEqual([
      '20261231T235958',
      '2026-12-31 23:59:58',
      '2026-12-31 23:59:58',
      '20261231235958',
    ]);
    for (const { time } of dialects) {
      expect(instantOfWire(time, wireTime(time, moment))).toBe(moment);
      expect(instantOfWire(time, '2026-13-01 00:00:00')).toBeUndefined();
    }
    // GB/T 39046 itself writes it in two ways, and both are read.
    expect(instantOfWire(gbt39046.time, '20261231235958')).toBe(moment);
  });

  it.each([
    ['2026-11-20T07:59:00+08:00', '2026-11-20 07:59:00'],
    ['2026-11-20T08:01:00+08:00', '2026-11-20 08:01:00'],
    ['2026-11-20T00:00:00.999+08:00', '2026-11-20 00:00:00'],
  ])('时间: %s is the same day in Shanghai, whatever the process thinks', (moment, written) => {
    expect(wireTime(zhejiang.time, at(moment))).toBe(written);
  });

  it('dataSource: 133 in Zhejiang, 111 in Beijing, nothing in the standard and on the bus', () => {
    expect(dialects.map(({ dataSource }) => dataSource)).toEqual([
      undefined,
      '133',
      undefined,
      '111',
    ]);
  });

  it('every level, kind and stage of ours has a code everywhere, so nothing is sent as nothing', () => {
    for (const { level, caseKind, applicantKind, caseStage } of dialects) {
      expect(codesOf(level, levels)).not.toContain(undefined);
      expect(codesOf(caseKind, ['immediate', 'promised'])).not.toContain(undefined);
      expect(codesOf(applicantKind, applicantKinds)).not.toContain(undefined);
      expect(codesOf(caseStage, ['received', 'handling', 'finished'])).not.toContain(undefined);
    }
    expect(codesOf(zhejiang.channel, channels)).not.toContain(undefined);
  });
});
