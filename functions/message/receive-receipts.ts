import { MessageReceipts } from '../../events/message/view.ts';
import { receiveDelivery } from '../../shared/domain/message/message.ts';
import { refuseBelowCity } from '../../shared/http/access/integrator-scope.ts';
import { readBody } from '../../shared/http/body.ts';
import { conflictTries } from '../../shared/http/conflict-tries.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import { integratorOf } from '../../shared/http/integrator.ts';
import type { IntegratorDeps } from '../../shared/http/integrator.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { retry } from '../../shared/retry.ts';

export interface ReceiptsDeps extends IntegratorDeps {
  readonly messages: Pick<MessageStore, 'find' | 'save'>;
  readonly publish: (counts: Readonly<Record<string, number>>) => void;
}

interface Told {
  readonly requestId: string;
  readonly delivered: boolean;
}

const races = conflictTries(5);

type Outcome = 'stored' | 'known' | 'unknown';

const applyOnce = async (
  { requestId, delivered }: Told,
  deps: ReceiptsDeps,
): Promise<Outcome | undefined> => {
  const message = await deps.messages.find(requestId);
  if (message === undefined) return 'unknown';
  const next = receiveDelivery(message, delivered, deps.now());
  if (next === undefined) return 'known';
  return (await deps.messages.save(next)) === 'saved' ? 'stored' : undefined;
};

/**
 * `POST /v1/messages/receipts`: the gateway tells what became of messages. The first receipt of a
 * message stays, so a repeat changes nothing.
 */
export const receiveReceipts =
  (deps: ReceiptsDeps): HttpHandler =>
  async (request) => {
    const { scope } = await integratorOf(request, deps, 'messages');
    refuseBelowCity(scope);
    const { receipts } = readBody(request, MessageReceipts);
    const outcomes: Outcome[] = [];
    for (const told of receipts) {
      outcomes.push(await retry(() => applyOnce(told, deps), races));
    }
    const failed = receipts.filter(
      ({ delivered }, index) => !delivered && outcomes[index] === 'stored',
    );
    if (failed.length > 0) deps.publish({ MessagesUndelivered: failed.length });
    const unknown = receipts.filter((_told, index) => outcomes[index] === 'unknown');
    return {
      status: 200,
      body: {
        stored: receipts.length - unknown.length,
        unknown: unknown.map(({ requestId }) => requestId),
      },
    };
  };
