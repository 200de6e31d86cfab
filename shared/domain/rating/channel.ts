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
  'unknown', // 渠道不明: another system named a channel that no table has
] as const;

export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/**
 * How a rating arrives over each channel: by an invitation, on a pad, which gets its invitation
 * with the contact that the window shows, or entered by staff, who record what a resident said;
 * such ratings are always marked. `upstream`: only another system can have said so.
 */
const arrivals = {
  portal: 'invited',
  app: 'invited',
  qr: 'invited',
  sms: 'invited',
  pad: 'pad',
  terminal: 'invited',
  hotline: 'entered',
  paper: 'entered',
  unknown: 'upstream',
} as const satisfies Record<Channel, 'entered' | 'invited' | 'pad' | 'upstream'>;

type Arrival = (typeof arrivals)[Channel];
type Arriving<By extends Arrival> = {
  [One in Channel]: (typeof arrivals)[One] extends By ? One : never;
}[Channel];

const listArriving = <By extends Arrival>(by: By): readonly Arriving<By>[] =>
  channels.filter((channel): channel is Arriving<By> & Channel => arrivals[channel] === by);

/** The channels for which an invitation can be issued. */
export const InvitedChannel = z.enum(listArriving('invited'));
export type InvitedChannel = z.infer<typeof InvitedChannel>;

export const EnteredChannel = z.enum(listArriving('entered'));
export type EnteredChannel = z.infer<typeof EnteredChannel>;

/** The channels over which this system itself receives ratings. */
export const ownChannels: readonly Channel[] = channels.filter(
  (channel) => arrivals[channel] !== 'upstream',
);
