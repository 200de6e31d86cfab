import type { CenterAnswer } from '../../domain/exchange/center-answer.ts';
import type { Published } from '../../domain/message/message.ts';
import type { CenterGateway } from '../../port/exchange/center-gateway.ts';
import type { MessagePublisher } from '../../port/message/publisher.ts';

const outcomes: Readonly<Record<CenterAnswer['state'], Published>> = {
  accepted: 'accepted',
  duplicate: 'accepted',
  rejected: 'refused',
  unclear: 'no_answer',
};

/**
 * `message.sendMessage` of the province, which delivers to its own app. Its names are those of
 * public code that calls it: `serviceCode`, `toUserId`, `templateArgs` and `requestId`, by which it
 * knows a repeat. RECONSTRUCTION: that a user is named by the mobile number, and a service by the
 * kind of the message, is not documented.
 */
export const provinceMessages = (gateway: CenterGateway): MessagePublisher => ({
  async publish({ requestId, kind, mobile, values }) {
    const body = { serviceCode: kind, toUserId: mobile, templateArgs: values, requestId };
    return outcomes[(await gateway.send('message', body)).state];
  },
});
