export interface ProblemText {
  readonly status: number;
  /** What happened, and what the caller can do about it. */
  readonly zh: readonly [title: string, advice: string];
  readonly en: readonly [title: string, advice: string];
}

const problem = (
  status: number,
  zh: readonly [string, string],
  en: readonly [string, string],
): ProblemText => ({ status, zh, en });

/** Every answer that is not a success. The code is stable; the words may be improved. */
export const problems = {
  invalid_json: problem(
    400,
    ['请求体不是有效的 JSON', '请检查括号、引号与编码(UTF-8)后重新发送。'],
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
    ['请求体过大', '请缩小内容或分批发送;上限见 detail。'],
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
      '请携带 X-BG-HMAC-ACCESS-KEY、X-BG-HMAC-ALGORITHM、X-BG-HMAC-SIGNATURE、X-BG-DATE-TIME;有请求体时还需 Content-Digest。',
    ],
    [
      'Signature headers are missing',
      'Send X-BG-HMAC-ACCESS-KEY, X-BG-HMAC-ALGORITHM, X-BG-HMAC-SIGNATURE, X-BG-DATE-TIME and, with a body, Content-Digest.',
    ],
  ),
  access_key_unknown: problem(
    401,
    ['访问密钥无效', '请核对 Access Key;已吊销的密钥须重新申请。'],
    ['Invalid access key', 'Check the access key; a revoked one must be applied for anew.'],
  ),
  signature_invalid: problem(
    401,
    [
      '签名无效',
      '请按 METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n(有请求体时再加 Content-Digest 一行)重新计算签名。',
    ],
    [
      'Invalid signature',
      'Sign METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n and, with a body, the Content-Digest as one more line.',
    ],
  ),
  clock_skew: problem(
    401,
    ['时间偏差超过 90 秒', '请按响应 Date 头校准时钟,以 RFC 1123 GMT 格式重新签名。'],
    [
      'Clock skew exceeded',
      'Set your clock by the Date header of this answer (RFC 1123 GMT, at most 90 s apart) and sign again.',
    ],
  ),
  digest_mismatch: problem(
    401,
    ['请求体与摘要不一致', '请对实际发送的字节计算 SHA-256,填入 Content-Digest: sha-256=:…:。'],
    [
      'The body does not match its digest',
      'Compute SHA-256 over the bytes you really send: Content-Digest: sha-256=:…:.',
    ],
  ),
  replayed: problem(
    401,
    [
      '签名已使用过',
      '每次调用请重新签名;同一秒内重复调用请加 X-BG-NONCE。所有写操作均可安全重试。',
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
    ['评价凭证无效', '请从原链接或二维码重新进入,勿修改链接。'],
    ['The rating link is not valid', 'Open the original link or QR code again, unchanged.'],
  ),
  token_expired: problem(
    410,
    ['评价凭证已过期', '可在办事平台重新获取评价链接,或拨打 12345 由工作人员代录。'],
    [
      'The rating link has expired',
      'Ask for a new link where you applied, or call 12345 and have your rating written down.',
    ],
  ),
  token_of_other_contact: problem(
    409,
    ['评价凭证与所评服务不符', '该凭证属于另一次服务,请使用对应办件的链接。'],
    [
      'The link belongs to another service',
      'Use the link that was given for this case and contact.',
    ],
  ),
  token_of_other_door: problem(
    409,
    ['评价凭证与渠道不符', '评价器凭证只能由领取它的评价器提交;其他渠道请使用各自的链接。'],
    [
      'The token belongs to another channel',
      'A pad token can only be sent by the pad that fetched it; other channels use their own link.',
    ],
  ),
  case_unknown: problem(
    404,
    ['未找到该办件', '请先上报办件(首个事件须带 header),再进行评价或查询。'],
    [
      'No such case',
      'Report the case first (its first event carries the header), then rate or ask.',
    ],
  ),
  contact_unknown: problem(
    404,
    ['该办件没有此次服务记录', '请先上报带 contact 的事件,或核对 serviceNumber。'],
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
    ['事件编号已用于不同内容', '相同 eventId 的内容必须一致;新情况请使用新的 eventId。'],
    [
      'The event id stands for something else',
      'The same eventId must carry the same content; use a new eventId for something new.',
    ],
  ),
  contact_differs: problem(
    409,
    ['服务次序已用于不同内容', '同一 serviceNumber 的内容不可更改;新的服务请使用新的次序。'],
    [
      'The contact was reported differently',
      'A contact cannot be changed; a new contact takes a new serviceNumber.',
    ],
  ),
  header_differs: problem(
    409,
    ['办件基本信息与已存不一致', '事项、部门、区划与办件类型不可更改,请核对后重发。'],
    [
      'The header differs from the stored one',
      'Matter, department, area and kind of a case cannot change; check and send again.',
    ],
  ),
  case_too_long: problem(
    409,
    ['办件事件过多', '单个办件最多 200 个事件;请合并过程环节。'],
    ['The case has too many events', 'A case takes at most 200 events; merge steps.'],
  ),
  time_in_future: problem(
    422,
    ['时间晚于当前时间', '请核对系统时钟;事件只能在发生之后上报。'],
    [
      'The time lies in the future',
      'Check your clock; an event can only be reported after it happened.',
    ],
  ),
  already_rated: problem(
    409,
    ['该次服务已评价', '首次评价不可更改;收到整改答复后可追评一次。'],
    [
      'This service has been rated already',
      'A first rating never changes; after the answer you may add one follow-up rating (追评).',
    ],
  ),
  unknown_indicator: problem(
    422,
    ['评价指标代码不存在', '请使用邀请中给出的指标表(版本 2)。'],
    ['Unknown indicator code', 'Use the indicator table given with the invitation (version 2).'],
  ),
  retired_indicator: problem(
    422,
    ['评价指标已停用', '该代码属于已停用的版本 1,请使用版本 2 的代码。'],
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
    ['差评请勾选原因或填写说明', '请至少选择一项原因,或写一句话,以便整改。'],
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
    ['回执编号无效', '请核对回执编号(区分 0 与 O 等字符),或扫描回执上的二维码。'],
    ['No such receipt', 'Check the receipt number, character by character.'],
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
    ['登记码无效或已使用', '登记码一次有效,请大厅管理员重新生成。'],
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
    ['须由第二人核对', '代录人不能确认自己的代录,请另一位工作人员核对原始记录。'],
    [
      'A second person must check',
      'Whoever entered a rating cannot confirm it; ask a colleague to compare it with the record.',
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
  integrator_unknown: problem(
    404,
    ['未找到该接入系统', '请核对 Access Key。'],
    ['No such integrator', 'Check the access key.'],
  ),
  cursor_invalid: problem(
    400,
    ['分页标记无效', '请使用上一页返回的 cursor,或从第一页开始。'],
    ['The cursor is not valid', 'Use the cursor of the page before, or start from the first page.'],
  ),
  busy: problem(
    503,
    ['同一数据正被更新', '未写入任何内容,请稍后重试。'],
    ['Others are writing the same thing', 'Nothing was written; try again in a moment.'],
  ),
  fault: problem(
    500,
    ['服务暂时出错', '未确认写入;请稍后用相同内容重试,重复提交不会产生重复记录。'],
    [
      'Something went wrong on our side',
      'Try again with the same content; a repeat never makes a second record.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one member of a request: zod's own words, and ours from the event schemas. */
export const fieldProblems = {
  missing: ['缺少此项', 'is missing'],
  not_expected: ['不认识的成员', 'is not a known member'],
  wrong_type: ['类型不符', 'has the wrong type'],
  wrong_format: ['格式不符', 'has the wrong format'],
  too_short: ['过短或过少', 'is too short or too small'],
  too_long: ['过长或过多', 'is too long or too large'],
  not_allowed: ['不在允许的取值内', 'is none of the allowed values'],
  not_a_time: ['须为带时区的 ISO 8601 时间', 'must be an ISO 8601 time with offset'],
  wrong_check_digit: ['校验码不符', 'has a wrong check digit'],
  not_a_project_number: ['须为 21 位办件统一编号', 'must be a case number of 21 digits'],
  not_an_org_code: ['须为 15 位统一部门编码', 'must be an organisation code of 15 digits'],
  unknown_area: ['不是本市行政区划', 'is not an area of this city'],
  not_a_mobile_number: ['须为 11 位手机号', 'must be a mobile number of 11 digits'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FieldProblemCode = keyof typeof fieldProblems;
