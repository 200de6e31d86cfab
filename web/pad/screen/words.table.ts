import type { EnrolPhase } from '../key/phase.ts';
import type { Check } from '../view.ts';
import type { Both } from '../words.ts';

type Words = Readonly<Record<string, Both>>;

export const frameWords = {
  product: { zh: '政务服务“好差评”', en: 'Service ratings' },
  window: { zh: '窗口', en: 'Window' },
  language: { zh: '语言', en: 'Language' },
  online: { zh: '在线', en: 'Online' },
  offline: { zh: '离线', en: 'Offline' },
  unknown: { zh: '正在连接', en: 'Connecting' },
  waiting: { zh: '待上传', en: 'unsent' },
} as const satisfies Words;

export const inviteWords = {
  title: { zh: '请扫描回执上的二维码评价', en: 'Scan the code on your receipt to rate' },
  lead: {
    zh: '将二维码对准扫码口；正在本窗口办理的，办理后此处显示评价选项。',
    en: 'Hold the code to the scanner. If you are being served at this window, the choices appear here afterwards.',
  },
} as const satisfies Words;

export const choiceWords = {
  title: { zh: '请评价刚才的服务', en: 'Rate the service you just received' },
  level: { zh: '您对本次服务是否满意？', en: 'How satisfied are you with this service?' },
  link: { zh: '您扫描的评价链接', en: 'The link that you scanned' },
  window: { zh: '本窗口刚才的服务', en: 'The service at this window just now' },
  earlier: { zh: '您刚才办理的事项', en: 'What you were just served for' },
  voluntary: {
    zh: '请如实选择一项。评价遵循自愿原则，不评价可直接离开；未作评价的，不计为任何等级。',
    en: 'Choose one as you found it. Rating is voluntary: you may just leave, and nothing is counted.',
  },
  reasonNeeded: {
    zh: '请选择不满意的原因（至少一项）',
    en: 'Choose at least one reason',
  },
  reasonOrText: {
    zh: '请选择不满意的原因（至少一项），或填写具体情况',
    en: 'Choose at least one reason, or write what happened',
  },
  reason: { zh: '请选择原因（选填）', en: 'Reasons (optional)' },
  addReason: { zh: '补充原因（选填）', en: 'Add reasons (optional)' },
  moreTags: { zh: '更多选项', en: 'More' },
  text: { zh: '意见建议（选填）', en: 'Comments (optional)' },
  textHint: {
    zh: '请勿填写身份证号、电话号码、住址等个人信息。最多500字。',
    en: 'Leave out ID numbers, phone numbers and addresses. At most 500 characters.',
  },
  consent: {
    zh: '同意就整改情况再次与我联系',
    en: 'They may contact me again about the rectification',
  },
  back: { zh: '重新选择', en: 'Choose again' },
  leave: { zh: '不评价', en: 'Do not rate' },
  submit: { zh: '提交评价', en: 'Send rating' },
  faultLevel: { zh: '请选择一项满意度', en: 'Choose how satisfied you are' },
  faultReason: { zh: '请选择不满意的原因', en: 'Choose a reason' },
} as const satisfies Words;

export const warningWords = {
  title: {
    zh: '长时间未操作，即将返回首页并清除已填内容',
    en: 'Nothing was touched for a while. The start page comes back in a moment; nothing you entered is kept.',
  },
  stay: { zh: '继续评价', en: 'Continue' },
} as const satisfies Words;

export const thanksWords = {
  title: { zh: '评价提交成功，感谢您的评价', en: 'Your rating is stored, thank you' },
  offline: {
    zh: '已保存，联网后自动提交。',
    en: 'It is saved on this device and sent when the network is back.',
  },
  claim: {
    zh: '请用手机扫码领取回执，24小时内有效，可查看办理进展。',
    en: 'Scan with your phone within 24 hours to get the receipt and follow the progress.',
  },
  code: { zh: '领取码', en: 'Claim code' },
  done: { zh: '完成', en: 'Done' },
} as const satisfies Words;

export const brokenWords = {
  title: {
    zh: '评价器故障，请扫码评价或联系工作人员',
    en: 'This device is out of order. Rate with your phone, or tell the staff.',
  },
  text: {
    zh: '刚才的评价未能保存。',
    en: 'What was just chosen could not be stored.',
  },
  own: {
    zh: '请用手机扫描回执上的二维码评价，或拨打{phone}。',
    en: 'Scan the code on your receipt with your phone, or call {phone}.',
  },
} as const satisfies Words;

type Notice = 'insecure' | 'saving' | 'second' | 'starting';

/** Screens that only say something. */
export const noticeWords = {
  starting: {
    title: { zh: '评价器正在启动', en: 'The device is starting' },
    text: { zh: '请稍候。', en: 'One moment.' },
  },
  saving: {
    title: { zh: '正在保存…', en: 'Saving…' },
    text: { zh: '请稍候。', en: 'One moment.' },
  },
  insecure: {
    title: { zh: '评价器须通过https访问', en: 'The device needs an https address' },
    text: {
      zh: '请用以https://开头的地址打开本页。通过http访问时，浏览器不提供加密和离线保存，评价无法安全保存。',
      en: 'Open this page by an address that begins with https://. Over http a browser neither encrypts nor keeps anything offline.',
    },
  },
  second: {
    title: { zh: '评价器已在另一页面打开', en: 'The device is open in another page' },
    text: {
      zh: '请使用已打开的页面；关闭后，本页自动开始工作。',
      en: 'Use that page. When it is closed, this one starts by itself.',
    },
  },
} as const satisfies Readonly<Record<Notice, { readonly title: Both; readonly text: Both }>>;

export const enrolWords = {
  title: { zh: '登记评价器', en: 'Enrol this device' },
  revoked: { zh: '评价器已停用', en: 'This device is not in use' },
  revokedLead: {
    zh: '办事群众请用手机扫描回执上的二维码评价。工作人员输入恢复使用的登记码后，未上传的评价自动上传。',
    en: 'To rate, scan the code on your receipt with your phone. Staff: with the code of putting it back into use, ratings that were not sent are sent.',
  },
  lead: {
    zh: '请输入登记码。登记码由管理人员在评价器登记经他人复核后取得，24小时内有效，仅可使用一次。',
    en: 'Enter the enrolment code. An administrator gets it when a second person has confirmed the registration; it is valid for 24 hours, once.',
  },
  code: { zh: '登记码', en: 'Enrolment code' },
  send: { zh: '登记', en: 'Enrol' },
  checks: { zh: '设备检查', en: 'Checks' },
  kiosk: {
    zh: '使用展台（kiosk）浏览器的，请关闭“空闲时清除数据”“退出时清除数据”和“强制刷新页面”，并允许全屏。',
    en: 'In a kiosk browser, switch off “clear data on idle”, “clear data on exit” and forced reloads, and allow full screen.',
  },
} as const satisfies Words;

export const checkWords = {
  secure: { zh: 'https访问', en: 'https address' },
  database: { zh: '本机存储可写入、可读取', en: 'Storage can be written and read' },
  persist: { zh: '存储不被系统清理', en: 'Storage is not cleared by the system' },
  worker: { zh: '离线可打开', en: 'Opens without a network' },
  fullscreen: { zh: '全屏显示', en: 'Full screen' },
} as const satisfies Readonly<Record<Check['name'], Both>>;

export const resultWords = {
  ok: { zh: '正常', en: 'ok' },
  advice: { zh: '建议开启', en: 'better on' },
  failed: { zh: '不可用', en: 'does not work' },
} as const satisfies Readonly<Record<Check['result'], Both>>;

export const phaseWords = {
  checking: { zh: '正在检查设备…', en: 'Checking the device…' },
  unfit: {
    zh: '设备检查未通过，不能登记。请处理标为“不可用”的项目。',
    en: 'This device cannot be enrolled: mend what does not work.',
  },
  ready: { zh: '设备检查通过，可以登记。', en: 'The device can be enrolled.' },
  spending: { zh: '正在登记…', en: 'Enrolling…' },
  not_a_code: {
    zh: '登记码不完整，请核对后重新输入。',
    en: 'The code is too short. Check it and enter it again.',
  },
  refused: {
    zh: '登记码有误、已使用或已过期。请核对；仍不成功的，请管理人员重新登记。',
    en: 'The code is wrong, used or expired. Check it; otherwise register the device again.',
  },
  other_pad: {
    zh: '登记码属于另一评价器，未使用。本机仍有未上传的评价，请管理人员恢复使用本机，取得其登记码。',
    en: 'The code is for another device and not used. This one still holds ratings: put it back into use and enter that code.',
  },
  unreachable: {
    zh: '网络未连接或系统繁忙，登记码未使用，请稍后重试。',
    en: 'No network, or the service is busy. The code is not used; try again.',
  },
  lost: {
    zh: '登记结果未返回，请再次提交同一登记码。',
    en: 'No answer came. Enter the same code again.',
  },
  spent: {
    zh: '登记码已由本机使用，但密钥未收到。请管理人员停用该评价器并重新登记。',
    en: 'This device used the code, and its key did not arrive. Revoke the device and register it again.',
  },
  key_lost: {
    zh: '密钥未能保存在本机。请检查存储后，由管理人员停用该评价器并重新登记。',
    en: 'The key could not be stored. Check the storage, revoke the device and register it again.',
  },
} as const satisfies Readonly<Record<EnrolPhase, Both>>;

export const staffWords = {
  open: { zh: '设备状态（长按3秒）', en: 'State of the device (hold for 3 s)' },
  title: { zh: '设备状态', en: 'State of the device' },
  pad: { zh: '评价器', en: 'Device' },
  waiting: { zh: '待上传评价', en: 'Ratings to send' },
  oldest: { zh: '最早一条', en: 'Oldest' },
  answered: { zh: '最近一次联系服务器', en: 'Last answer of the server' },
  storage: { zh: '本机存储', en: 'Storage' },
  storageOk: { zh: '正常', en: 'ok' },
  storageBroken: { zh: '故障', en: 'broken' },
  persisted: { zh: '存储不被系统清理', en: 'Storage is not cleared by the system' },
  faults: { zh: '未能保存的评价', en: 'Ratings that could not be stored' },
  problem: { zh: '最近一次错误', en: 'Last problem' },
  version: { zh: '版本', en: 'Version' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '无', en: 'none' },
  send: { zh: '立即上传', en: 'Send now' },
  sending: { zh: '正在上传…', en: 'Sending…' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Words;
