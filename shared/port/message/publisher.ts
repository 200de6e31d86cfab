import type { MessageKind } from '../../domain/message/kind.ts';
import type { Published } from '../../domain/message/message.ts';
import type { TemplateValues } from '../../domain/message/template.ts';

/** A message with its personal data, which exists only while it is sent. */
export interface OutgoingMessage {
  /** The same in every attempt, so that the receiver sends it once. */
  readonly requestId: string;
  readonly kind: MessageKind;
  readonly mobile: string;
  readonly text: string;
  /** What the places of the text were filled with. */
  readonly values: TemplateValues;
}

/**
 * Hands one message to the system that delivers it. It never throws because of the receiver or the network:
 * `no_answer` says that it may or may not have taken the message, and sending the same again is
 * safe.
 */
export interface MessagePublisher {
  publish(message: OutgoingMessage): Promise<Published>;
}
