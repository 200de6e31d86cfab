import { nameProblems, problem } from './text.ts';

/**
 * Problems of the exchange with the provincial center: outbox, credentials, callbacks, periods,
 * reconciliation.
 */
export const reportProblems = nameProblems({
  report_record_unknown: problem(
    404,
    [
      '未找到该上报记录',
      '记录编号见 GET /v1/reports/outbox/{projectNo}；尚未上报过的记录无须重报。',
    ],
    [
      'There is no such record',
      'See the records of the case; a record that was never sent needs no resending.',
    ],
  ),
  report_pending: problem(
    409,
    ['该记录正在上报，结果待确认', '请待省中心答复后再操作。'],
    [
      'The record is being sent; its outcome is not known yet',
      'Wait for the answer of the center, then try again.',
    ],
  ),
  report_not_held: problem(
    409,
    ['省中心无此记录', '只有已被接收且未撤回的记录可以撤回。'],
    [
      'The center does not hold this record',
      'Only a record that was accepted and not withdrawn can be withdrawn.',
    ],
  ),
  report_not_withdrawable: problem(
    422,
    [
      '评价不得撤回',
      '企业和群众的评价及其所评的服务数据一经上报不得撤回；申诉成立的，随整改流水上报。',
    ],
    [
      'A rating cannot be withdrawn',
      'A rating and the service that it rates stay with the center; a dismissal is reported with the steps of its ticket.',
    ],
  ),
  center_operation_unknown: problem(
    404,
    ['不支持该回调操作', '可用的操作：evaluation.sync、operation.sync、append.sync。'],
    [
      'There is no such operation',
      'The operations are evaluation.sync, operation.sync and append.sync.',
    ],
  ),
  kept_callback_unknown: problem(
    404,
    ['未找到该回调', '编号见 GET /v1/center/callbacks。'],
    ['There is no such callback', 'See GET /v1/center/callbacks for the ids.'],
  ),
  kept_callback_ended: problem(
    409,
    ['该回调已入库或已说明', '无需再处理；处理人见该回调的 end。'],
    [
      'The callback was taken in or settled already',
      'There is nothing left to do; its end names who did it.',
    ],
  ),
  kept_callback_still_tried: problem(
    409,
    ['该回调仍在自动重试', '所需数据可能尚未到达；十天后转人工处理时再说明，或者核定入库。'],
    [
      'The service still tries to store the callback',
      'What it needs may still arrive; settle it when it needs a person after ten days, or take it in.',
    ],
  ),
  callback_readable: problem(
    422,
    ['该回调的相应内容可以识别', '可识别的内容不得另行核定；请去掉括号内的字段后重新提出。'],
    [
      'This can be read in the callback',
      'It cannot be stated otherwise; propose again without the named member.',
    ],
  ),
  callback_several: problem(
    422,
    ['该回调含多条评价', '各条分别核定：请以 item 注明原文中的第几条，从 1 起计。'],
    [
      'The callback brings several evaluations',
      'Each is stated by itself: name its place in the content as item, counted from 1.',
    ],
  ),
  callback_words_missing: problem(
    422,
    [
      '该回调中的评价文字无法识别',
      '请将原文中评价人的文字填入 text，没有文字的填 null，以免随回调办结而丢失。',
    ],
    [
      'The words cannot be read in this callback',
      'State the words of the rater in the content as text, or null when there are none, so that they are not lost.',
    ],
  ),
  callback_not_stored: problem(
    409,
    [
      '该回调仍不能入库',
      '括号内为原因，说明见 GET /v1/center/callbacks/{id}；本次复核已终止，原因排除后请重新提出，无法排除的请说明处理结果（settle）。',
    ],
    [
      'The callback still cannot be stored',
      'The code says why, and GET /v1/center/callbacks/{id} what helps. The approval has ended: propose it again once the reason is gone, or settle the callback.',
    ],
  ),
  period_unknown: problem(
    404,
    ['未找到该周期的报告', '周期写作 YYYY-MM；请先生成（build）该周期的报告，并核对版本号。'],
    [
      'There is no report of that month',
      'Write the month as YYYY-MM, check the edition, and build the report first.',
    ],
  ),
  period_not_over: problem(
    409,
    ['该周期尚未结束', '请在当月最后一天结束（北京时间）后再生成报告。'],
    [
      'The month has not ended',
      'Build the report after the last day of the month (Shanghai time).',
    ],
  ),
  period_submitted: problem(
    409,
    ['该周期的报告已提交', '已提交的报告不再重新生成；省平台要求修改的，可以生成新的版本。'],
    [
      'The report of that month was already submitted',
      'It is not built again; a new edition is possible when the center requests a change.',
    ],
  ),
  period_change_requested: problem(
    409,
    ['省平台已要求修改该版本', '请按其意见核对后重新生成（build），再提交新的版本。'],
    [
      'The center requested a change of that edition',
      'See its reason, build the next edition and submit it.',
    ],
  ),
  draft_differs: problem(
    409,
    ['草稿已更新', '当前草稿与所核对的摘要不一致；请重新查看后再提交。'],
    [
      'The draft has changed',
      'It differs from the digest that you checked; view it again, then submit.',
    ],
  ),
  day_not_over: problem(
    409,
    ['该日尚未结束', '只能对已结束的日期（北京时间）对账。'],
    ['The day has not ended', 'Only a day that has ended (Shanghai time) can be reconciled.'],
  ),
  difference_unknown: problem(
    404,
    ['未找到该差异', '请核对差异编号。'],
    ['There is no such difference', 'Check its id.'],
  ),
  difference_closed: problem(
    409,
    ['该差异已消除', '最近一次对账中已不存在该差异，无需再处理。'],
    [
      'The difference is closed',
      'The latest reconciliation no longer found it; there is nothing to settle.',
    ],
  ),
});
