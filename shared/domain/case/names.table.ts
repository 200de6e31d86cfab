import type { Channel } from '../rating/channel.ts';
import type { Language } from '../text/language.ts';
import type { TicketState } from '../ticket/terms.ts';
import type { Service } from './case.ts';

type Names<T extends string> = Readonly<Record<T, Readonly<Record<Language, string>>>>;

/** 服务环节 */
export const serviceNames: Names<Service> = {
  consult: { zh: '咨询', en: 'Enquiry' },
  apply: { zh: '申报', en: 'Application' },
  supplement: { zh: '补正', en: 'Supplement' },
  accept: { zh: '受理', en: 'Acceptance' },
  pay: { zh: '缴费', en: 'Payment' },
  decide: { zh: '办结', en: 'Decision' },
  collect: { zh: '签收', en: 'Collection' },
};

/** 评价渠道 */
export const channelNames: Names<Channel> = {
  portal: { zh: '浙江政务服务网', en: 'Web portal' },
  app: { zh: '浙里办', en: 'Mobile app' },
  qr: { zh: '二维码', en: 'QR code' },
  sms: { zh: '短信', en: 'Text message' },
  pad: { zh: '大厅评价器', en: 'Hall pad' },
  terminal: { zh: '大厅自助终端', en: 'Hall terminal' },
  hotline: { zh: '12345 热线', en: 'Hotline 12345' },
  paper: { zh: '书面评价', en: 'Paper form' },
  unknown: { zh: '渠道不明', en: 'Unknown channel' },
};

/** 工单状态, in the words shown to the resident. */
export const ticketStateNames: Names<TicketState> = {
  open: { zh: '待回访核实', en: 'Awaiting contact and finding' },
  rectifying: { zh: '整改中', en: 'Being rectified' },
  dismissal_review: { zh: '差评申诉审核中', en: 'Appeal under review' },
  hardship_review: { zh: '列入整改台账审核中', en: 'Register entry under review' },
  hardship: { zh: '已列入整改台账，限期整改', en: 'On the rectification register' },
  closure_review: { zh: '整改结果审核中', en: 'Rectification under review' },
  closed: { zh: '已办结', en: 'Closed' },
  dismissed: { zh: '不予采纳', en: 'Dismissed' },
};
