import { nameProblems, problem } from './text.ts';

/** Problems of promises, coverage, registers and bulletins. */
export const oversightProblems = nameProblems({
  register_unknown: problem(
    404,
    ['没有该清单', '清单为 departments（部门）、matters（事项）与 halls（大厅）。'],
    ['No such register', 'The registers are departments, matters and halls.'],
  ),
  register_changed: problem(
    409,
    ['清单已被更新', '请按 version 所示的当前版本重新读取清单，并入您的修改后再提交。'],
    [
      'The list has changed meanwhile',
      'Read it again, at the current version given as version, and put your changes into that one.',
    ],
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
