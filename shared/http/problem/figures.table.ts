import { nameProblems, problem } from './text.ts';

/** Problems of figures: counters, recount, publication. */
export const figureProblems = nameProblems({
  span_not_possible: problem(
    422,
    [
      '日期区间无效',
      '起止日期须为真实日期，起始日期不得晚于截止日期，且不得超过上限天数（见 detail）。',
    ],
    [
      'The span of days is not valid',
      'Give real days, the first not after the last, and no more days than detail says.',
    ],
  ),
  scope_unknown: problem(
    404,
    ['统计范围无效', '格式为 <类型>:<编码>，例如 area:330602；市级编码为 330600。'],
    ['There is no such scope', 'Write <kind>:<id>, for example area:330602; the city is 330600.'],
  ),
  split_not_possible: problem(
    422,
    ['该统计范围不能按所选方式细分', '可用的细分方式见 detail；另可按 day、month、channel 细分。'],
    [
      'This scope cannot be split that way',
      'See detail for the possible ways; day, month and channel are always possible.',
    ],
  ),
  too_many_figures: problem(
    422,
    ['一次查询的数据过多', '请缩小统计范围，或改用整月区间。'],
    ['The query covers too many figures', 'Use a smaller scope, or whole months.'],
  ),
});
