import { nameProblems, problem } from './text.ts';

/** Problems of contesting a rating, and of ruling on it. */
export const contestProblems = nameProblems({
  contest_not_rated: problem(
    409,
    ['本次服务尚未评价', '请直接提交评价，无需提出异议。'],
    ['The service is not rated yet', 'Send the rating itself; there is nothing to contest.'],
  ),
  contest_own_rating: problem(
    409,
    ['该评价由您本人提交', '评价提交后不能更改；差评整改反馈后可追评1次。'],
    [
      'You gave this rating yourself',
      'A rating cannot be changed; after the answer one follow-up can be sent.',
    ],
  ),
  contest_closed: problem(
    409,
    ['该次服务的评价异议已复核', '不再受理新的异议。如仍有疑问，请拨打 12345。'],
    [
      'The contest of this rating was ruled on',
      'No further contest is taken. If you still disagree, call 12345.',
    ],
  ),
  contest_not_taken: problem(
    409,
    ['不能在线受理该次评价异议', '本次提交未予记录。请拨打 12345 提出异议。'],
    [
      'This contest cannot be taken online',
      'Nothing of it was recorded. Call 12345 to contest the rating.',
    ],
  ),
  contest_reference_unknown: problem(
    404,
    ['没有这个异议编号', '请核对编号；遗失编号的，请用原链接重新打开，或拨打 12345。'],
    [
      'There is no such contest number',
      'Check the number; if it is lost, open the same link again or call 12345.',
    ],
  ),
  contest_erased: problem(
    410,
    ['评价异议内容已按保存期限删除', '办理结果见评价异议列表；内容不能恢复。'],
    [
      'The contest was erased after its retention period',
      'The list of contests shows how it ended; what was said cannot be restored.',
    ],
  ),
  contest_unknown: problem(
    404,
    ['未找到该评价异议', '请核对编号；承办部门及经手人员不能查看、复核本部门的评价异议。'],
    [
      'There is no such contest',
      'Check the id. Departments and persons concerned cannot see or rule on it.',
    ],
  ),
  contest_ended: problem(
    409,
    ['该评价异议已复核', '结论见 GET /v1/contests/{id}，不能再登记或复核。'],
    ['The contest was ruled on', 'GET /v1/contests/{id} has the ruling; nothing can be added.'],
  ),
  contest_not_called_back: problem(
    409,
    ['尚未回访申请人', '请先登记至少一次回访，再提出复核结论。'],
    ['The applicant was not called back', 'Record at least one attempt before a ruling.'],
  ),
  contest_answer_missing: problem(
    409,
    [
      '缺少申请人的确认',
      '认定原评价非申请人作出，须已接通申请人，且其最近一次答复与结论一致：异议成立的，确认异议中的评价为本人作出；均不成立的，确认两次评价均非本人作出。',
    ],
    [
      'The applicant has not confirmed it',
      'To rule that the first rating is not the applicant’s, the applicant must have been reached and must last have said so: that the contesting one is (upheld), or that neither is.',
    ],
  ),
  contest_answer_misplaced: problem(
    422,
    ['答复与回访结果不符', '接通申请人的须登记其答复，未接通的不登记答复。'],
    [
      'Answer and outcome do not fit',
      'Record an answer of an applicant who was reached, and none otherwise.',
    ],
  ),
});
