import * as z from 'zod/mini';

/**
 * 评价渠道: the channel over which a rating arrived. Names, never wire codes: the specifications
 * number the channels differently, so each target has its own map.
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

/**
 * The channels for which an invitation can be issued. Pads get theirs with the contact that the
 * window shows.
 */
const invitedChannels = ['portal', 'app', 'qr', 'sms', 'terminal'] as const;
export const InvitedChannel = z.enum(invitedChannels);
export type InvitedChannel = z.infer<typeof InvitedChannel>;

/** The channels on which staff record what a resident said; such ratings are always marked. */
const enteredChannels = ['hotline', 'paper'] as const;
export const EnteredChannel = z.enum(enteredChannels);
export type EnteredChannel = z.infer<typeof EnteredChannel>;
