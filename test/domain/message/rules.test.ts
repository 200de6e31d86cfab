import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { messageKinds } from '../../../shared/domain/message/kind.ts';
import { defaultMessageRules, MessageRules, textOf } from '../../../shared/domain/message/rules.ts';
import { fillTemplate, segmentsOf, signText } from '../../../shared/domain/message/template.ts';

const accepts = (change: object): boolean =>
  z.safeParse(MessageRules, { ...defaultMessageRules, ...change }).success;

const { quiet, texts } = defaultMessageRules;
const hour = 60;

describe('the rules of messages', () => {
  it('are these while a policy states none', () => {
    const { texts: _words, ...numbers } = defaultMessageRules;
    expect(numbers).toEqual({
      quiet: { from: 21 * hour, until: 8 * hour },
      mostPerDay: 3,
      remindAfterHours: 24,
      callAfterDays: 3,
      followUpEndingDays: 2,
    });
  });

  it.each([
    ['mostPerDay', 1, 10],
    ['remindAfterHours', 12, 168],
    ['callAfterDays', 1, 14],
    ['followUpEndingDays', 1, 7],
  ])('have %s from %i to %i', (name, least, most) => {
    const tried = [least - 1, least, most, most + 1];
    expect(tried.map((value) => accepts({ [name]: value }))).toEqual([false, true, true, false]);
    expect(accepts({ [name]: least + 0.5 })).toBe(false);
  });

  it.each([
    ['from', 17 * hour, 21 * hour],
    ['until', 7 * hour, 10 * hour],
  ])('have a night %s minute %i to %i', (name, least, most) => {
    const tried = [least - 1, least, most, most + 1];
    expect(tried.map((value) => accepts({ quiet: { ...quiet, [name]: value } }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each(messageKinds)('have a text of %s with its own places', (kind) => {
    const text = (words: string) => accepts({ texts: { ...texts, [kind]: words } });
    expect([text('您的评价已提交：{link}'), text('您的评价已提交')]).toEqual([true, false]);
    expect(text('您的评价请于{date}前查看：{link}')).toBe(texts[kind].includes('{date}'));
  });

  it.each(messageKinds)('have a text of %s that is charged as two, with what is usual', (kind) => {
    const usual = {
      matter: '内资公司设立登记',
      department: '越城区市场监督管理局',
      date: '12月31日（含当日）',
      link: `https://hcp.example.gov.cn/${'x'.repeat(49)}`,
    };
    const text = signText('政务服务好差评', fillTemplate(texts[kind], usual));
    expect(segmentsOf(text)).toBe(2);
  });

  it('take the text of a kind from the policy, and one that it lacks from the default', () => {
    const entered = '您的评价已登记：{link}';
    expect(textOf({ ...defaultMessageRules, texts: { ...texts, entered } }, 'entered')).toBe(
      entered,
    );
    const { entered: own, ...earlier } = texts;
    expect(accepts({ texts: earlier })).toBe(true);
    expect(textOf({ ...defaultMessageRules, texts: earlier }, 'entered')).toBe(own);
  });
});
