import { problem } from '../text.ts';
import type { ProblemText } from '../text.ts';

/** Of ratings, the cases that they are about, pads and entries. */
export const ratingCodes = {
  token_invalid: problem(
    401,
    ['评价链接无效', '请通过原链接或二维码重新进入，请勿修改链接。'],
    ['The rating link is not valid', 'Open the original link or QR code again, unchanged.'],
  ),
  token_expired: problem(
    410,
    ['评价链接已过期', '请在原办事平台重新获取评价链接，或拨打 12345，由工作人员代为登记。'],
    [
      'The rating link has expired',
      'Get a new link where you applied, or call 12345 and have staff enter the rating for you.',
    ],
  ),
  token_of_other_contact: problem(
    409,
    ['评价链接与所评服务不符', '该链接用于评价另一次服务，请使用对应办件的评价链接。'],
    [
      'The link belongs to another service',
      'Use the link that was issued for this case and contact.',
    ],
  ),
  token_of_other_channel: problem(
    409,
    ['评价链接属于其他评价器', '评价器取得的凭证只能由该评价器提交；扫码链接可在任一评价器使用。'],
    [
      'The token belongs to a pad',
      'The token of a pad can only be sent by the pad that fetched it; a scanned link works at every pad.',
    ],
  ),
  case_unknown: problem(
    404,
    [
      '未找到该办件',
      '请核对办件统一编号。接入系统：须先由本系统上报办件（首个事件须带 header）；工作人员：只能查看和处理本部门、本区域的办件。',
    ],
    [
      'There is no such case',
      'Check the case number. A system reports its case first (the first event carries the header); staff see and handle cases of their own department or area only.',
    ],
  ),
  contact_unknown: problem(
    404,
    [
      '该办件没有此次服务记录',
      '请核对服务次序（serviceNumber）；确有此次服务的，须先由办理系统上报带 contact 的事件。',
    ],
    [
      'The case has no such contact',
      'Check the serviceNumber; if the contact took place, the system that handles the case first reports an event with it.',
    ],
  ),
  case_of_other_source: problem(
    403,
    [
      '办件属于其他系统',
      '该办件现归其他系统（首次上报或已移交），只有该系统可以追加事件。如办件由本系统办理，请将流水号报所在地系统管理员，由两人办理移交（POST /v1/cases/{projectNo}/hand-over）后重新上报。',
    ],
    [
      'The case belongs to another system',
      'The case is of another system, which reported it first or took it over, and only that system may add events. If your system handles the case, give the number to the administrator of its area: two persons hand it over (POST /v1/cases/{projectNo}/hand-over), then report again.',
    ],
  ),
  event_differs: problem(
    409,
    ['事件编号已用于其他内容', '相同 eventId 的内容必须一致；新情况请使用新的 eventId。'],
    [
      'The event id is in use for other content',
      'The same eventId must carry the same content; use a new eventId for a new event.',
    ],
  ),
  contact_differs: problem(
    409,
    ['服务次序已用于其他内容', '同一 serviceNumber 的内容不可更改；新的服务请使用新的次序。'],
    [
      'The contact was reported with other content',
      'A contact cannot be changed; give a new contact a new serviceNumber.',
    ],
  ),
  header_differs: problem(
    409,
    [
      '办件基本信息与已登记信息不一致',
      '事项、部门、区划与办件类型不随事件更改；误报的可在评价前以 POST /v1/cases/{projectNo}/correction 更正。',
    ],
    [
      'The header differs from the stored one',
      'Matter, department, area and kind of a case do not change with an event; a wrong header can be corrected by POST /v1/cases/{projectNo}/correction before a rating.',
    ],
  ),
  applicant_differs: problem(
    409,
    [
      '申请人信息与已登记信息不一致',
      '申请人类型、姓名（名称）与证件不随事件更改；手机号以较晚事件为准。请核对办件统一编号后重新上报，或不带 header 重新上报；误报的可在评价前以 POST /v1/cases/{projectNo}/correction 更正。',
    ],
    [
      'The header names another applicant',
      'Kind, name and certificate of an applicant do not change with an event; the mobile number of the later event holds. Check the case number and send again, or leave the header out; a wrong header can be corrected by POST /v1/cases/{projectNo}/correction before a rating.',
    ],
  ),
  case_too_long: problem(
    409,
    [
      '办件事件数超过上限',
      '单个办件最多 200 个事件；其余过程环节（step）无需再报。上限之外另留 20 个事件，用于受理、延期、中止、恢复及带 contact 的事件；办结（finished）另留 10 个，请照常上报。',
    ],
    [
      'The case has too many events',
      'A case takes at most 200 events: report no more of its steps. 20 more are reserved for acceptance, extension, suspension, its end, and events with a contact, and 10 more for finishing the case; report those as usual.',
    ],
  ),
  case_too_large: problem(
    409,
    [
      '办件内容超过上限',
      '单个办件的全部事件合计最多约 10 万字符。过程环节请缩短或省略 step 的 note 后重新上报；受理、延期、中止、恢复、办结及带 contact 的事件另留余量，请缩短说明后照常上报。',
    ],
    [
      'The case has too much text',
      'The events of a case have together at most about 100,000 characters. Shorten the note of the step or leave it out, and send again. Acceptance, extension, suspension, its end, finishing, and events with a contact have room beyond that; report them as usual, with a short note.',
    ],
  ),
  time_in_future: problem(
    422,
    ['时间晚于当前时间', '请核对系统时钟；事件须在发生后上报。'],
    ['The time is in the future', 'Check your clock; report an event after it happened.'],
  ),
  already_rated: problem(
    409,
    [
      '该次服务已评价',
      '首次评价不可更改；差评整改反馈后，评价人可凭回执追评1次。如非您本人所评，请拨打 12345 提出异议。',
    ],
    [
      'This service has already been rated',
      'A first rating cannot be changed; after the answer to a bad rating its rater can give one follow-up rating (追评) with the receipt. If you did not give that rating, call 12345 to contest it.',
    ],
  ),
  too_many_attempts: problem(
    429,
    ['提交过于频繁', '请等待 Retry-After 所示秒数后重试；此前的评价与回执不受影响。'],
    [
      'Too many attempts',
      'Try again after the seconds in Retry-After; the rating and its receipt stay as they are.',
    ],
  ),
  unknown_indicator: problem(
    422,
    ['评价指标代码不存在', '请使用邀请中给出的指标表。'],
    ['The indicator code does not exist', 'Use the indicator table given with the invitation.'],
  ),
  retired_indicator: problem(
    422,
    ['评价指标已停用', '请重新读取邀请中的指标表，改选在用的指标。'],
    [
      'The indicator code is retired',
      'Read the indicator table of the invitation again and choose one that it shows.',
    ],
  ),
  indicator_of_other_level: problem(
    422,
    ['评价指标与满意度等级不符', '指标代码首位须与所选等级一致。'],
    ['The indicator belongs to another level', 'Choose indicators listed under the chosen level.'],
  ),
  duplicate_indicator: problem(
    422,
    ['评价指标重复', '每个指标只能选择一次。'],
    ['An indicator is named twice', 'Name each indicator once.'],
  ),
  reason_missing: problem(
    422,
    ['请选择不满意的原因或填写具体情况', '请至少选择一项原因，或填写具体情况，以便核实整改。'],
    [
      'A bad rating needs a reason',
      'Choose at least one reason or describe what happened, so that it can be rectified.',
    ],
  ),
  contact_not_yet: problem(
    422,
    ['服务尚未发生', '评价时间必须晚于服务时间。'],
    ['The service has not taken place yet', 'Rate a service after it took place.'],
  ),
  receipt_unknown: problem(
    404,
    ['回执编号无效', '请核对回执编号（区分 0 与 O 等字符），或扫描回执上的二维码。'],
    ['There is no such receipt', 'Check the receipt number, character by character.'],
  ),
  sequence_implausible: problem(
    422,
    ['评价序号异常', '序号须逐一递增，不得比已收到的最大序号大 10000 以上；请检查评价器计数。'],
    [
      'The sequence number is implausible',
      'Numbers increase by one and are at most 10,000 above the highest received; check the counter of the pad.',
    ],
  ),
  sequence_taken: problem(
    409,
    [
      '该序号已用于另一条评价',
      '评价器计数回退：请以心跳返回的 highest 加一继续编号；本条已加密留存，可由两名管理员补录。',
    ],
    [
      'The number stands for another rating',
      'The counter of the pad went back: go on behind the highest number, which the heartbeat answers; this rating is kept, encrypted, and two administrators can take it up.',
    ],
  ),
  pad_unknown: problem(
    404,
    ['未找到该评价器', '请核对评价器编号。'],
    ['There is no such pad', 'Check the pad id.'],
  ),
  pad_revoked: problem(
    403,
    ['评价器已停用', '请联系大厅管理员重新登记。'],
    ['The pad has been revoked', 'Ask the hall administrator to register it again.'],
  ),
  enrolment_code_invalid: problem(
    410,
    [
      '登记码无效或已使用',
      '登记码限用一次，24 小时内有效；请大厅管理员吊销该评价器后重新登记，由另一人复核，取得新码。',
    ],
    [
      'The enrolment code is wrong, used or expired',
      'A code works once and for 24 hours; the hall administrator revokes this pad and registers it again, another person confirms, and a new code is answered.',
    ],
  ),
  record_taken: problem(
    409,
    ['该记录编号已登记过评价', '同一录音或表单只能代为登记一次评价。'],
    ['The record has already been entered', 'One recording or form stands for one rating.'],
  ),
  entry_unknown: problem(
    404,
    ['未找到该登记记录', '请核对登记编号。'],
    ['There is no such entry', 'Check the entry id.'],
  ),
  entry_settled: problem(
    409,
    ['该登记记录已处理', '已确认或已退回的登记记录不可再次处理。'],
    ['The entry is already settled', 'An entry that was confirmed or rejected cannot be changed.'],
  ),
  entry_of_concerned: problem(
    409,
    [
      '登记人与该评价有关',
      '登记之后办件改属登记人的部门，或登记人被确认为当次经办人，未写入评价；请退回该登记（matches 为 false），由其他部门的人员重新登记。',
    ],
    [
      'The person who entered it is concerned',
      'After the entry the case came to the department of the person who entered it, or that person turned out to have served, so no rating was written; reject the entry (matches: false) and have it entered by a person of another department.',
    ],
  ),
  entry_case_moved: problem(
    409,
    [
      '办件已不属于您的区域',
      '登记之后办件已改属其他区域，未写入评价；请退回该登记（matches 为 false），由办件现属区域重新登记。',
    ],
    [
      'The case has left your area',
      'It was moved to another area after the entry, so no rating was written; reject the entry (matches: false) and have it entered in the area to which the case belongs now.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;
