import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { messageKinds } from '../../../shared/domain/message/kind.ts';
import { defaultMessageRules, MessageRules } from '../../../shared/domain/message/rules.ts';
import {
  fillTemplate,
  longestSignature,
  mostSegments,
  placesOf,
  segmentsOf,
  signText,
  templateFor,
} from '../../../shared/domain/message/template.ts';

const values = {
  matter: '食品经营许可',
  department: '越城区示例局',
  date: '12月1日17:30',
  link: 'https://p.example.cn/r/x',
};

const problemsOf = (text: string): readonly string[] => {
  const read = z.safeParse(templateFor('receipt'), text);
  return read.success
    ? []
    : read.error.issues.map(({ code, message }) => (code === 'custom' ? message : code));
};

describe('the text of a message', () => {
  it('has its places filled, and the link last', () => {
    const text = fillTemplate(defaultMessageRules.texts.receipt, values);
    expect(text).toBe(
      '“食品经营许可”的评价已提交，越城区示例局将于12月1日17:30前回访，进度：https://p.example.cn/r/x',
    );
  });

  it('cuts a name that is too long, and never a link', () => {
    const long = { ...values, matter: '长'.repeat(40), link: `https://${'x'.repeat(120)}` };
    expect(fillTemplate('“{matter}”{link}', long)).toBe(`“${'长'.repeat(19)}…”${long.link}`);
  });

  it.each([
    ['退税待领取打开evil-tax.cn/a'],
    ['医保卡停用速电13912345678'],
    ['医保卡停用速电139 1234 5678'],
    ['积分清零点ｅｖｉｌ．ｃｃ'],
    ['【工商银行】积分清零'],
  ])('has neutral words for a name that leads elsewhere, or signs: %s', (name) => {
    const bad = { ...values, matter: name, department: name };
    expect(fillTemplate('{department}：{matter}', bad)).toBe('承办部门：政务服务事项');
  });

  it.each(['城镇职工基本养老保险（2026年度）', 'A级景区·第12号', 'V1.2版平台登记'])(
    'keeps a name as it is reported: %s',
    (matter) => {
      expect(fillTemplate('{matter}', { ...values, matter })).toBe(matter);
    },
  );

  it('cuts only names with more than twenty characters, and leaves other braces', () => {
    const department = '\u{1F600}'.repeat(20);
    expect(fillTemplate('{department}{matter}{date}{who}{link}', { ...values, department })).toBe(
      `${department}${values.matter}${values.date}{who}${values.link}`,
    );
    expect(fillTemplate('{department}', { ...values, department: '长'.repeat(21) })).toBe(
      `${'长'.repeat(19)}…`,
    );
    expect(fillTemplate('{date}', { ...values, date: '12月31日（含当日）' })).toBe(
      '12月31日（含当日）',
    );
    expect(fillTemplate('{date}', { ...values, date: '2026年12月31日17:30' })).toBe(
      '2026年12月31…',
    );
  });

  it.each([
    ['您的评价已提交，查询进度：{link}', []],
    ['您的评价已提交，{who}，查询进度：{link}', ['unknown_place']],
    ['您的评价已提交，{matter，查询进度：{link}', ['unknown_place']],
    ['您的评价已提交：{link}，请查询进度', ['link_not_last']],
    ['您的评价已提交，请查询进度，谢谢', ['link_not_last']],
    ['{link}您的评价已提交，查询进度：{link}', ['link_not_last', 'too_many_segments']],
    ['您的评价见 www.example.com：{link}', ['foreign_link']],
    ['您的评价请拨打 05751234567：{link}', ['foreign_link']],
    ['您的评价请拨打 1234567：{link}', ['foreign_link']],
    ['您的评价请拨打 400 820 8820：{link}', ['foreign_link']],
    ['您的评价请拨打 １３９１２３４５６７８：{link}', ['foreign_link']],
    ['您的评价请打开 evil.xyz/a：{link}', ['foreign_link']],
    ['您的评价请打开 ｅｖｉｌ．ｃｎ：{link}', ['foreign_link']],
    ['您的评价编号为 123456：{link}', []],
    ['您的评价见 http://example：{link}', ['foreign_link']],
    ['您的评价见 HTTPS://example：{link}', ['foreign_link']],
    ...['cn', 'com', 'net', 'org'].map((name): [string, string[]] => [
      `您的评价见 example.${name}：{link}`,
      ['foreign_link'],
    ]),
    ['您的评价见 example.cnx：{link}', ['foreign_link']],
    ['您的评价已提交，\uD83D：{link}', ['half_a_character']],
    ['评价{link}', ['too_small']],
    ['评价已交{link}', []],
    ['您的评价已提交}：{link}', ['unknown_place']],
    ['您的评价已提交，{}：{link}', ['unknown_place']],
    [`${'您的评价已提交。'.repeat(12)}您{link}`, []],
    [`${'您的评价已提交。'.repeat(12)}您的{link}`, ['too_many_segments']],
    ['【某市】您的评价已提交：{link}', ['own_signature']],
    ['您的评价已提交】：{link}', ['own_signature']],
    [`${'您'.repeat(194)}{link}`, ['too_many_segments']],
    [`${'您'.repeat(195)}{link}`, ['too_big', 'too_many_segments']],
  ])('%s: %j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('of every kind is plausible as it is shipped', () => {
    expect(z.safeParse(MessageRules, defaultMessageRules).error).toBeUndefined();
    expect(Object.keys(defaultMessageRules.texts)).toEqual([...messageKinds]);
  });

  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('of %i characters is charged as %i', (length, segments) => {
    expect(segmentsOf('字'.repeat(length))).toBe(segments);
  });

  it('ends with its link, and stays within the limit, whatever it is filled with', () => {
    const name = fc.string({ unit: fc.constantFrom('越', '城', '区', '局'), maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...messageKinds), name, name, (kind, matter, department) => {
        const link = `https://${'x'.repeat(82)}`;
        const plain = { matter, department, date: '12月31日（含当日）', link };
        const filled = fillTemplate(defaultMessageRules.texts[kind], plain);
        expect(filled.endsWith(link)).toBe(true);
        const signed = signText('签'.repeat(longestSignature), filled);
        expect(signed).toBe(`【${'签'.repeat(12)}】${filled}`);
        expect(segmentsOf(signed)).toBeLessThanOrEqual(mostSegments);
      }),
    );
  });

  it('may have a date where it is about one, and always name matter, department and link', () => {
    const dated = messageKinds.filter((kind) => placesOf[kind].some((name) => name === 'date'));
    expect(dated.join(' ')).toBe(
      'invitation_reminder receipt answered extended hardship follow_up_ending contest_received',
    );
    for (const kind of messageKinds) {
      expect(placesOf[kind].filter((name) => name !== 'date')).toEqual([
        'matter',
        'department',
        'link',
      ]);
    }
  });

  it('has no place that its kind does not know', () => {
    for (const kind of messageKinds) {
      const named = [...defaultMessageRules.texts[kind].matchAll(/\{(\w+)\}/g)].map(([, n]) => n);
      expect(placesOf[kind]).toEqual(expect.arrayContaining(named));
    }
  });
});
