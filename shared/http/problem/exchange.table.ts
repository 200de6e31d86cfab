import { nameProblems, problem } from './text.ts';

/**
 * Problems of the exchange with the provincial center: outbox, credentials, callbacks, periods,
 * reconciliation.
 */
export const reportProblems = nameProblems({
  report_record_unknown: problem(
    404,
    [
      '没有该上报记录',
      '记录编号见 GET /v1/reports/outbox/{projectNo}；尚未尝试上报的记录无须重报。',
    ],
    [
      'There is no such record',
      'Read the case’s records first; one that was never tried needs no sending again.',
    ],
  ),
  report_pending: problem(
    409,
    ['该记录正在上报，结果未知', '请等省中心给出明确答复后再操作。'],
    [
      'The record is on its way and nothing is known of it yet',
      'Wait until the center has answered for it, and ask again then.',
    ],
  ),
  report_not_held: problem(
    409,
    ['省中心没有该记录', '只有已被接收且未撤回的记录可以撤回。'],
    [
      'The center does not hold that record',
      'Only what it took and still holds can be taken back.',
    ],
  ),
  report_not_withdrawable: problem(
    422,
    [
      '评价不能撤回',
      '群众的评价及其所评的服务数据一经上报即不可撤回；申诉成立的，随整改流水上报。',
    ],
    [
      'A rating is never withdrawn',
      'What a resident said stays, and the service it was said of; a dismissal is reported with the steps of its ticket.',
    ],
  ),
  center_operation_unknown: problem(
    404,
    ['没有该回调操作', '可用的操作：evaluation.sync、operation.sync、append.sync。'],
    ['No such operation', 'There are evaluation.sync, operation.sync and append.sync.'],
  ),
  callback_differs: problem(
    409,
    ['该评价编号已收到不同内容', '同一评价编号只能对应一条评价；请核对后以新的编号推送。'],
    [
      'That evaluation id was used for another rating',
      'One id stands for one rating: check it, and send the other one under an id of its own.',
    ],
  ),
  first_rating_unknown: problem(
    404,
    ['未找到首次评价', '请先推送首次评价（evaluation.sync），再推送追评。'],
    [
      'There is no first rating',
      'Send the first rating (evaluation.sync), then its follow-up again.',
    ],
  ),
  period_unknown: problem(
    404,
    ['没有该周期的报告', '周期写作 YYYY-MM；请先生成（build）该周期的报告，并核对版本号。'],
    [
      'There is no report of that month',
      'Write the month as YYYY-MM, check the edition, and build it first.',
    ],
  ),
  period_not_over: problem(
    409,
    ['该周期尚未结束', '请在当月最后一天结束（北京时间）后再生成报告。'],
    ['The month is not over', 'Build it after the last day of the month has ended in Shanghai.'],
  ),
  period_submitted: problem(
    409,
    ['该周期的报告已提交', '已提交的报告不再重新生成；只有省平台要求修改后才能生成新的版本。'],
    [
      'The report of that month was submitted',
      'It is never built again; a new edition follows only when the center asks for a change.',
    ],
  ),
  period_change_requested: problem(
    409,
    ['省平台已要求修改该版本', '请按其意见核对后重新生成（build），再提交新的版本。'],
    [
      'The center asked for a change of that edition',
      'Look at its reason, build the next edition and submit that one.',
    ],
  ),
  draft_differs: problem(
    409,
    ['草稿已变动', '当前草稿与所核对的摘要不一致；请重新查看后再提交。'],
    [
      'The draft is another one',
      'It was built again since you looked: look at it and submit anew.',
    ],
  ),
  day_not_over: problem(
    409,
    ['该日尚未结束', '只能对已结束的日期（北京时间）对账。'],
    ['The day is not over', 'Only a day that has ended in Shanghai can be reconciled.'],
  ),
  difference_unknown: problem(
    404,
    ['未找到该差异', '请核对差异编号。'],
    ['No such difference', 'Check its id.'],
  ),
  difference_closed: problem(
    409,
    ['该差异已消除', '最近一次对账中已不存在该差异，无需再处理。'],
    ['The difference is gone', 'The latest run no longer found it; there is nothing to settle.'],
  ),
});
