import type { LookupFunction } from 'node:net';

import { NoAnswer } from '../../port/http-out.ts';
import type { HttpOut } from '../../port/http-out.ts';
import { timedPost } from '../notice/timed-post.ts';

/** A gateway accepts at once and answers at once; one that does not is tried again later. */
const connectWithinMs = 1_000;
const answerWithinMs = 3_000;

/** Only the status, or a code at the beginning, is read. */
const most = 8 * 1024;

/** The calls to the service that delivers messages. A message that waits keeps others of its batch waiting. */
export const gatewayHttp = (lookup?: LookupFunction): HttpOut => ({
  async post(post) {
    const signal = AbortSignal.timeout(answerWithinMs);
    try {
      return await timedPost(post, { signal, connectWithinMs, most, lookup });
    } catch (fault) {
      throw new NoAnswer('no answer came', { cause: fault });
    }
  },
});
