import { nameProblems, problem } from './text.ts';

/** Problems of figures: counters, recount, publication. */
export const figureProblems = nameProblems({
  span_not_possible: problem(
    422,
    ['日期区间无效', '起止日期须为真实日期，起始不晚于截止，且不超过上限天数（见 detail）。'],
    [
      'Not a possible span of days',
      'Give real days, the first not after the last, and no more days than the detail says.',
    ],
  ),
  scope_unknown: problem(
    404,
    ['未知的统计口径', '格式为 <类型>:<编码>，例如 area:330602；市级编码为 330600。'],
    ['No such scope', 'Write <kind>:<id>, for example area:330602; the city is 330600.'],
  ),
  split_not_possible: problem(
    422,
    ['该口径不能按所选方式细分', '可用的细分方式见 detail；另可按 day、month、channel 细分。'],
    [
      'This scope cannot be split that way',
      'The detail names the ways it can; day, month and channel are always possible.',
    ],
  ),
  too_many_figures: problem(
    422,
    ['一次查询的数据过多', '请缩小口径，或改用整月区间。'],
    ['Too many figures at once', 'Ask for a smaller scope, or for whole months.'],
  ),
});
