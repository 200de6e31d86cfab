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
      'Check the brackets, quotes and encoding (UTF-8) and send it again.',
    ],
  ),
  not_utf8: problem(
    400,
    [
      '请求体不是 UTF-8 编码',
      '请以 UTF-8 编码（不是 GBK 等其他编码）重新发送；含替换字符 U+FFFD 的，原字符已丢失，请更正原文。未写入任何内容。',
    ],
    [
      'The body is not UTF-8',
      'Send it again in UTF-8, not in GBK or another encoding; where it contains U+FFFD, a character was lost before: correct the text. Nothing was stored.',
    ],
  ),
  charset_not_taken: problem(
    415,
    [
      '不支持该字符集',
      '请以 UTF-8 编码发送，并设置 Content-Type: application/json; charset=utf-8。',
    ],
    [
      'The character set is not accepted',
      'Send UTF-8 with Content-Type: application/json; charset=utf-8.',
    ],
  ),
  content_encoding_not_taken: problem(
    415,
    ['不支持该内容编码', '请不要压缩请求体，并去掉 Content-Encoding 请求头。'],
    [
      'The content encoding is not accepted',
      'Send the body uncompressed, without the header Content-Encoding.',
    ],
  ),
  invalid_input: problem(
    400,
    ['请求内容不符合要求', '请按 errors 中列出的路径逐项更正后重新发送。'],
    [
      'The request is not valid',
      'Correct the members listed under errors and send the request again.',
    ],
  ),
  body_too_large: problem(
    413,
    ['请求体过大', '请缩减内容或分批发送；上限见 detail。'],
    ['The body is too large', 'Send less, or send it in batches; the limit is in detail.'],
  ),
  unsupported_media_type: problem(
    415,
    ['仅接受 application/json', '请设置 Content-Type: application/json。'],
    ['Only application/json is accepted', 'Set Content-Type: application/json.'],
  ),
  signature_missing: problem(
    401,
    [
      '缺少签名请求头',
      '请携带 X-BG-HMAC-ACCESS-KEY、X-BG-HMAC-ALGORITHM、X-BG-HMAC-SIGNATURE、X-BG-DATE-TIME；有请求体时还需 Content-Digest。',
    ],
    [
      'Signature headers are missing',
      'Send X-BG-HMAC-ACCESS-KEY, X-BG-HMAC-ALGORITHM, X-BG-HMAC-SIGNATURE, X-BG-DATE-TIME and, with a body, Content-Digest.',
    ],
  ),
  access_key_unknown: problem(
    401,
    ['访问密钥无效', '请核对 Access Key；密钥已吊销的，须重新申请。'],
    [
      'The access key is not valid',
      'Check the access key; if it was revoked, apply for a new one.',
    ],
  ),
  signature_invalid: problem(
    401,
    [
      '签名无效',
      '请按 METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n（有请求体时再加 Content-Digest 一行）重新计算签名。',
    ],
    [
      'The signature is not valid',
      'Sign METHOD\\nPATH\\nSORTED_QUERY\\nACCESS_KEY\\nDATE\\n and, with a body, the Content-Digest as one more line.',
    ],
  ),
  clock_skew: problem(
    401,
    ['时间偏差超过 90 秒', '请按 serverTime 校准时钟，以 RFC 1123 GMT 格式重新签名。'],
    [
      'The clock differs by more than 90 seconds',
      'Set your clock by serverTime and sign again (RFC 1123, GMT).',
    ],
  ),
  digest_mismatch: problem(
    401,
    ['请求体与摘要不一致', '请按实际发送的字节计算 SHA-256，填入 Content-Digest: sha-256=:…:。'],
    [
      'The body does not match its digest',
      'Compute SHA-256 over the bytes that you send: Content-Digest: sha-256=:…:.',
    ],
  ),
  replayed: problem(
    401,
    [
      '签名已使用',
      '同一签名只能用于一次写操作。如未收到上次的响应，请以新的时间或新的 X-BG-NONCE 重新签名，再发送相同内容：不会产生重复记录，响应与上次相同或注明为重复。',
    ],
    [
      'The signature was already used',
      'A signature serves one write. If the answer to it was lost, sign the same content again with a new time or a new X-BG-NONCE: it makes no second record and is answered as before or as a repeat.',
    ],
  ),
  not_permitted: problem(
    403,
    ['该密钥无此权限', '请向市级管理员申请相应权限。'],
    ['The access key lacks this permission', 'Ask the city administrator for the permission.'],
  ),
  outside_scope_of_key: problem(
    403,
    [
      '超出密钥的使用范围',
      '该密钥的区域（areas）、部门（departments）、渠道（channels）或办件统一编号开头（numberPrefixes）不含所报内容；请改用相应密钥，或向管理员申请调整范围。',
    ],
    [
      'This is outside the scope of the access key',
      'The areas, departments, channels or beginnings of numbers (numberPrefixes) of the key do not contain it; use a key that may, or ask the administrator for another scope.',
    ],
  ),
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
  same_person: problem(
    403,
    ['须由他人复核', '登记人、提出人不得自行确认，请由另一位有权限的工作人员复核。'],
    [
      'Another person must review this',
      'Whoever entered or proposed it cannot confirm it; ask a colleague with the role.',
    ],
  ),
  role_missing: problem(
    403,
    [
      '您的角色无此权限',
      '请由具有括号内任一角色的人员办理，或联系系统管理员分配角色；括号内为 sub、area、department 的，是登录凭证中缺少的信息。工单操作写作“操作: 角色”，分号后为您的角色可用的相应操作。',
    ],
    [
      'Your role does not permit this',
      'Somebody with one of the roles in brackets may do it, or the system administrator assigns the role; sub, area or department in brackets is what the token lacks. Actions on tickets are given as “action: roles”, after a semicolon with the action that your role has instead.',
    ],
  ),
  out_of_scope: problem(
    404,
    ['在您的部门或区域范围内未找到', '只能查看和处理本部门、本区域的数据。'],
    [
      'Not found within your department or area',
      'You can view and handle data of your own department or area only.',
    ],
  ),
  area_unknown: problem(
    404,
    [
      '本市没有这个行政区划代码',
      '请核对代码：全市区划见 GET /v1/register/areas?area=330600；公开查询见 GET /v1/open/scores 的 areas。',
    ],
    [
      'No area of the city has this code',
      'Check it: GET /v1/register/areas?area=330600 lists the areas, for the public areas of GET /v1/open/scores.',
    ],
  ),
  ticket_unknown: problem(
    404,
    ['未找到该工单', '请核对工单编号。'],
    ['There is no such ticket', 'Check the ticket id.'],
  ),
  stale_version: problem(
    409,
    ['工单已被更新', '请按 version 所示的当前版本重新读取工单，核对后重新提交。'],
    [
      'The ticket has changed',
      'Read the ticket again (its current version is in version), check it and submit again.',
    ],
  ),
  action_differs: problem(
    409,
    [
      '操作编号已用于其他内容',
      '您已以该 actionId 在此工单上做过另一操作；新的操作请使用新的 actionId。',
    ],
    [
      'The action id is in use for other content',
      'You did something else on this ticket with this actionId; use a new actionId for a new action.',
    ],
  ),
  illegal_move: problem(
    409,
    ['工单当前状态不允许该操作', '请查看工单的 allowed，其中列出您现在可以进行的操作。'],
    [
      'The state of the ticket does not permit this',
      'See allowed in the ticket for what you may do now.',
    ],
  ),
  own_claim: problem(
    403,
    ['不得审核本人提出的申请', '申请须由承办部门以外的其他人员审核。'],
    [
      'You cannot rule on your own request',
      'A person outside the handling department must rule on it.',
    ],
  ),
  own_submission: problem(
    403,
    ['不得审核本人提交的整改', '闭环审核须由提交人以外、承办部门以外的人员进行。'],
    [
      'You cannot review your own submission',
      'A person outside the handling department must approve or return it.',
    ],
  ),
  own_department: problem(
    403,
    [
      '不得审核本部门的工单',
      '被评价部门和承办过该工单的部门均不得审核；请由其他部门的督办或复核人员审核。',
    ],
    [
      'A department cannot rule on its own tickets',
      'Neither the rated department nor one that ever had the ticket may rule; a supervisor or reviewer of another department must decide.',
    ],
  ),
  own_work: problem(
    403,
    ['不得审核本人办理过的工单', '办理过该工单的人员调任后仍不得审核；请由其他人员审核。'],
    [
      'You cannot rule on a ticket that you worked on',
      'This also holds after a change of department; another person must decide.',
    ],
  ),
  department_missing: problem(
    403,
    ['您的账号未登记所属部门', '审核须由其他部门的人员进行，请联系系统管理员登记所属部门。'],
    [
      'Your account names no department',
      'A ruling needs a person of another department; ask the administrator of accounts to enter yours.',
    ],
  ),
  contact_missing: problem(
    422,
    ['尚未完成回访', '请先回访评价人并登记；多次联系不上的，登记次数达到规则要求后也可提交。'],
    [
      'The rater has not been contacted',
      'Record a contact first, or as many attempts as the policy requires.',
    ],
  ),
  finding_missing: problem(
    422,
    ['尚未核实', '请先登记核实结论（find）与原因。'],
    ['The finding is missing', 'Record the finding and its cause first.'],
  ),
  evidence_missing: problem(
    422,
    ['缺少佐证材料', '请先上传佐证材料，并在 evidence 中引用其编号。'],
    ['Evidence is missing', 'Upload a file first and give its id under evidence.'],
  ),
  claim_used: problem(
    409,
    ['该类申请限提一次，已提出过', '延期申请的次数以规则为准。'],
    [
      'This request was already made',
      'Each kind of request can be made once; extensions as often as the policy permits.',
    ],
  ),
  claim_waiting: problem(
    409,
    ['已有申请待审核', '请待现有申请审核后再操作。'],
    ['Another request awaits its ruling', 'Wait for that ruling first.'],
  ),
  claim_not_waiting: problem(
    409,
    ['没有该类待审核的申请', '请核对 claim 是否与工单中待审核的申请一致。'],
    [
      'No such request awaits a ruling',
      'Compare claim with the request that is pending on the ticket.',
    ],
  ),
  extension_late: problem(
    422,
    ['整改期限已届满，不能申请延期', '延期申请须在期限届满前提出。'],
    ['It is too late for an extension', 'Request an extension before the due time.'],
  ),
  extension_too_long: problem(
    422,
    ['申请的延期天数超过上限', '请按规则允许的最长延期天数申请。'],
    ['The extension is too long', 'Request no more days than the policy permits.'],
  ),
  already_due: problem(
    409,
    ['整改期限已届满，不能批准延期', '该延期申请只能驳回。'],
    ['The due time has passed', 'The extension can only be refused now.'],
  ),
  review_date_past: problem(
    422,
    ['复核日期须晚于今天', '请另选一个复核日期。'],
    ['The review date must be in the future', 'Choose a date after today.'],
  ),
  review_date_too_far: problem(
    422,
    ['复核日期过远', '复核日期距今天不得超过 120 个工作日，请另选较近的日期，到期复核时可再延。'],
    [
      'The review date is too far away',
      'Choose a date within 120 working days from today; it can be moved again when it is reviewed.',
    ],
  ),
  review_date_of_city: problem(
    403,
    [
      '复核日期超过规则允许的工作日数',
      '请由全市督办人员批准，或另选较近的复核日期（须由申请部门重新填写的，请先驳回）。',
    ],
    [
      'The review date is beyond the policy',
      'Have a supervisor of the whole city grant it, or settle on an earlier date (refuse the claim when the department named it).',
    ],
  ),
  same_department: problem(
    422,
    ['工单已在该部门', '请改派至其他部门。'],
    ['The ticket is already with that department', 'Name another department.'],
  ),
  transfer_waiting: problem(
    409,
    ['已申请改派，正等待决定', '督办人员决定前，请继续按期办理。'],
    [
      'A transfer was already asked for',
      'Go on with the ticket until a supervisor has decided on it.',
    ],
  ),
  transfer_not_waiting: problem(
    409,
    ['没有待决定的改派申请', '申请可能已有决定或已失效，请查看办理记录。'],
    [
      'No transfer was asked for',
      'The request may have been decided or have lapsed; see the steps of the ticket.',
    ],
  ),
  transfer_of_city: problem(
    403,
    [
      '该改派须由市级决定',
      '工单已改派两次，或拟改派至其他区域：请由市级督办人员决定是否改派、改派至哪个部门。',
    ],
    [
      'The city decides on this transfer',
      'The ticket was transferred twice, or would go to another area: a supervisor of the whole city must decide whether, and to which department, it is transferred.',
    ],
  ),
  unmask_not_needed: problem(
    403,
    [
      '不得查看评价人身份信息',
      '评价人未同意联系，且回访已完成；仅在评价人同意联系或回访尚未完成时可以查看。',
    ],
    [
      'The identity of the rater is not available',
      'The rater did not consent to contact and the contact is done; the name is available only with consent or before the contact.',
    ],
  ),
  append_closed: problem(
    409,
    ['不在追评期限内', '差评整改反馈后，在追评期限内可追评1次。'],
    [
      'The follow-up period is not open',
      'One follow-up rating is possible after the answer, within the follow-up period.',
    ],
  ),
  append_used: problem(
    409,
    ['已追评', '每次评价可追评1次，追评不可更改。如非您本人所评，请拨打 12345 提出异议。'],
    [
      'A follow-up rating was already given',
      'A rating takes one follow-up, which cannot be changed. If you did not give it, call 12345 to contest it.',
    ],
  ),
  evidence_type_wrong: problem(
    422,
    ['文件类型不符', '仅接受 pdf、jpeg、png、docx、xlsx，且内容须与登记的类型一致。'],
    [
      'The file type is not accepted',
      'Only pdf, jpeg, png, docx and xlsx are accepted, and the content must match the announced type.',
    ],
  ),
  evidence_too_large: problem(
    422,
    ['文件过大', '请压缩或拆分后重新上传；上限见 detail。'],
    ['The file is too large', 'Compress or split it; the limit is in detail.'],
  ),
  evidence_unknown: problem(
    404,
    ['未找到该佐证材料', '请核对编号；佐证材料只能用于上传时所属的工单。'],
    [
      'There is no such evidence',
      'Check the id; a file belongs to the ticket for which it was announced.',
    ],
  ),
  evidence_erased: problem(
    410,
    ['佐证材料已按保存期限删除', '办件保存期限已届满，材料无法恢复；办理记录仍可查看。'],
    [
      'The file was erased after its retention period',
      'It cannot be restored. The steps of the ticket can still be read.',
    ],
  ),
  evidence_name_differs: problem(
    409,
    [
      '该文件已以其他名称登记',
      '同一文件在同一工单上只登记一次；请直接引用 detail 中的编号，或使用原文件名。',
    ],
    [
      'The file was announced under another name',
      'A file is announced once for a ticket; use the id in detail, or announce it under its first name.',
    ],
  ),
  evidence_not_uploaded: problem(
    409,
    ['佐证材料尚未上传', '请按 uploadUrl 与 headers 上传文件后再引用。'],
    ['The file has not been uploaded', 'Upload it to its uploadUrl with its headers first.'],
  ),
  evidence_differs: problem(
    409,
    ['上传的文件与登记信息不一致', '文件大小或摘要不符，请重新登记并上传。'],
    [
      'The file differs from the one announced',
      'Its size or digest differs; announce and upload it again.',
    ],
  ),
  calendar_invalid: problem(
    422,
    ['节假日安排有误', '请对照国务院办公厅通知，按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The calendar year is inconsistent',
      'Compare it with the notice and correct what is listed under errors; nothing was stored.',
    ],
  ),
  year_unknown: problem(
    404,
    ['年份无效', '请使用 1992 至 9998 之间的四位年份。'],
    ['The year is not valid', 'Use a year of four digits from 1992 to 9998.'],
  ),
  policy_invalid: problem(
    422,
    ['规则有误', '请提交完整的规则，并按 errors 中列出的路径逐项更正；未写入任何内容。'],
    [
      'The policy is inconsistent',
      'Send a complete policy and correct what is listed under errors; nothing was stored.',
    ],
  ),
  policy_unchanged: problem(
    409,
    ['规则与现行版本相同', '未生成新的版本；现行版本号见 version，请修改后再提交。'],
    [
      'The policy is the one in force',
      'No new version was made; version names the one in force. Change something and send it again.',
    ],
  ),
  policy_unknown: problem(
    404,
    ['未找到该规则版本', '请查看规则列表中的版本号。'],
    ['There is no such policy', 'See the list of policies for their versions.'],
  ),
  notice_unknown: problem(
    404,
    ['未找到该通知', '请核对通知编号；尚未发送的通知不在收件箱中。'],
    ['There is no such notice', 'Check its id; a notice that was not sent yet is in no inbox.'],
  ),
  webhook_unknown: problem(
    404,
    ['未找到该推送地址', '请核对编号；已删除的推送地址不能再操作。'],
    ['There is no such webhook', 'Check its id; a removed webhook cannot be used.'],
  ),
  webhook_address_refused: problem(
    422,
    ['推送地址不可用', '仅接受 https 完整域名地址，不接受 IP、内网短名、用户名与片段。'],
    [
      'The address cannot be used',
      'Give an https address with a full host name: no IP address, no short name, no user, no fragment.',
    ],
  ),
  too_many_webhooks: problem(
    409,
    ['推送地址已达上限', '请先删除不再使用的推送地址。'],
    ['The number of webhooks is at its limit', 'Remove a webhook that is no longer used first.'],
  ),
  integrator_unknown: problem(
    404,
    [
      '未找到该接入密钥',
      '请核对 Access Key：本区域的密钥见 GET /v1/integrators；已吊销的密钥不能再使用，也不能接收办件。',
    ],
    [
      'There is no such access key',
      'Check it: GET /v1/integrators lists the keys of your area; a revoked one is not used again, and no case is handed over to it.',
    ],
  ),
  cursor_invalid: problem(
    400,
    ['分页标记无效', '请使用上一页返回的 cursor，或从第一页开始。'],
    [
      'The cursor is not valid',
      'Use the cursor of the previous page, or start from the first page.',
    ],
  ),
  busy: problem(
    503,
    ['系统繁忙，请稍后重试', '本次未写入任何内容，请稍后以相同内容重新提交。'],
    ['The service is busy', 'Nothing was written; try again in a moment.'],
  ),
  fault: problem(
    500,
    ['系统异常，请稍后重试', '写入结果未能确认；请稍后以相同内容重新提交，系统不会重复记录。'],
    [
      'The service failed',
      'Try again later with the same content; a repeat makes no second record.',
    ],
  ),
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problems;

/**
 * What is wrong with one member of a request: from the issues of zod, and from the event schemas.
 */
export const fieldProblems = {
  not_a_client_ref: [
    '不是随机标识：请由页面随机生成，UUID 或 16 至 64 位 base64url 字符',
    'is no random reference: make it at random, a UUID or 16 to 64 characters of base64url',
  ],
  missing: ['缺少此项', 'is missing'],
  not_expected: ['未知的字段', 'is not a known member'],
  unknown_parameter: ['此调用没有这个参数，可用的参数', 'is no parameter of this call, which has'],
  member_twice: [
    '同一对象中出现多次，无法确定以哪个为准；请只保留一个',
    'stands more than once in its object, and it is not clear which one counts: keep one',
  ],
  wrong_type: ['类型不符', 'has the wrong type'],
  wrong_format: ['格式不符', 'has the wrong format'],
  too_short: ['过短或过少', 'is too short or too small'],
  too_long: ['过长或过多', 'is too long or too large'],
  not_allowed: ['不在允许的取值内', 'is none of the allowed values'],
  not_a_time: [
    '不是日期和时刻：文件中写成 2026-11-20 09:12，单元格格式设为 yyyy-mm-dd hh:mm（不能只是数值，如 46346.38）；接口中为带时区的 ISO 8601 时间',
    'is not a date and time: in a file write 2026-11-20 09:12 in cells of the format yyyy-mm-dd hh:mm, not a bare number such as 46346.38; in JSON an ISO 8601 time with offset',
  ],
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
    'was changed by a spreadsheet (digits after the fifteenth are lost, or a code was read as a date): format the column as text and fill it in again',
  ],
  merged_cell: [
    '是合并单元格的一部分，只有左上角的单元格有值；请取消合并，并在每个单元格中填写',
    'is part of merged cells, of which only the first has a value: unmerge them and fill in every cell',
  ],
  no_formula_result: [
    '公式没有保存结果或结果为错误值，请粘贴为数值',
    'is a formula whose result is missing or an error: paste it as a value',
  ],
  lost_character: ['含有已丢失的字符 U+FFFD', 'contains a lost character, U+FFFD'],
  wrong_check_digit: ['校验码不符', 'has a wrong check digit'],
  old_identity_number: [
    '为 15 位旧身份证号码，已停止使用；请填写居民身份证上的 18 位号码',
    'is an old identity number of 15 digits, which is no longer valid: give the 18 characters of the card',
  ],
  not_a_credit_code: [
    '须为 18 位统一社会信用代码；15 位注册号请选营业执照，其他证件请选相应类型',
    'must be a credit code of 18 characters: for a registration number of 15 digits choose business_licence, for another document its type',
  ],
  not_a_project_number: ['须为 21 位办件统一编号', 'must be a case number of 21 digits'],
  not_an_org_code: ['须为 15 位统一部门编码', 'must be an organisation code of 15 digits'],
  unknown_area: ['不是本市行政区划', 'is not an area of this city'],
  other_area: [
    '不在清单的行政区划内；清单的区划由参数 area 指定，未写时为本人区域',
    'is not in the area of the list, which the parameter area names; by default it is the caller’s own',
  ],
  cells_differ: [
    '列数与列名行不同；请检查引号与分隔符，末行没有换行时可能不完整',
    'has more or fewer cells than the header: check quotes and separators; a last line without a line end may be incomplete',
  ],
  cells_unnamed: [
    '所列的列没有列名，该行却有内容；请写上列名，或清除这些单元格',
    'has something in columns without a name: name them in the header, or clear these cells',
  ],
  not_a_mobile_number: [
    '须为 11 位手机号，或带区号的固定电话（如 0575-88001234-801），最长 18 位',
    'must be a mobile number of 11 digits, or a landline with area code such as 0575-88001234-801, at most 18 characters',
  ],
  nothing_visible: [
    '没有可见的文字，请填写具体内容',
    'has no visible text: write what it is to say',
  ],
  half_a_character: [
    '含有不成对的代理码位（半个字符），无法存储',
    'contains half of a surrogate pair, which is not a character',
  ],
  no_notice_of_the_state_council: [
    '须至少列明一个 gov.cn 上的国务院办公厅通知',
    'must name a notice of the State Council on gov.cn',
  ],
  no_number_of_the_state_council: [
    '须列明该通知的发文字号（如 国办发明电〔2025〕7号），且为该年度或上一年度的文号',
    'must give the number of that notice as printed, of the year or the year before: 国办发明电〔2025〕7号',
  ],
  assumed_with_notice: ['按假设安排时不得列明通知', 'is an assumption, so it cannot name a notice'],
  assumed_not_allowed: [
    '本系统只接受已公布的通知，不接受假设的安排',
    'is not taken here: only a published notice is',
  ],
  year_has_notice: [
    '该年度已有正式通知，不得以假设的安排代替',
    'would replace a notice by an assumption',
  ],
  festival_missing: [
    '须含元旦、春节、清明节、劳动节、端午节、中秋节、国庆节，且各在其时节放假',
    'must have all seven festivals, each with a day off in its season: 元旦, 春节, 清明节, 劳动节, 端午节, 中秋节, 国庆节',
  ],
  outside_festival: [
    '距其名称所指的法定节日过远，请与通知核对放假日期和节日名称',
    'is too far from the festival that its holiday is named for: compare the day and the name with the notice',
  ],
  too_many_special_days: [
    '七个法定节日以外的周一至周五放假合计超过 3 天，请按通知写明节日名称或核对日期',
    'has more than 3 days from Monday to Friday for no statutory festival: name the festivals as the notice does, or compare the days',
  ],
  too_few_days_off: [
    '因放假而不上班的周一至周五不足 11 天，请与通知核对',
    'frees fewer than 11 days from Monday to Friday: compare with the notice',
  ],
  too_many_days_off: [
    '因放假而不上班的周一至周五超过 25 天，请与通知核对',
    'frees more than 25 days from Monday to Friday: compare with the notice',
  ],
  too_many_days_off_in_a_row: [
    '连同周末连续放假超过 10 天，请与通知核对',
    'has more than 10 days off in a row, weekends included: compare with the notice',
  ],
  makeup_out_of_reach: [
    '调休上班日距该假期超过 14 天，请与通知核对',
    'is more than 14 days from its holiday: compare with the notice',
  ],
  off_and_makeup: ['同一天既列为放假又列为调休上班', 'is both a day off and a make-up working day'],
  duplicate_day: ['同一天重复出现', 'names a day twice'],
  makeup_on_ordinary_working_day: [
    '调休上班日须为周六或周日',
    'is an ordinary working day, not a weekend day',
  ],
  outside_year: ['不属于该年度', 'is outside the year'],
  named_twice: ['重复列出', 'is named twice'],
  not_a_plain_line: [
    '须为一行文字，不得含换行、控制字符或不可见的格式字符',
    'must be one line, without line breaks, control characters or invisible format signs',
  ],
  text_of_another: [
    '与同一满意度下另一在用指标的表述相同',
    'is the text of another indicator in use at the same level',
  ],
  text_in_force: [
    '已生效指标的中文表述不得更改；请停用该指标，另以新代码增设',
    'is the Chinese text of an indicator that was in force and must not change; retire the indicator and add another code',
  ],
  set_missing: [
    '在用的指标须注明基础指标或扩展指标',
    'must be base or expanded, unless the indicator is retired',
  ],
  not_the_whole_ladder: [
    '分级预警督办规则须按顺序列出全部七级',
    'must be the whole escalation ladder, every rung once and in order',
  ],
  outside_scope_of_key: ['不在密钥的使用范围内', 'is outside the scope of the access key'],
  national_levels_missing: [
    '须包含不满意和非常不满意（国办发〔2019〕51号），可另加等级',
    'must contain dissatisfied and very_dissatisfied (国办发〔2019〕51号); others can be added',
  ],
  official_without_document: [
    '注明为官方规定的，须列明发文机关、发文字号和成文日期',
    'must give issuing body, number and date of the document, because the policy is called official',
  ],
  ladder_falls_in_time: [
    '上一级不得早于下一级触发：请核对 time_gone 的比例与 overdue 的天数',
    'has a rung that comes before a lower one: check the shares of time_gone and the days of overdue',
  ],
  not_notified_at_opening: [
    '派单（notify）须在工单生成时（opened）触发',
    'must have the rung notify fire on opened',
  ],
  rung_without_moment: [
    '黄灯、红灯、督办、提级每一级都须有按时间触发的条件（time_gone 或 overdue）',
    'must have a trigger by time, time_gone or overdue, on each of yellow, red, supervise and raise_city',
  ],
  rung_out_of_time: [
    '触发时间超出范围：黄灯为时限的三成至届满，红灯为时限的八成至超期 5 个工作日，督办为届满至超期 10 个工作日，提级、问责为届满至超期 15 个工作日；黄灯及以上不得以 opened 触发',
    'has a rung outside its time: yellow from 30 % of the term to its end; red from 80 % to 5 working days overdue; supervise from the end to 10, raise_city and accountability to 15 working days overdue; none of them on opened',
  ],
  unknown_place: [
    '短信模板含有该类短信不支持的占位符：可用占位符见接口文档，花括号须成对',
    'has a place that this kind of message does not have, or a brace without its pair: see the description of the interface',
  ],
  link_not_last: [
    '短信模板须以{link}结尾，且只出现一次',
    'must end with {link}, which may occur only once',
  ],
  foreign_link: [
    '短信模板不得含有网址或电话号码，链接由系统生成',
    'must not contain an address or a telephone number: the system makes the link',
  ],
  too_many_segments: [
    '短信模板填入最长内容后超过3条短信，请缩短',
    'fills more than 3 messages with its longest values: shorten it',
  ],
  office_hours_too_short: ['办公时间每天不得少于 4 小时', 'is less than 4 hours after dayStart'],
  worse_scores_higher: [
    '较差的等级得分须低于较好的等级',
    'must give every level a lower score than the next better one',
  ],
  center_alone: [
    '省平台回调权限（center）须单独授予，不得与其他权限同时授予',
    'must have the right center alone, without any other right',
  ],
  center_whole_city: [
    '省平台回调密钥（center）对全市生效，使用范围须为全市：areas 含 330600，departments 为 all，numberPrefixes 为空；由市级管理员提出和复核',
    'must be the whole city for a key of the center (center): areas with 330600, departments all, no numberPrefixes; administrators of the city propose and confirm it',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FieldProblemCode = keyof typeof fieldProblems;
