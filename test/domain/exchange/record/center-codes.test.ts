/** One test for each table in which the specifications contradict each other. */
import { describe, expect, it } from 'vitest';

import { applicantKinds } from '../../../../shared/domain/case/applicant.ts';
import { codeMap } from '../../../../shared/domain/exchange/record/code-map.ts';
import type { CodeMap } from '../../../../shared/domain/exchange/record/code-map.ts';
import { zhejiang } from '../../../../shared/domain/exchange/record/zhejiang.table.ts';
import { channels } from '../../../../shared/domain/rating/channel.ts';
import { levels } from '../../../../shared/domain/rating/level.ts';
import { wireTime } from '../../../../shared/domain/time/wire-time.ts';
import { at } from '../../../fake/clock.ts';

const codesOf = <Name extends string>(map: CodeMap<Name>, names: readonly Name[]) =>
  names.map((name) => map.codeOf(name));

describe('a code table', () => {
  it('reads a code that several names share as the first of them, and has none where it says null', () => {
    const map = codeMap({ desk: '5', phone: '5', fax: null });
    expect(codesOf(map, ['desk', 'phone', 'fax'])).toEqual(['5', '5', undefined]);
    expect([map.nameOf('5'), map.nameOf('null'), map.codes]).toEqual(['desk', undefined, ['5']]);
  });
});

describe('the codes of Zhejiang, where other specifications say otherwise', () => {
  it('满意度: counts from the worst; the national standard counts from the best', () => {
    expect(codesOf(zhejiang.level, levels).join('')).toBe('54321');
    expect(zhejiang.level.nameOf('5')).toBe('very_satisfied');
  });

  it('评价渠道: 6 is 短信, and 电话 elsewhere', () => {
    expect(codesOf(zhejiang.channel, channels)).toEqual([
      '1',
      '2',
      '3',
      '6',
      '4',
      '5',
      '5',
      '5',
      '5',
    ]);
    expect(zhejiang.channel.nameOf('6')).toBe('sms');
  });

  it('系统默认评价: 7 means no channel of ours at all', () => {
    expect(zhejiang.defaultChannel).toBe('7');
    expect(zhejiang.channel.nameOf('7')).toBeUndefined();
  });

  it('12345 电话: has no digit, so it goes as 5 其他终端', () => {
    expect(zhejiang.channel.codeOf('hotline')).toBe('5');
    expect(zhejiang.channel.nameOf('5')).toBe('terminal');
  });

  it('办件类型: 承诺件 is 1, and 2 everywhere else', () => {
    expect(zhejiang.caseKind.codeOf('promised')).toBe('1');
    expect(zhejiang.caseKind.nameOf('1')).toBe('promised');
  });

  it('服务对象: two, where the standard has six', () => {
    expect(codesOf(zhejiang.applicantKind, applicantKinds).join(' ')).toBe('1 2 2 2 2 2');
    expect(zhejiang.applicantKind.nameOf('2')).toBe('enterprise');
    expect(zhejiang.applicantKind.nameOf('5')).toBeUndefined();
  });

  it('办件状态: 2 is under way, and finished in the standard', () => {
    const stages = ['received', 'handling', 'finished'] as const;
    expect(codesOf(zhejiang.caseStage, stages).join('')).toBe('123');
    expect(zhejiang.caseStage.nameOf('2')).toBe('handling');
  });

  it('时间: the wall clock of Shanghai, to the second', () => {
    const moment = at('2026-11-20T00:00:00.999+08:00');
    expect(wireTime(zhejiang.time, moment)).toBe('2026-11-20 00:00:00');
  });

  it('are those of the first version of its table', () => {
    expect(zhejiang).toMatchObject({ name: 'zhejiang', version: 1 });
  });

  it('dataSource: 133', () => {
    expect(zhejiang.dataSource).toBe('133');
  });

  it('every level, channel, kind and stage of ours has a code, so nothing is sent as nothing', () => {
    const { level, channel, caseKind, applicantKind, caseStage } = zhejiang;
    expect(codesOf(level, levels)).not.toContain(undefined);
    expect(codesOf(channel, channels)).not.toContain(undefined);
    expect(codesOf(caseKind, ['immediate', 'promised'])).not.toContain(undefined);
    expect(codesOf(applicantKind, applicantKinds)).not.toContain(undefined);
    expect(codesOf(caseStage, ['received', 'handling', 'finished'])).not.toContain(undefined);
  });
});
