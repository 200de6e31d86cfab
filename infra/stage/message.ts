/** Messages to residents: planned from changes, sent by day over a gateway or the province. */
import { addReceiptAlarms, addSendingAlarms } from '../construct/alarm/message-alarms.ts';
import { consumeQueue } from '../construct/event-sources.ts';
import type { LoopBase } from '../loop-base.ts';

export const addMessages = (flow: LoopBase): void => {
  const { table, keys, claims, center, messages, onCall } = flow;
  const { messageChannel, messageGateway, messageSignature, publicUrl } = flow;
  const plan = [table.may('GetItem', 'PutItem', 'Query'), table.query('list')];
  const outside = [center, messageChannel, messageGateway, messageSignature, publicUrl];
  const send = flow.add('message/send', messages.consume(), ...plan, ...keys, ...outside);
  consumeQueue(send, { source: messages, onCall });
  addSendingAlarms(send, onCall);
  flow.add('message/public', table.may('GetItem', 'PutItem'), messages.send(), ...keys);
  const receipts = flow.add('message/integrator', table.may('GetItem', 'PutItem'), ...keys);
  addReceiptAlarms(receipts, onCall);
  flow.add('message/staff', table.may('GetItem', 'Query'), table.query('list'), claims);
};
