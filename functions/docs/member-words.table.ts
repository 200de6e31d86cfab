/**
 * What the members of a request mean, for the pages. The titles of the schemas are one line for
 * readers of every language in the OpenAPI document; here each has its Chinese form, and members
 * that need no title there are told.
 */
import type { Words } from '../../events/contract.ts';

/** The titles of schemas in Chinese. */
export const titlesInChinese: Readonly<Record<string, string>> = {
  'Bytes, at most 10485760': '文件字节数，不超过10485760',
  'Civil date in Shanghai': '日期（北京时间）',
  'ISO 8601 time with offset': '带时区的时间（ISO 8601）',
  'Random reference of the rater: a UUID, or 16 to 64 characters of base64url':
    '提交人的随机标识：UUID，或16至64位base64url字符',
  'SHA-256 of the bytes, base64': '文件的SHA-256摘要（base64）',
  'Your own id: 1 to 64 of A–Z a–z 0–9 . _ : -': '自编标识：1至64位，可用A–Z a–z 0–9 . _ : -',
  'pdf, jpeg, png, docx, xlsx': '文件类型：pdf、jpeg、png、docx、xlsx',
  '事件类型: 受理 accepted, 过程 step, 延长 extended, 中止 suspended, 恢复 resumed, 办结 finished':
    '事件类型：受理accepted，过程step，延长extended，中止suspended，恢复resumed，办结finished',
  '事件编号: your own, 1 to 64 of A–Z a–z 0–9 . _ : -; the same one again is the same event':
    '事件编号：自编，1至64位，可用A–Z a–z 0–9 . _ : -；编号相同即为同一事件',
  '办件类型: 即办件 immediate, 承诺件 promised': '办件类型：即办件immediate，承诺件promised',
  '办件统一编号：21 digits': '办件统一编号：21位数字',
  '办理结果: 准予 granted, 不予 refused, 撤回 withdrawn, 退回 returned':
    '办理结果：准予granted，不予refused，撤回withdrawn，退回returned',
  '大厅编码: area code, dash, number': '大厅编码：行政区划代码、连字符、序号',
  '居民身份证号码 (GB 11643), 18 characters with check digit':
    '居民身份证号码（GB 11643）：18位，含校验码',
  '工单编号: case number and contact; after an upheld contest with the generation of the rating':
    '工单编号：办件统一编号与服务次序；异议成立后另含评价代次',
  '承诺工作日: working days from acceptance; 0: by the end of its day':
    '承诺工作日：自受理起的工作日数；0为当日办结',
  '更正原因: why the header is corrected': '更正原因',
  '服务次序: which contact of the case, from 1': '服务次序：该办件的第几次服务，从1开始',
  '服务环节: 咨询 consult, 申报 apply, 补正 supplement, 受理 accept, 缴费 pay, 办结 decide, 签收 collect':
    '服务环节：咨询consult，申报apply，补正supplement，受理accept，缴费pay，办结decide，签收collect',
  '特别程序: 延长审批 extension, 补正 supplement, 听证 hearing, 检验检测检疫鉴定 inspection, 专家评审 expert_review, 公示 public_notice, 招标拍卖 tender, 其他 other':
    '特别程序：延长审批extension，补正supplement，听证hearing，检验检测检疫鉴定inspection，专家评审expert_review，公示public_notice，招标拍卖tender，其他other',
  '特别程序时限: working days by which the term is extended; of a suspension the time that the applicant was told':
    '特别程序时限：延长的工作日数；中止时为已告知申请人的时间',
  '环节办理状态: 待办 begun, 已办 done; done by default':
    '环节办理状态：待办begun，已办done；默认done',
  '环节时限: working days from the beginning of the step; 0: by the end of its day':
    '环节时限：自环节开始起的工作日数；0为当日完成',
  '申请人类型: 自然人 person, 企业法人 enterprise, 事业法人 institution, 社会组织法人 social_organisation, 行政机关 government, 其他 other':
    '申请人类型：自然人person，企业法人enterprise，事业法人institution，社会组织法人social_organisation，行政机关government，其他other',
  窗口编码: '窗口编码',
  '统一社会信用代码 (GB 32100), 18 characters with check digit':
    '统一社会信用代码（GB 32100）：18位，含校验码',
  '统一社会信用代码, 18 characters; the check digit is not required':
    '统一社会信用代码：18位，不校验校验码',
  '统一部门编码：15 digits': '统一部门编码：15位数字',
  '联系电话 (GB/T 39046, at most 18 characters): mobile, or landline with area code and extension':
    '联系电话（GB/T 39046，不超过18位）：手机号，或含区号、分机号的固定电话',
  '行政区划: 6 digits, 9 or 12 for a town': '行政区划：6位代码；乡镇（街道）为9位或12位',
};

/** Members of that name, or of one schema, as `Schema.path`, which goes first. */
export const memberWords: Readonly<Record<string, Words>> = {
  token: { zh: '评价链接中的凭证', en: 'The token of the rating link' },
  level: { zh: '满意度等级', en: 'How satisfied the rater is' },
  tags: {
    zh: '所选评价指标的代码，须属于所选等级',
    en: 'Codes of the indicators chosen, which belong to the level',
  },
  text: { zh: '意见建议，由评价人填写', en: 'The rater’s own words' },
  contactConsent: {
    zh: '是否同意就整改情况再次联系',
    en: 'Whether the rater may be contacted again about it',
  },
  publishConsent: {
    zh: '是否同意公开文字评价（不含个人信息）',
    en: 'Whether the words may be published, without personal data',
  },
  statement: { zh: '情况说明（选填）', en: 'What the person says about it, if anything' },
  receipt: { zh: '回执编号', en: 'The number of the receipt' },
  refuse: { zh: '退订为true，恢复接收为false', en: 'True to refuse, false to take them again' },
  ratings: { zh: '评价器上的评价，按编号先后', en: 'Ratings of the pad, in their order' },
  sequence: {
    zh: '评价器连续编号；编号相同即为同一评价',
    en: 'Number of the pad, without gaps; the same one again is the same rating',
  },
  ratedAt: {
    zh: '按键时间，以评价器时钟为准',
    en: 'When it was pressed, by the clock of the pad',
  },
  clock: { zh: '评价器时钟的当前时间', en: 'The time by the clock of the pad' },
  waiting: { zh: '评价器上待提交的评价数', en: 'How many ratings wait on the pad' },
  storage: {
    zh: '存储状态：broken为无法保存评价',
    en: 'Whether the pad can store ratings: broken if it cannot',
  },
  faults: {
    zh: '登记以来未能保存的评价数',
    en: 'How many ratings it could not store since it was enrolled',
  },
  oldestAt: {
    zh: '待提交的最早一条评价的时间，以评价器时钟为准',
    en: 'When the oldest waiting rating was made, by the clock of the pad',
  },
  persisted: {
    zh: '浏览器是否已承诺保留所存数据',
    en: 'Whether the browser promised to keep what is stored',
  },
  page: { zh: '评价器页面版本', en: 'The version of the page of the pad' },
  version: { zh: '评价器软件版本', en: 'Version of the software of the pad' },
  receipts: { zh: '短信状态报告', en: 'What became of messages' },
  requestId: {
    zh: '发送短信时的编号',
    en: 'The id of the request with which the message was sent',
  },
  delivered: { zh: '是否送达', en: 'Whether it was delivered' },
  'PadEnrolment.code': {
    zh: '管理员取得的评价器登记码，限用一次',
    en: 'The code that the administrator got, for one use',
  },
  'PadEnrolment.padId': {
    zh: '设备上仍有未上传评价的评价器编号',
    en: 'The pad whose ratings the device still holds',
  },
  'ReceiptClaim.code': {
    zh: '评价器屏幕上显示的领取码',
    en: 'The claim code that the pad displays',
  },
};
