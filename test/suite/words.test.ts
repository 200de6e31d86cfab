import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, test } from 'vitest';

import { textsOf } from '../support/architecture/source.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Terms that no office uses, and their replacements. */
const instead: Readonly<Record<string, string>> = {
  逾期: '超期',
  月报: '通报',
  居民: '评价人, 企业和群众',
  张工单: '件工单',
  代录: '代为登记',
  第二人: '他人',
  升级阶梯: '分级预警督办规则',
  漏升级: '应提级未提级',
  待报箱: '待上报清单',
  待报清单: '待上报清单',
  滞留: '上报失败',
  编码方言: '代码对照表',
  试算: '模拟测算',
  重新计数: '数据复核',
  待公布日历: '待公布节假日安排',
  上游: '外部系统',
  静默: '离线',
  失联: '离线',
  挂账: '列入整改台账',
  已闭环: '已办结',
  勾选: '选择',
  评价凭证: '评价链接',
  第二轮: '二次整改',
  名次顺延: '名次依次后移',
  催促: '催办',
  正被更新: '系统繁忙',
  暂时出错: '系统异常',
  口径: '统计范围',
};

/** Official names of certificates, and 口径 where it is the definition of a figure. */
const official =
  /(?:居民身份证|(?:港澳|台湾|港澳台)居民(?:来往|居住证)|统计口径|默认口径|口径说明|（口径）)/g;

/**
 * Texts of the product; the invented city and the simulated center speak for other organizations.
 */
const files = globSync('{shared,events,functions,infra}/**/*.ts', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/^infra\/local\/(?:scenario\/town|system\/center)\//.test(path));

const isCsv = (text: string): boolean => /(?:,[^,]+){3}/.test(text);

const isChinese = (text: string): boolean => /[\u4E00-\u9FFF]/.test(text);

const texts: readonly string[] = files
  .flatMap((path) => textsOf({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  .filter(isChinese);

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n').filter(isChinese);

const bannedIn = (text: string): readonly string[] => {
  const said = text.replaceAll(official, '');
  return Object.entries(instead)
    .filter(([banned]) => said.includes(banned))
    .map(([banned, better]) => `${banned} → ${better}: ${text}`);
};

describe('Chinese texts follow official usage', () => {
  it('and are found at all', () => {
    expect(texts.length).toBeGreaterThan(900);
    expect(readme.length).toBeGreaterThan(40);
  });

  it.each([
    ['of the product', texts],
    ['of the glossary', readme],
  ])('in the texts %s', (_name, all) => {
    expect(all.flatMap(bannedIn)).toEqual([]);
  });

  it('with full-width punctuation between Chinese words', () => {
    const halfWidth = /[\u4E00-\u9FFF][,;:?!][\u4E00-\u9FFF]/;
    expect(texts.filter((text) => halfWidth.test(text) && !isCsv(text))).toEqual([]);
  });
});

test('the words that are looked for are found where they stand', () => {
  expect(bannedIn('工单已逾期，请居民确认')).toHaveLength(2);
  expect(bannedIn('居民身份证号码与统计口径')).toEqual([]);
});
