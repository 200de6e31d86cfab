import type { SQSRecord } from 'aws-lambda';

import { MessageCall } from '../../events/message/message.ts';
import { isMessage } from '../../shared/domain/message/kind.ts';
import {
  isDue,
  listCall,
  postponeMessage,
  suppressMessage,
} from '../../shared/domain/message/message.ts';
import type { Message, Suppression } from '../../shared/domain/message/message.ts';
import { subjectOf } from '../../shared/domain/message/subject.ts';
import type { MessagePublisher } from '../../shared/port/message/publisher.ts';
import type { MessageStore } from '../../shared/port/message/store.ts';
import { fromMessage, Permanent } from '../../shared/queue/permanent.ts';
import { attemptMessage } from './attempt.ts';
import type { AttemptDeps } from './attempt.ts';
import { decideSending } from './decide.ts';
import { readDossier } from './dossier.ts';
import { messageRules, planOnce } from './planned.ts';

export interface SendDeps extends AttemptDeps {
  readonly messages: MessageStore;
  /** Undefined while the deployment sends no messages. */
  readonly publisher: MessagePublisher | undefined;
}

/** A conflict means that another delivery of the same call was faster. */
const saveDecision = async (next: Message, deps: SendDeps): Promise<void> => {
  if ((await deps.messages.save(next)) === 'conflict') return;
  if (next.state === 'suppressed') deps.publish({ MessagesSuppressed: 1 });
};

const suppress = (message: Message, reason: Suppression, deps: SendDeps): Promise<void> =>
  saveDecision(suppressMessage(message, reason, deps.now()), deps);

const handleDue = async (message: Message, deps: SendDeps): Promise<void> => {
  const { publisher } = deps;
  if (publisher === undefined) return suppress(message, 'off', deps);
  const [dossier, rules] = await Promise.all([
    readDossier(message, deps),
    messageRules(deps.rulebook),
  ]);
  const sending = await decideSending({ message, dossier, rules }, deps);
  if ('suppressed' in sending) return suppress(message, sending.suppressed, deps);
  if ('postponedTo' in sending) {
    return saveDecision(postponeMessage(message, sending.postponedTo, deps.now()), deps);
  }
  const { type } = message;
  if (!isMessage(type)) return saveDecision(listCall(message, deps.now()), deps);
  const text = { ...message, type };
  return attemptMessage({ message: text, dossier, rules, to: sending.to, publisher }, deps);
};

/**
 * Handles one message of the queue: plans what its id says, once, and sends it when it is due. What
 * was planned is decided again from the stored case, rating and ticket. Before its moment nothing
 * happens: the sweep calls again.
 */
export const sendMessages =
  (deps: SendDeps) =>
  async (record: SQSRecord): Promise<void> => {
    const { messageId } = fromMessage(record, MessageCall);
    const subject = subjectOf(messageId);
    if (subject === undefined) throw new Permanent('a call for what is no message');
    const message = (await deps.messages.find(messageId)) ?? (await planOnce(subject, deps));
    if (message !== undefined && isDue(message, deps.now())) await handleDue(message, deps);
  };
