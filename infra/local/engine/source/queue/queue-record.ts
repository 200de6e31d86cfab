import { parseArn } from '../arn.ts';
import type { MessageAttribute, ReceivedMessage } from './queue-wire.ts';

const attributeOf = (attribute: MessageAttribute): object => ({
  ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
  ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
  stringListValues: [],
  binaryListValues: [],
  dataType: attribute.DataType,
});

/** A message as a function sees it in an SQS event. */
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
 * What a filter is held against: a body that is a JSON object or list is looked into, any other is
 * a plain text, so that a pattern of the wrong kind never matches (Lambda developer guide, "Using
 * event filtering with an Amazon SQS event source").
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
