import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SendMessageCommandInput } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openQueues, queueNamed } from './open-queues.ts';
import type { OpenQueues } from './open-queues.ts';

let open: OpenQueues;

beforeAll(async () => {
  open = await openQueues([
    queueNamed('plain'),
    queueNamed('refusals'),
    queueNamed('digests'),
    queueNamed('filters'),
    queueNamed('system'),
    queueNamed('slow', { delaySeconds: 60 }),
    queueNamed('small', { maximumMessageSize: 1024 }),
    queueNamed('short', { retentionSeconds: 60 }),
    queueNamed('delays'),
  ]);
});

afterAll(() => open.close());

const send = (queue: string, more: Partial<SendMessageCommandInput> = {}) =>
  open.sqs.send(
    new SendMessageCommand({ QueueUrl: open.url(queue), MessageBody: '工单', ...more }),
  );

const receive = async (queue: string, more: object = {}) => {
  const input = { QueueUrl: open.url(queue), MaxNumberOfMessages: 10, ...more };
  return (await open.sqs.send(new ReceiveMessageCommand(input))).Messages ?? [];
};

test('a message comes back as it was sent', async () => {
  const sent = await send('plain');
  const [message] = await receive('plain');
  expect(message).toMatchObject({ MessageId: sent.MessageId, Body: '工单' });
  expect(message?.MD5OfBody).toBe(sent.MD5OfMessageBody);
  expect(sent.SequenceNumber).toBeUndefined();
});

test('attribute digests equal those of the service', async () => {
  const text = await send('digests', {
    MessageAttributes: { Foo: { DataType: 'String', StringValue: 'Bar' } },
  });
  const bytes = new TextEncoder().encode(
    'traceparent\u001E00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01',
  );
  const binary = await send('digests', {
    MessageAttributes: { attr1: { DataType: 'Binary', BinaryValue: bytes } },
  });
  expect(text.MD5OfMessageAttributes).toBe('ae7155c6026991b6d54b11589678bf9c');
  expect(binary.MD5OfMessageAttributes).toBe('8cbe4db156db8a94db8b801b7addb984');
  const [, second] = await receive('digests', { MessageAttributeNames: ['All'] });
  expect(second?.MessageAttributes?.['attr1']?.BinaryValue).toEqual(bytes);
  expect(second?.MD5OfMessageAttributes).toBe(binary.MD5OfMessageAttributes);
});

test.each([
  [['All'], ['General', 'Hello', 'Help.Me'], '4c360f3fdafd970e05fae2f149d997f5'],
  [['.*'], ['General', 'Hello', 'Help.Me'], '4c360f3fdafd970e05fae2f149d997f5'],
  [['Hello', 'none'], ['Hello'], 'a311262e065454b75da111d535b8dacd'],
  [['Hel.*'], ['Hello', 'Help.Me'], '83fee93c1bcd8b9a5a923ffacdc636c7'],
  [['none'], [], undefined],
])('asking for attributes %j shows %j', async (wanted, shown, digest) => {
  await send('filters', {
    MessageAttributes: {
      Hello: { DataType: 'String', StringValue: 'There' },
      General: { DataType: 'String', StringValue: 'Kenobi' },
      'Help.Me': { DataType: 'String', StringValue: 'Me' },
    },
  });
  const [message] = await receive('filters', { MessageAttributeNames: wanted });
  expect(Object.keys(message?.MessageAttributes ?? {}).sort()).toEqual(shown);
  expect(message?.MD5OfMessageAttributes).toBe(digest);
});

test('system attributes come under both names of the parameter', async () => {
  const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1';
  await send('system', {
    MessageGroupId: 'tenant',
    MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: trace } },
  });
  open.clock.advance(1500);
  const received = open.clock.now();
  const [all] = await receive('system', {
    MessageSystemAttributeNames: ['All'],
    VisibilityTimeout: 0,
  });
  expect(all?.Attributes).toEqual({
    SenderId: expect.any(String),
    SentTimestamp: String(received - 1500),
    ApproximateReceiveCount: '1',
    ApproximateFirstReceiveTimestamp: String(received),
    MessageGroupId: 'tenant',
    AWSTraceHeader: trace,
  });
  open.clock.advance(1000);
  const [some] = await receive('system', {
    AttributeNames: ['ApproximateReceiveCount', 'ApproximateFirstReceiveTimestamp'],
  });
  expect(some?.Attributes).toEqual({
    ApproximateReceiveCount: '2',
    ApproximateFirstReceiveTimestamp: String(received),
  });
});

const text = (value: string, type = 'String') => ({ DataType: type, StringValue: value });

test.each<[string, Partial<SendMessageCommandInput>, string]>([
  ['a delay over 15 minutes', { DelaySeconds: 901 }, 'InvalidParameterValue'],
  ['a negative delay', { DelaySeconds: -1 }, 'InvalidParameterValue'],
  ['an empty body', { MessageBody: '' }, 'MissingParameter'],
  ['a control character', { MessageBody: 'a\u0000b' }, 'InvalidMessageContents'],
  ['half a surrogate pair', { MessageBody: 'a\uD800' }, 'InvalidMessageContents'],
  ['the character FFFF', { MessageBody: '\uFFFF' }, 'InvalidMessageContents'],
  [
    'a bad character in an attribute',
    { MessageAttributes: { a: text('\u0001') } },
    'InvalidMessageContents',
  ],
  ['an empty attribute', { MessageAttributes: { a: text('') } }, 'InvalidParameterValue'],
  ['an unknown type', { MessageAttributes: { a: text('x', 'Date') } }, 'InvalidParameterValue'],
  [
    'a number that is none',
    { MessageAttributes: { a: text('x', 'Number') } },
    'InvalidParameterValue',
  ],
  ['a blank number', { MessageAttributes: { a: text(' ', 'Number') } }, 'InvalidParameterValue'],
  [
    'a number in another base',
    { MessageAttributes: { a: text('0x10', 'Number') } },
    'InvalidParameterValue',
  ],
  [
    'a text and bytes at once',
    { MessageAttributes: { a: { ...text('x'), BinaryValue: new Uint8Array([1]) } } },
    'InvalidParameterValue',
  ],
  ['a reserved name', { MessageAttributes: { 'AWS.x': text('x') } }, 'InvalidParameterValue'],
  ['a space in a name', { MessageAttributes: { 'a b': text('x') } }, 'InvalidParameterValue'],
  [
    'eleven attributes',
    {
      MessageAttributes: Object.fromEntries(
        'abcdefghijk'.split('').map((name) => [name, text('x')]),
      ),
    },
    'InvalidParameterValue',
  ],
  ['a deduplication id', { MessageDeduplicationId: 'a' }, 'InvalidParameterValue'],
  ['a group id with a space', { MessageGroupId: 'a b' }, 'InvalidParameterValue'],
])('%s is refused', async (_, more, name) => {
  await expect(send('refusals', more)).rejects.toMatchObject({
    name,
    $metadata: { httpStatusCode: 400 },
  });
  expect(await receive('refusals')).toEqual([]);
});

test.each(['!!!', 'YQ', 'Y Q=='])('%j is no base64', async (BinaryValue) => {
  const MessageAttributes = { a: { DataType: 'Binary', BinaryValue } };
  const input = { QueueUrl: open.url('refusals'), MessageBody: 'x', MessageAttributes };
  await expect(open.engine.handle('SendMessage', input)).rejects.toMatchObject({
    code: 'SerializationException',
  });
});

test('body and attributes together may fill the limit, not a byte more', async () => {
  const attributes = { MessageAttributes: { name: text('value') } };
  const counted = 'name'.length + 'String'.length + 'value'.length;
  const fits = await send('small', { MessageBody: 'a'.repeat(1024 - counted), ...attributes });
  expect(fits.MessageId).toBeDefined();
  await expect(
    send('small', { MessageBody: 'a'.repeat(1025 - counted), ...attributes }),
  ).rejects.toThrow('Message must be shorter than 1024 bytes');
  await expect(send('small', { MessageBody: '评'.repeat(342) })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
  });
});

test('a message of one MiB passes', async () => {
  const body = 'x'.repeat(1_048_576);
  await send('plain', { MessageBody: body });
  expect((await receive('plain'))[0]?.Body).toBe(body);
});

test('a delay hides a message to the millisecond', async () => {
  await send('delays', { DelaySeconds: 900 });
  open.clock.advance(899_999);
  expect(await receive('delays')).toEqual([]);
  open.clock.advance(1);
  expect(await receive('delays')).toHaveLength(1);
});

test('the delay of the queue holds unless the message has its own', async () => {
  await send('slow', { MessageBody: 'by queue' });
  await send('slow', { MessageBody: 'at once', DelaySeconds: 0 });
  expect((await receive('slow')).map((message) => message.Body)).toEqual(['at once']);
  open.clock.advance(60_000);
  expect((await receive('slow', { VisibilityTimeout: 60 })).map((message) => message.Body)).toEqual(
    expect.arrayContaining(['by queue', 'at once']),
  );
});

test('a message older than the retention is gone', async () => {
  await send('short');
  open.clock.advance(59_999);
  const count = async () => {
    const input = { QueueUrl: open.url('short'), AttributeNames: ['All' as const] };
    const { Attributes } = await open.sqs.send(new GetQueueAttributesCommand(input));
    return Attributes?.ApproximateNumberOfMessages;
  };
  expect(await count()).toBe('1');
  open.clock.advance(1);
  expect(await count()).toBe('0');
  await send('short');
  open.clock.advance(60_000);
  expect(await receive('short')).toEqual([]);
});
