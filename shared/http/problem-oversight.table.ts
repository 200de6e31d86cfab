import { named, problem } from './problem-text.ts';

/** Promises, coverage, registers and bulletins. */
export const oversightProblems = named({
  register_unknown: problem(
    404,
    ['没有该清单', '清单为 departments（部门）、matters（事项）与 halls（大厅）。'],
    ['No such register', 'The registers are departments, matters and halls.'],
  ),
  month_not_begun: problem(
    422,
    ['该月份尚未开始', '月报最晚可取当月（北京时间）截至目前的数据。'],
    [
      'That month has not begun',
      'The latest is the month that runs now in Shanghai, with its numbers so far.',
    ],
  ),
});
