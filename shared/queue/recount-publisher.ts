import { subjectId } from '../port/calendar/recount-publisher.ts';
import type { RecountPublisher } from '../port/calendar/recount-publisher.ts';
import { sendEach } from './send-batch.ts';
import type { Target } from './send-batch.ts';

/** Publishes orders to the recount queue. */
export const createRecountPublisher = (target: Target): RecountPublisher => ({
  order: async (orders) => {
    const refused = await sendEach(target, orders, (order) => ({ body: order }));
    return refused.map(subjectId);
  },
});
