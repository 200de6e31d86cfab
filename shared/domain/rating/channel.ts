import * as z from 'zod/mini';

/**
 * 评价渠道: by which way a rating reached us. Names, never wire digits: the specifications number
 * the channels differently, so each target has its own map.
 */
export const channels = [
  'portal', // 浙江政务服务网
  'app', // 浙里办
  'qr', // 二维码
  'sms', // 短信
  'pad', // 政务大厅平板电脑
  'terminal', // 政务大厅其他终端
  'hotline', // 12345 电话
  'paper', // 书面评价表格
] as const;

export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/** The channels an invitation can be issued for; pads get theirs with the contact on show. */
const invitedChannels = ['portal', 'app', 'qr', 'sms', 'terminal'] as const;
export const InvitedChannel = z.enum(invitedChannels);
export type InvitedChannel = z.infer<typeof InvitedChannel>;

/** The channels on which staff write down what a resident said; always marked as such. */
const enteredChannels = ['hotline', 'paper'] as const;
export const EnteredChannel = z.enum(enteredChannels);
export type EnteredChannel = z.infer<typeof EnteredChannel>;
