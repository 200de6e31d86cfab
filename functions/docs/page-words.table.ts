import type { Audience, Words } from '../../events/contract.ts';

export const audienceNames: Readonly<Record<Audience, Words>> = {
  integrator: { zh: '接入系统', en: 'Integrators' },
  resident: { zh: '企业和群众', en: 'Citizens and businesses' },
  pad: { zh: '大厅评价器', en: 'Hall pads' },
  staff: { zh: '工作人员', en: 'Staff' },
  public: { zh: '公开', en: 'Public' },
};

export const title: Words = {
  zh: '政务服务“好差评”闭环管理接口',
  en: 'Service ratings, closed loop: interface',
};

export const introduction: Words = {
  zh: '请求体为 UTF-8 编码的 JSON，不压缩。时间为带时区的 ISO 8601，秒可省略，时区写作 Z、+08:00、+0800 或 +08；日期为 YYYY-MM-DD。所有写操作均可重复提交，不会产生重复记录。出错时返回 application/problem+json，code 固定不变，errors 列出不符合要求的路径，不回显所发送的值。请求头 Accept-Language 以 en 开头时，响应中的文字为英文，否则为中文。',
  en: 'Bodies are JSON in UTF-8, not compressed. Times are ISO 8601 with offset; seconds may be left out, and the offset is Z, +08:00, +0800 or +08. Dates are YYYY-MM-DD. Every write is safe to repeat. An error is application/problem+json with a stable code and the paths that are not valid, never the values that were sent. Texts in responses are English when Accept-Language begins with en, else Chinese.',
};

export const signing: Words = {
  zh: '签名 = Base64(HMAC-SHA256（密钥，待签字符串）)。待签字符串为下列各行，每行以换行符结束：METHOD、PATH、SORTED_QUERY（按 & 拆分后排序，无则为空行）、ACCESS_KEY、DATE；有请求体时再加一行 Content-Digest 的值（RFC 9530，本服务的扩展）；携带 X-BG-NONCE 时再加一行其值。DATE 为 RFC 1123 GMT，与服务器相差不超过 90 秒。每个签名只能用于一次写操作，同一秒内重复相同调用请加 X-BG-NONCE。评价器以其编号为 ACCESS_KEY，以登记时取得的密钥签名。',
  en: 'Signature = Base64(HMAC-SHA256(secret, string to sign)). The string has these lines, each ended by a line feed: METHOD, PATH, SORTED_QUERY (split at &, sorted; an empty line without a query), ACCESS_KEY, DATE; with a body, one more line with the value of Content-Digest (RFC 9530, our extension); with X-BG-NONCE, one more line with its value. DATE is RFC 1123 GMT, at most 90 s from the server. A signature serves one write: add X-BG-NONCE to identical calls within one second. A pad signs with its id as the access key and its enrolled key as the secret.',
};

export const bearer: Words = {
  zh: 'OIDC 访问令牌（JWT，受众 haochaping），声明：roles、department（统一社会信用代码）、area（6 位区划）。由网关校验。',
  en: 'An OIDC access token (JWT, audience haochaping) with the claims roles, department (credit code) and area (6 digits). The gateway checks it.',
};

export const headerWords: Readonly<Record<string, Words>> = {
  'X-BG-HMAC-ACCESS-KEY': { zh: '访问密钥', en: 'The access key' },
  'X-BG-HMAC-ALGORITHM': { zh: '固定为 hmac-sha256', en: 'Always hmac-sha256' },
  'X-BG-DATE-TIME': { zh: 'RFC 1123 GMT 时间', en: 'Time in RFC 1123, GMT' },
  'Content-Digest': {
    zh: '请求体摘要：sha-256=:Base64:',
    en: 'Digest of the body: sha-256=:Base64:',
  },
  'X-BG-NONCE': {
    zh: '可选；同一秒内重复相同调用时使用',
    en: 'Optional; for identical calls within one second',
  },
};
