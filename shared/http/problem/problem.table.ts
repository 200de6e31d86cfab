import { problem } from './text.ts';
import type { ProblemText } from './text.ts';

/**
 * The problems of the first stages. Those of the others are in `<stage>.table.ts`, so that the
 * function for ratings does not bundle them. The code is stable; the texts may be improved.
 */
export const problems = {
  invalid_json: problem(
    400,
    ['请求体不是有效的 JSON', '请检查括号、引号与编码（UTF-8）后重新发送。'],
    [
      'The body is not valid JSON',
      'Check brackets, quotes and encoding (UTF-8) and send it again.',
    ],
  ),
  invalid_input: problem(
    400,
    ['请求内容不符合要求', '请按 errors 中列出的路径逐项更正后重新发送。'],
    ['The request does not fit', 'Correct the members listed under errors and send it again.'],
  ),
  body_too_large: problem(
    413,
    ['请求体过大', '请缩小内容或分批发送；上限见 detail。'],
    ['The body is too large', 'Send less, or in several batches.'],
  ),
  unsupported_media_type: problem(
    415,
    ['仅接受 application/json', '请设置 Content-Type: application/json。'],
    ['Only application/json is read here', 'Send Content-Type: application/json.'],
  ),
  signature_missing: problem(
    401,
    [
      '缺少签名头',
      '请携带 X-BG-HMAC-ACCESS-KEY、X-BG-HMAC-ALGORITHM、X-BG-HMAC-SIGNATURE、X-BG-DATE-TIME；有请求体时还需 Content-Digest。',
    ],
    [
      'Signature headers are missing',
      'Send X-BG-HMAC-ACCESS-KEY, X-BG-HMAC-ALGORITHM, X-BG-HMAC-SIGNATURE, X-BG-DATE-TIME and, with a body, Content-Digest.',
    ],
  ),
  access_key_unknown: problem(
    401,
    ['访问密钥无效', '请核对 Access Key；已吊销的密钥须重新申请。'],
    ['Invalid access key', 'Check the access key; a revoked one must be applied for anew.'],
  ),
  signature_invalid: problem(
    401,
    [
      '签名无效',
      '请按 METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n（有请求体时再加 Content-Digest 一行）重新计算签名。',
    ],
    [
      'Invalid signature',
      'Sign METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n and, with a body, the Content-Digest as one more line.',
    ],
  ),
  clock_skew: problem(
    401,
    ['时间偏差超过 90 秒', '请按响应 Date 头校准时钟，以 RFC 1123 GMT 格式重新签名。'],
    [
      'Clock skew exceeded',
      'Set your clock by the Date header of this answer (RFC 1123 GMT, at most 90 s apart) and sign again.',
    ],
  ),
  digest_mismatch: problem(
    401,
    ['请求体与摘要不一致', '请对实际发送的字节计算 SHA-256，填入 Content-Digest: sha-256=:…:。'],
    [
      'The body does not match its digest',
      'Compute SHA-256 over the bytes you really send: Content-Digest: sha-256=:…:.',
    ],
  ),
  replayed: problem(
    401,
    [
      '签名已使用过',
      '每次调用请重新签名；同一秒内重复调用请加 X-BG-NONCE。所有写操作均可安全重试。',
    ],
    [
      'The signature was used before',
      'Sign every call anew; add X-BG-NONCE for identical calls within one second. Every write is safe to repeat.',
    ],
  ),
  not_permitted: problem(
    403,
    ['该密钥无此权限', '请向市级管理员申请相应权限。'],
    ['This key may not do that', 'Ask the city administrator for the right.'],
  ),
  token_invalid: problem(
    401,
    ['评价凭证无效', '请从原链接或二维码重新进入，勿修改链接。'],
    ['The rating link is not valid', 'Open the original link or QR code again, unchanged.'],
  ),
  token_expired: problem(
    410,
    ['评价凭证已过期', '可在办事平台重新获取评价链接，或拨打 12345 由工作人员代录。'],
    [
      'The rating link has expired',
      'Ask for a new link where you applied, or call 12345 and have your rating written down.',
    ],
  ),
  token_of_other_contact: problem(
    409,
    ['评价凭证与所评服务不符', '该凭证属于另一次服务，请使用对应办件的链接。'],
    [
      'The link belongs to another service',
      'Use the link that was given for this case and contact.',
    ],
  ),
  token_of_other_door: problem(
    409,
    ['评价凭证与渠道不符', '评价器凭证只能由领取它的评价器提交；其他渠道请使用各自的链接。'],
    [
      'The token belongs to another channel',
      'A pad token can only be sent by the pad that fetched it; other channels use their own link.',
    ],
  ),
  case_unknown: problem(
    404,
    ['未找到该办件', '请先上报办件（首个事件须带 header），再进行评价或查询。'],
    [
      'No such case',
      'Report the case first (its first event carries the header), then rate or ask.',
    ],
  ),
  contact_unknown: problem(
    404,
    ['该办件没有此次服务记录', '请先上报带 contact 的事件，或核对 serviceNumber。'],
    [
      'The case has no such contact',
      'Report an event with that contact first, or check the serviceNumber.',
    ],
  ),
  case_of_other_source: problem(
    403,
    ['办件属于其他系统', '只有首次上报该办件的系统可以追加事件。'],
    [
      'The case belongs to another system',
      'Only the system that reported the case first may add to it.',
    ],
  ),
  event_differs: problem(
    409,
    ['事件编号已用于不同内容', '相同 eventId 的内容必须一致；新情况请使用新的 eventId。'],
    [
      'The event id stands for something else',
      'The same eventId must carry the same content; use a new eventId for something new.',
    ],
  ),
  contact_differs: problem(
    409,
    ['服务次序已用于不同内容', '同一 serviceNumber 的内容不可更改；新的服务请使用新的次序。'],
    [
      'The contact was reported differently',
      'A contact cannot be changed; a new contact takes a new serviceNumber.',
    ],
  ),
  header_differs: problem(
    409,
    ['办件基本信息与已存不一致', '事项、部门、区划与办件类型不可更改，请核对后重发。'],
    [
      'The header differs from the stored one',
      'Matter, department, area and kind of a case cannot change; check and send again.',
    ],
  ),
  applicant_differs: problem(
    409,
    [
      '申请人与已存不一致',
      '申请人类型、姓名（名称）与证件不可更改；手机号以较晚事件为准。请核对办件编号后重发，或不带 header 重发。',
    ],
    [
      'The header names another applicant',
      'Kind, name and certificate of an applicant cannot change; of mobile numbers that of the later event counts. Check the case number and send again, or leave the header out.',
    ],
  ),
  case_too_long: problem(
    409,
    ['办件事件过多', '单个办件最多 200 个事件；请合并过程环节。'],
    ['The case has too many events', 'A case takes at most 200 events; merge steps.'],
  ),
  time_in_future: problem(
    422,
    ['时间晚于当前时间', '请核对系统时钟；事件只能在发生之后上报。'],
    [
      'The time lies in the future',
      'Check your clock; an event can only be reported after it happened.',
    ],
  ),
  already_rated: problem(
    409,
    ['该次服务已评价', '首次评价不可更改；收到整改答复后可追评一次。'],
    [
      'This service has been rated already',
      'A first rating never changes; after the answer you may add one follow-up rating (追评).',
    ],
  ),
  unknown_indicator: problem(
    422,
    ['评价指标代码不存在', '请使用邀请中给出的指标表（版本 2）。'],
    ['Unknown indicator code', 'Use the indicator table given with the invitation (version 2).'],
  ),
  retired_indicator: problem(
    422,
    ['评价指标已停用', '该代码属于已停用的版本 1，请使用版本 2 的代码。'],
    ['The indicator code is retired', 'The code belongs to version 1; use one of version 2.'],
  ),
  indicator_of_other_level: problem(
    422,
    ['评价指标与满意度等级不符', '指标代码首位须与所选等级一致。'],
    [
      'The indicator belongs to another level',
      'Choose indicators listed under the level you chose.',
    ],
  ),
  duplicate_indicator: problem(
    422,
    ['评价指标重复', '每个指标只能选择一次。'],
    ['An indicator is named twice', 'Name each indicator once.'],
  ),
  reason_missing: problem(
    422,
    ['差评请勾选原因或填写说明', '请至少选择一项原因，或写一句话，以便整改。'],
    [
      'A bad rating needs a reason',
      'Choose at least one reason or write a sentence, so that it can be put right.',
    ],
  ),
  contact_not_yet: problem(
    422,
    ['服务尚未发生', '评价时间必须晚于服务时间。'],
    ['The service has not happened yet', 'A service can be rated only after it took place.'],
  ),
  receipt_unknown: problem(
    404,
    ['回执编号无效', '请核对回执编号（区分 0 与 O 等字符），或扫描回执上的二维码。'],
    ['No such receipt', 'Check the receipt number, character by character.'],
  ),
  sequence_implausible: problem(
    422,
    ['评价序号异常', '序号须逐一递增，不得比已收最大序号大 10000 以上；请检查评价器计数。'],
    [
      'The sequence number is implausible',
      'Numbers go up by one and never lie more than 10,000 above the highest received; check the pad.',
    ],
  ),
  pad_unknown: problem(
    404,
    ['未找到该评价器', '请核对评价器编号。'],
    ['No such pad', 'Check the pad id.'],
  ),
  pad_revoked: problem(
    403,
    ['评价器已停用', '请联系大厅管理员重新登记。'],
    ['The pad has been revoked', 'Ask the hall administrator to register it again.'],
  ),
  enrolment_code_invalid: problem(
    410,
    ['登记码无效或已使用', '登记码一次有效，请大厅管理员重新生成。'],
    [
      'The enrolment code is used, expired or wrong',
      'A code works once; ask the hall administrator for a new one.',
    ],
  ),
  record_taken: problem(
    409,
    ['该记录编号已代录', '同一录音或表单只能代录一次评价。'],
    ['That record was entered before', 'One recording or form stands for one rating.'],
  ),
  entry_unknown: problem(
    404,
    ['未找到该代录', '请核对代录编号。'],
    ['No such entry', 'Check the entry id.'],
  ),
  entry_settled: problem(
    409,
    ['该代录已处理', '已确认或已退回的代录不可再次处理。'],
    ['The entry is settled', 'An entry that was confirmed or rejected stays so.'],
  ),
  same_person: problem(
    403,
    ['须由第二人核对', '代录或提出的人不能自己确认，请另一位有权限的工作人员核对。'],
    [
      'A second person must check',
      'Whoever entered or proposed it cannot confirm it; ask a colleague who has the role.',
    ],
  ),
  role_missing: problem(
    403,
    ['您的角色无此权限', '请联系系统管理员分配相应角色。'],
    ['Your role does not allow that', 'Ask the system administrator for the role.'],
  ),
  out_of_scope: problem(
    403,
    ['超出您的部门或区域范围', '只能查看和处理本部门、本区域的数据。'],
    [
      'Outside your department or area',
      'You can see and handle what belongs to your department or area.',
    ],
  ),
  ticket_unknown: problem(
    404,
    ['未找到该工单', '请核对工单编号。'],
    ['No such ticket', 'Check the ticket id.'],
  ),
  stale_version: problem(
    409,
    ['工单已被更新', '请按 version 所示的当前版本重新读取工单，再决定是否操作。'],
    [
      'The ticket has changed meanwhile',
      'Read the ticket again, at the current version given as version, and decide again.',
    ],
  ),
  illegal_move: problem(
    409,
    ['工单当前状态不允许该操作', '请查看工单的 allowed，其中列出您现在可以进行的操作。'],
    [
      'The state of the ticket does not allow that',
      'See allowed in the ticket: it lists what you may do now.',
    ],
  ),
  own_claim: problem(
    403,
    ['不能审核自己的申请', '申请须由承办部门以外的另一人审核。'],
    [
      'Nobody rules on what they asked for',
      'Somebody else, outside the department, must rule on the claim.',
    ],
  ),
  own_submission: problem(
    403,
    ['不能审核自己提交的整改', '闭环审核须由提交人以外、承办部门以外的人员进行。'],
    [
      'Nobody reviews what they submitted',
      'Somebody else, outside the department, must approve or return it.',
    ],
  ),
  own_department: problem(
    403,
    ['部门不能审核本部门的工单', '请由承办部门以外的督办或复核人员审核。'],
    [
      'A department does not rule on itself',
      'A supervisor or reviewer outside the department must decide.',
    ],
  ),
  contact_missing: problem(
    422,
    ['尚未完成回访', '请先联系评价人并登记；多次联系不上的，登记次数达到规定后也可提交。'],
    [
      'The resident has not been contacted',
      'Record a contact first, or as many attempts as the policy asks for.',
    ],
  ),
  finding_missing: problem(
    422,
    ['尚未核实', '请先登记核实结论（find）与原因。'],
    ['There is no finding yet', 'Record the finding and its cause first.'],
  ),
  evidence_missing: problem(
    422,
    ['缺少佐证材料', '请先上传佐证材料，并在 evidence 中引用其编号。'],
    ['Evidence is missing', 'Upload a file first and name its id under evidence.'],
  ),
  claim_used: problem(
    409,
    ['该类申请已使用过', '每类申请只能提出一次；延期次数以规则为准。'],
    [
      'That claim has been used up',
      'A claim of a kind can be made once; extensions as often as the policy says.',
    ],
  ),
  claim_waiting: problem(
    409,
    ['已有申请待审核', '请等待现有申请审核后再操作。'],
    ['Another claim waits for its ruling', 'Wait for that ruling first.'],
  ),
  claim_not_waiting: problem(
    409,
    ['没有该类待审核的申请', '请核对 claim 是否与工单中待审核的申请一致。'],
    ['No such claim waits for a ruling', 'Compare claim with the one that waits on the ticket.'],
  ),
  extension_late: problem(
    422,
    ['已超过整改期限，不能申请延期', '延期须在到期之前提出。'],
    [
      'It is too late for an extension',
      'An extension can be asked for before the due moment only.',
    ],
  ),
  extension_too_long: problem(
    422,
    ['申请的延期天数过长', '请按规则允许的最长延期申请。'],
    ['The extension is too long', 'Ask for no more than the policy allows.'],
  ),
  already_due: problem(
    409,
    ['整改期限已到，不能再批准延期', '该延期申请只能驳回。'],
    ['The due moment has passed', 'The extension can no longer be granted, only refused.'],
  ),
  review_date_past: problem(
    422,
    ['复核日期须晚于今天', '请另选一个复核日期。'],
    ['The review date must lie ahead', 'Choose a date after today.'],
  ),
  same_department: problem(
    422,
    ['工单已在该部门', '请转办至其他部门。'],
    ['The ticket is with that department already', 'Name another department.'],
  ),
  unmask_not_needed: problem(
    403,
    [
      '不能查看评价人身份',
      '评价人未同意联系，且回访已完成；仅在评价人同意或回访尚未完成时可以查看。',
    ],
    [
      'The resident stays unnamed',
      'They did not agree to be contacted and the contact duty is done; only one of the two opens their name.',
    ],
  ),
  append_closed: problem(
    409,
    ['现在不能追评', '收到整改答复后、在追评期限内可追评一次。'],
    [
      'A follow-up is not possible now',
      'You may add one after the answer, for as long as the window is open.',
    ],
  ),
  append_used: problem(
    409,
    ['已经追评过', '每次评价只能追评一次，追评不可更改。'],
    ['There is a follow-up already', 'A rating takes one follow-up, and it never changes.'],
  ),
  evidence_type_wrong: problem(
    422,
    ['文件类型不符', '仅接受 pdf、jpeg、png、docx、xlsx，且内容须与所报类型一致。'],
    [
      'The file is of a wrong type',
      'Only pdf, jpeg, png, docx and xlsx are taken, and the content must be what it is called.',
    ],
  ),
  evidence_too_large: problem(
    422,
    ['文件过大', '请压缩或拆分后重新上传；上限见 detail。'],
    ['The file is too large', 'Compress or split it; the limit is given here.'],
  ),
  evidence_unknown: problem(
    404,
    ['未找到该佐证材料', '请核对编号；材料只能用于上传时所属的工单。'],
    ['No such evidence', 'Check the id; a file belongs to the ticket it was announced for.'],
  ),
  evidence_not_uploaded: problem(
    409,
    ['佐证材料尚未上传', '请按 uploadUrl 与 headers 上传文件后再引用。'],
    ['The file has not been uploaded', 'Put it to its uploadUrl with its headers first.'],
  ),
  evidence_differs: problem(
    409,
    ['上传的文件与所报不一致', '大小或摘要不符，请重新登记并上传。'],
    [
      'The file is not the one announced',
      'Its size or digest differs; announce it again and upload it.',
    ],
  ),
  calendar_invalid: problem(
    422,
    ['节假日安排有误', '请对照国务院办公厅通知，按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The calendar year does not hold together',
      'Compare it with the notice and correct what is listed under errors; nothing was stored.',
    ],
  ),
  year_unknown: problem(
    404,
    ['年份无效', '请使用 1992 至 9998 之间的四位年份。'],
    ['No such year', 'Name a year of four digits, from 1992 to 9998.'],
  ),
  policy_invalid: problem(
    422,
    ['规则有误', '请提交完整的规则，并按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The policy does not hold together',
      'Send a whole policy and correct what is listed under errors; nothing was stored.',
    ],
  ),
  policy_unknown: problem(
    404,
    ['未找到该规则版本', '请查看规则列表中的版本号。'],
    ['No such policy', 'See the list of policies for the versions there are.'],
  ),
  notice_unknown: problem(
    404,
    ['未找到该通知', '请核对通知编号；尚未发送的通知不在收件箱中。'],
    ['No such notice', 'Check its id; a notice that was not sent yet is in no inbox.'],
  ),
  webhook_unknown: problem(
    404,
    ['未找到该推送地址', '请核对编号；已删除的推送地址不能再操作。'],
    ['No such webhook', 'Check its id; a removed one is gone.'],
  ),
  webhook_address_refused: problem(
    422,
    ['推送地址不可用', '仅接受 https 完整域名地址，不接受 IP、内网短名、用户名与片段。'],
    [
      'That address cannot be used',
      'Give an https address with a full host name: no IP, no short name, no user, no fragment.',
    ],
  ),
  too_many_webhooks: problem(
    409,
    ['推送地址已达上限', '请先删除不再使用的推送地址。'],
    ['There are as many webhooks as there may be', 'Remove one that is not used any more first.'],
  ),
  integrator_unknown: problem(
    404,
    ['未找到该接入系统', '请核对 Access Key。'],
    ['No such integrator', 'Check the access key.'],
  ),
  cursor_invalid: problem(
    400,
    ['分页标记无效', '请使用上一页返回的 cursor，或从第一页开始。'],
    ['The cursor is not valid', 'Use the cursor of the page before, or start from the first page.'],
  ),
  busy: problem(
    503,
    ['同一数据正被更新', '未写入任何内容，请稍后重试。'],
    ['Others are writing the same thing', 'Nothing was written; try again in a moment.'],
  ),
  fault: problem(
    500,
    ['服务暂时出错', '未确认写入；请稍后用相同内容重试，重复提交不会产生重复记录。'],
    [
      'Something went wrong on our side',
      'Try again with the same content; a repeat never makes a second record.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;

/**
 * What is wrong with one member of a request: from the issues of zod, and from the event schemas.
 */
export const fieldProblems = {
  missing: ['缺少此项', 'is missing'],
  not_expected: ['不认识的成员', 'is not a known member'],
  wrong_type: ['类型不符', 'has the wrong type'],
  wrong_format: ['格式不符', 'has the wrong format'],
  too_short: ['过短或过少', 'is too short or too small'],
  too_long: ['过长或过多', 'is too long or too large'],
  not_allowed: ['不在允许的取值内', 'is none of the allowed values'],
  not_a_time: ['须为带时区的 ISO 8601 时间', 'must be an ISO 8601 time with offset'],
  ambiguous_time: [
    '日期的年月日顺序不明，请写成 2026-11-20 09:12',
    'can be read as more than one date: write 2026-11-20 09:12',
  ],
  day_without_time: [
    '只有日期没有时刻，请写成 2026-11-20 09:12',
    'is a day without a time: write 2026-11-20 09:12',
  ],
  changed_by_spreadsheet: [
    '已被电子表格改写（超过 15 位的数字被舍入，或编码被当成日期），请将该列设为文本后重新填写',
    'was changed by a spreadsheet (digits after the fifteenth lost, or a code taken for a date): set the column to text and fill it in again',
  ],
  no_formula_result: [
    '公式没有保存结果或结果为错误值，请粘贴为数值',
    'is a formula whose result is missing or an error: paste it as a value',
  ],
  lost_character: ['含有已丢失的字符 U+FFFD', 'holds a character that was lost, U+FFFD'],
  wrong_check_digit: ['校验码不符', 'has a wrong check digit'],
  not_a_project_number: ['须为 21 位办件统一编号', 'must be a case number of 21 digits'],
  not_an_org_code: ['须为 15 位统一部门编码', 'must be an organisation code of 15 digits'],
  unknown_area: ['不是本市行政区划', 'is not an area of this city'],
  other_area: ['不在所提交的行政区划内', 'is not in the area that the list is of'],
  not_a_mobile_number: ['须为 11 位手机号', 'must be a mobile number of 11 digits'],
  half_a_character: [
    '含有不成对的代理码位（半个字符），无法存储',
    'holds half of a surrogate pair, which is no character',
  ],
  no_notice_of_the_state_council: [
    '须至少有一个 gov.cn 上的国务院办公厅通知',
    'must name a notice of the State Council on gov.cn',
  ],
  off_and_makeup: ['同一天既放假又上班', 'is off and worked at once'],
  duplicate_day: ['同一天出现两次', 'names a day twice'],
  makeup_on_ordinary_working_day: [
    '调休上班日须为周六或周日',
    'is an ordinary working day, which cannot make up for another',
  ],
  outside_year: ['不属于该年度', 'does not belong to the year'],
  named_twice: ['重复列出', 'is named twice'],
  not_the_whole_ladder: [
    '升级阶梯须按顺序列出全部七级',
    'must be the whole ladder, every rung once and in order',
  ],
  worse_scores_higher: ['较差的等级得分不能更高', 'gives a worse level a higher score'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FieldProblemCode = keyof typeof fieldProblems;
