import type { Channel } from '../rating/channel.ts';
import type { Language } from '../text/language.ts';
import type { TicketState } from '../ticket/ticket.ts';
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
};

/** 工单状态, in the words shown to the resident. */
export const ticketStateNames: Names<TicketState> = {
  open: { zh: '待回访核实', en: 'Waiting to be contacted' },
  rectifying: { zh: '整改中', en: 'Being put right' },
  dismissal_review: { zh: '不予采纳审核中', en: 'Under review: dismissal asked for' },
  hardship_review: { zh: '无法整改审核中', en: 'Under review: cannot be put right yet' },
  hardship: { zh: '已挂账，持续跟踪', en: 'On the hardship register' },
  closure_review: { zh: '闭环审核中', en: 'Answer under audit' },
  closed: { zh: '已闭环', en: 'Closed' },
  dismissed: { zh: '不予采纳', en: 'Dismissed with reason' },
};
