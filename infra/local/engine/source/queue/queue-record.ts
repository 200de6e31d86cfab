import { parseArn } from '../arn.ts';
import type { MessageAttribute, ReceivedMessage } from './queue-wire.ts';

const attributeOf = (attribute: MessageAttribute): object => ({
  ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
  ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
  stringListValues: [],
  binaryListValues: [],
  dataType: attribute.DataType,
});

/** Returns a message as a record of an SQS event. */
export const queueRecord = (message: ReceivedMessage, queueArn: string): object => {
  const attributes = Object.entries(message.MessageAttributes ?? {});
  const digest = message.MD5OfMessageAttributes;
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      attributes.map(([name, attribute]) => [name, attributeOf(attribute)]),
    ),
    ...(digest === undefined ? {} : { md5OfMessageAttributes: digest }),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: parseArn(queueArn).region,
  };
};

/**
 * Returns the view of a message that filters match: a body that is a JSON object or list is parsed,
 * any other is a string, so that a pattern of the wrong kind never matches (Lambda developer guide,
 * "Using event filtering with an Amazon SQS event source").
 */
export const filterView = ({ Body }: ReceivedMessage): { readonly body: unknown } => {
  try {
    const parsed: unknown = JSON.parse(Body);
    return { body: typeof parsed === 'object' && parsed !== null ? parsed : Body };
  } catch (error) {
    if (error instanceof SyntaxError) return { body: Body };
    throw error;
  }
};
