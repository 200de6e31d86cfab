import { nameProblems, problem } from './text.ts';

/** Problems of promises, coverage, registers and bulletins. */
export const oversightProblems = nameProblems({
  register_unknown: problem(
    404,
    [
      '未找到该清单',
      '清单为 departments（部门）、matters（事项）、halls（大厅）、systems（自建系统）、areas（区划）与 indicators（评价指标）。',
    ],
    [
      'There is no such register',
      'The registers are departments, matters, halls, systems, areas and indicators.',
    ],
  ),
  register_version_unknown: problem(
    404,
    ['未找到该版本', '请在 /v1/register/{noun}/versions 查看已有版本。'],
    ['There is no such version', 'See /v1/register/{noun}/versions for those that exist.'],
  ),
  register_of_city: problem(
    422,
    ['该清单全市统一', '评价指标表全市只有一份，由市级系统管理员以行政区划 330600 维护。'],
    [
      'The register is the same for the whole city',
      'There is one table of indicators, kept by administrators of the city under the area 330600.',
    ],
  ),
  indicators_missing: problem(
    422,
    [
      '清单缺少曾经生效的评价指标',
      '以往的评价仍引用这些指标，须保留在清单中；不再使用的请将“停用”填为“是”。',
    ],
    [
      'The list lacks indicators that were in force',
      'Ratings name them, so they stay on the list; set retired for those that are no longer used.',
    ],
  ),
  base_indicator_missing: problem(
    422,
    ['有的满意度等级没有在用的基础指标', '请为所列等级至少保留或增设一个在用的基础指标。'],
    [
      'A level has no base indicator in force',
      'Keep or add at least one base indicator that is not retired for each level named.',
    ],
  ),
  department_unlisted: problem(
    422,
    [
      '该区划的部门清单中没有这个部门',
      '请核对统一社会信用代码与行政区划；确有此部门的，请先由系统管理员补入部门清单（经另一人复核）。',
    ],
    [
      'The register of departments of that area does not list the department',
      'Check its code and its area; if the department exists, a system administrator first adds it to the register, and another person confirms that.',
    ],
  ),
  area_unlisted: problem(
    422,
    [
      '现行区划清单中没有这个区划代码',
      '请核对代码，并使用该区划自己的代码；确有此区划的，请先由市级系统管理员补入区划清单（经另一人复核）。',
    ],
    [
      'The register of areas in force does not list this code',
      'Check it, and use the own code of the area; if the area exists, a system administrator of the city first adds it to the register of areas, and another person confirms that.',
    ],
  ),
  area_closed: problem(
    422,
    [
      '该区划已撤销，不再新设事项',
      '原有办件与工单不受影响；请使用承接该区划的区划代码，确未撤销的，请先更正区划清单。',
    ],
    [
      'The area is closed, so nothing new is set up there',
      'Its cases and tickets go on; use the code of the area that took it over, or correct the register of areas first.',
    ],
  ),
  areas_left_out: problem(
    422,
    [
      '区划清单缺少区划',
      '法定区划与现行清单中的区划须全部列出；不再使用的，请保留该项并标为已撤销。',
    ],
    [
      'The list leaves out areas',
      'Every statutory area and every area of the list in force stays in the list; mark one that ended as closed.',
    ],
  ),
  hall_unlisted: problem(
    422,
    [
      '大厅清单中没有这个大厅',
      '请核对大厅编码；确有此大厅的，请先由系统管理员补入大厅清单（经另一人复核）。',
    ],
    [
      'The register of halls does not list the hall',
      'Check its code; if the hall exists, a system administrator first adds it to the register, and another person confirms that.',
    ],
  ),
  window_unlisted: problem(
    422,
    [
      '大厅清单中没有这个窗口或自助终端',
      '请核对窗口编码；确有此窗口的，请先由系统管理员在大厅清单中补充（经另一人复核）。',
    ],
    [
      'The register lists no such window or terminal in the hall',
      'Check its code; if it exists, a system administrator first adds it to the hall in the register, and another person confirms that.',
    ],
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
