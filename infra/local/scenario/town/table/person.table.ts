/**
 * Invented names: 测试 (test), 示例 (example), 样例 (sample) or 虚构 (made up) and a pair of the
 * sixty-year cycle. The name of every company contains 示例.
 */
const personStems = ['测试', '示例', '样例', '虚构'] as const;

const heavenly = Array.from('甲乙丙丁戊己庚辛壬癸');
const earthly = Array.from('子丑寅卯辰巳午未申酉戌亥');

/** 甲子 … 癸亥, sixty pairs. */
export const cyclePairs: readonly string[] = Array.from(
  { length: 60 },
  (_, index) => `${heavenly[index % 10] ?? ''}${earthly[index % 12] ?? ''}`,
);

export const inventedNames: readonly string[] = personStems.flatMap((stem) =>
  cyclePairs.map((pair) => `${stem}${pair}`),
);

export const companyForms = [
  '纺织有限公司',
  '机械有限公司',
  '餐饮店',
  '建设有限公司',
  '电子商务有限公司',
];
