import { problem } from '../text.ts';
import type { ProblemText } from '../text.ts';

/** How a call is refused before it is read, and how it fails whatever it asks. */
export const callCodes = {
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
