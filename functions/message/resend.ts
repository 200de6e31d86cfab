import { ReceiptResend } from '../../events/message/view.ts';
import { messageIdOf } from '../../shared/domain/message/subject.ts';
import { civilDateOf } from '../../shared/domain/time/instant.ts';
import { readBody } from '../../shared/http/body.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { readToken } from '../../shared/http/token.ts';
import type { Now } from '../../shared/port/clock.ts';
import type { DuePublisher } from '../../shared/port/escalation/due-publisher.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

export interface ResendDeps {
  readonly now: Now;
  readonly keys: KeyRing;
  readonly messageCalls: DuePublisher;
}

/**
 * `POST /v1/receipts/resend`: sends the receipt of a rating to the number that its case had before
 * the rating. The day is part of the message's id, so it is sent at most once a day. The answer never
 * tells whether there is a rating: the consumer finds out.
 */
export const resendReceipt =
  (deps: ResendDeps): HttpHandler =>
  async (request) => {
    const { token } = readBody(request, ReceiptResend);
    const at = deps.now();
    const { projectNo, serviceNumber } = await readToken(deps.keys, token, at);
    const mark = Number(civilDateOf(at).replaceAll('-', ''));
    const id = messageIdOf({ type: 'receipt_again', projectNo, serviceNumber, mark });
    const refused = await deps.messageCalls.send([{ id, at }]);
    if (refused.length > 0) throw new Error('the queue of messages did not accept a message');
    return { status: 202, body: { accepted: true } };
  };
