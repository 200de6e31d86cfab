import { nameProblems, problem } from './text.ts';

/** Problems of promises, coverage, registers and bulletins. */
export const oversightProblems = nameProblems({
  register_unknown: problem(
    404,
    ['未找到该清单', '清单为 departments（部门）、matters（事项）与 halls（大厅）。'],
    ['There is no such register', 'The registers are departments, matters and halls.'],
  ),
  register_changed: problem(
    409,
    ['清单已被更新', '请按 version 所示的当前版本重新读取清单，核对并入您的修改后重新提交。'],
    [
      'The register has changed',
      'Read it again (its current version is in version), merge your changes and submit again.',
    ],
  ),
  month_not_begun: problem(
    422,
    ['该月份尚未开始', '最晚可生成当月（北京时间）截至目前的通报。'],
    [
      'The month has not begun',
      'The latest possible month is the current one (Shanghai time), with its figures so far.',
    ],
  ),
  audit_break_unknown: problem(
    404,
    ['未找到该审计链异常', '请核对工单编号；该工单可能从未核验出异常。'],
    [
      'There is no such break',
      'Check the id of the ticket; its audit chain was never found broken.',
    ],
  ),
  audit_break_closed: problem(
    409,
    ['该审计链已恢复一致', '最近一次核验未再发现该异常，无需再处理。'],
    ['The break is closed', 'The latest run no longer found it; there is nothing to settle.'],
  ),
});
