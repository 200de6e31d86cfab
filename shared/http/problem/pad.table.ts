import { nameProblems, problem } from './text.ts';

/** Problems of claiming a receipt, and of taking up what a pad sent and could not be stored. */
export const padProblems = nameProblems({
  claim_refused: problem(
    404,
    [
      '领取码无效',
      '请核对评价器显示的领取码；每个领取码只限首台手机使用，评价上传满 24 小时后失效。如需查询进度，请拨打 12345。',
    ],
    [
      'The claim code is not valid',
      'Check the code that the pad shows; it is for the first phone only, and expires 24 hours after the rating arrived. To ask about the progress, call 12345.',
    ],
  ),
  pad_not_revoked: problem(
    409,
    ['评价器未停用', '仅已停用的评价器可以恢复使用；登记码丢失或过期的，请先停用再恢复。'],
    [
      'The pad is not revoked',
      'Only a revoked pad can be put back into use; if its code is lost or expired, revoke it first.',
    ],
  ),
  enrolment_of_other_pad: problem(
    409,
    [
      '登记码属于另一评价器',
      '本机仍有未上传的评价，只能恢复为原评价器；请管理员恢复使用原评价器，取得其登记码。本登记码未使用。',
    ],
    [
      'The code is for another pad',
      'This device still holds ratings of its own pad: an administrator puts that pad back into use, which answers its code. The code you entered is not spent.',
    ],
  ),
  kept_rating_unknown: problem(
    404,
    [
      '未找到该条留存评价',
      '请核对序号与标记：被拒绝的评价见评价器详情，未归属的评价见 /v1/oversight/presses。',
    ],
    [
      'There is no such kept rating',
      'Check number and mark: refused ratings stand in the file of the pad, those without contact under /v1/oversight/presses.',
    ],
  ),
  refused_taken_up: problem(
    409,
    ['该条评价已补录', '无需重复办理；补录的服务见评价器详情。'],
    ['The rating was taken up already', 'The file of the pad shows for which contact.'],
  ),
  refused_settled: problem(
    409,
    ['该条评价已由两人说明', '无需重复办理；理由与经办人见评价器详情。'],
    ['Two persons have settled it', 'Reason and persons stand in the file of the pad.'],
  ),
  press_settled: problem(
    409,
    ['该条评价已由两人说明', '无需重复办理；理由与经办人见 /v1/oversight/presses?state=settled。'],
    [
      'Two persons have settled it',
      'Reason and persons stand under /v1/oversight/presses?state=settled.',
    ],
  ),
  press_still_tried: problem(
    409,
    ['该条评价仍在自动匹配', '请在括号内的时间之后再说明；已知对应的服务的，可以补录。'],
    [
      'The service still tries to bind it',
      'Settle it after the time in brackets; when its contact is known, take it up.',
    ],
  ),
  refused_unreadable: problem(
    422,
    [
      '该条留存内容无法读出评价等级',
      '请核对留存内容与叫号记录，以 level 注明等级；无法核定的，请联系当事人重新评价。',
    ],
    [
      'What was kept says no level that can be read',
      'State it as level, from what is shown of it; if that tells none, ask the resident to rate again.',
    ],
  ),
  level_readable: problem(
    422,
    ['该条评价的等级可以识别', '可识别的等级不得另行核定；请去掉 level 后重新提出。'],
    ['The level can be read', 'It cannot be stated otherwise; propose again without level.'],
  ),
  member_twice: problem(
    422,
    [
      '该条评价中同一字段出现多次',
      '无法确定以哪个为准；该条评价已加密留存，各值均保留，不必重新发送；请更正评价器程序。',
    ],
    [
      'A member stands more than once in the rating',
      'It is not clear which one counts. The rating is kept, encrypted, with all of them, and need not be sent again; correct the software of the pad.',
    ],
  ),
  text_damaged: problem(
    422,
    [
      '该条评价有字符丢失',
      '原文不是 UTF-8 编码，丢失的字符以 U+FFFD 表示；已原样留存，可由两人补录。评价器请以 UTF-8 发送。',
    ],
    [
      'The rating lost characters',
      'Its bytes were not UTF-8, and U+FFFD stands for what was lost. It is kept as it arrived, and two persons can take it up. The pad has to send UTF-8.',
    ],
  ),
  contact_missing: problem(
    422,
    ['未填写对应的服务', '该条评价没有有效凭证，请填写 projectNo 与 serviceNumber。'],
    [
      'The contact is missing',
      'The rating has no token that names it; state projectNo and serviceNumber.',
    ],
  ),
  contact_elsewhere: problem(
    422,
    ['该服务不在评价器所在窗口', '只能归入该评价器所在窗口办理的服务，请核对。'],
    ['The contact was not at the window of the pad', 'Name a contact that this window served.'],
  ),
});
