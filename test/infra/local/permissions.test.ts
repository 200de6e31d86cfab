import { describe, expect, it } from 'vitest';

import type { WireCall } from '../../../infra/local/engine/endpoint.ts';
import { evaluate } from '../../../infra/local/runtime/permission/evaluate.ts';
import { createGuard } from '../../../infra/local/runtime/permission/guard.ts';
import { checkMappingRights } from '../../../infra/local/runtime/permission/mapping-rights.ts';
import type { FunctionDefinition } from '../../../infra/local/runtime/template/functions.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';
import type { Statement } from '../../../infra/local/runtime/template/statement.ts';

const place = { ...LOCAL_PLACE, apiUrl: 'http://127.0.0.1:1', engineUrl: 'http://127.0.0.1:2' };
const ACCOUNT = 'cn-north-1:000000000000';
const TABLE = `arn:aws-cn:dynamodb:${ACCOUNT}:table/Loop`;
const QUEUE = `arn:aws-cn:sqs:${ACCOUNT}:Work`;
const KEY = `arn:aws-cn:kms:${ACCOUNT}:key/Field`;

const allow = (actions: readonly string[], resources: readonly string[]): Statement => ({
  effect: 'Allow',
  actions,
  resources,
});

const functionWith = (statements: readonly Statement[]): FunctionDefinition => ({
  id: 'Submit',
  name: 'submit',
  arn: `arn:aws-cn:lambda:${ACCOUNT}:function:submit`,
  handler: 'index.handler',
  codeDirectory: '/nowhere',
  timeoutSeconds: 3,
  memoryMb: 128,
  environment: {},
  statements,
});

const SERVICES = {
  dynamodb: 'DynamoDB_20120810',
  sqs: 'AmazonSQS',
  kms: 'TrentService',
} as const;

const call = (target: string, input: WireCall['input']): WireCall => {
  const [service, operation] = target.split(':') as [keyof typeof SERVICES, string];
  return {
    caller: { accessKeyId: 'function.submit' },
    service: SERVICES[service],
    operation,
    input,
  };
};

const guardWith = (...statements: readonly Statement[]) =>
  createGuard({
    functions: [functionWith(statements)],
    keys: [{ id: 'Field', arn: KEY, aliases: ['alias/field'] }],
    place,
  });

describe('evaluation', () => {
  const deny: Statement = { effect: 'Deny', actions: ['dynamodb:Delete*'], resources: ['*'] };

  interface Case {
    readonly what: string;
    readonly statements: readonly Statement[];
    readonly action?: string;
    readonly decision?: string;
  }

  const cases: readonly Case[] = [
    { what: 'an exact grant', statements: [allow(['dynamodb:GetItem'], [TABLE])] },
    { what: 'actions in any case', statements: [allow(['DynamoDB:getitem'], [TABLE])] },
    { what: 'wildcards', statements: [allow(['dynamodb:*'], [`${TABLE}*`])] },
    { what: 'one character', statements: [allow(['dynamodb:GetIte?'], [TABLE])] },
    {
      what: 'a shorter action',
      statements: [allow(['dynamodb:Get'], [TABLE])],
      decision: 'not allowed',
    },
    {
      what: 'dots literally',
      statements: [allow(['dynamodb:*'], [TABLE.replace('Loop', 'L..p')])],
      decision: 'not allowed',
    },
    {
      what: 'a longer resource',
      statements: [allow(['dynamodb:*'], [`${TABLE}2`])],
      decision: 'not allowed',
    },
    {
      what: 'a deny over an allow',
      statements: [allow(['*'], ['*']), deny],
      action: 'dynamodb:DeleteItem',
      decision: 'explicitly denied',
    },
    { what: 'nothing', statements: [], decision: 'not allowed' },
  ];

  it.each(cases)('knows $what', ({ statements, action, decision }) => {
    const required = { action: action ?? 'dynamodb:GetItem', resource: TABLE };
    expect(evaluate(statements, required)).toBe(decision ?? 'allowed');
  });
});

const put = { Put: { TableName: 'Loop', Item: {} } };
const check = { ConditionCheck: { TableName: 'Loop', Key: {} } };

describe('what a call needs', () => {
  it.each<[string, WireCall, Statement]>([
    [
      'a table',
      call('dynamodb:GetItem', { TableName: 'Loop' }),
      allow(['dynamodb:GetItem'], [TABLE]),
    ],
    [
      'a table by ARN',
      call('dynamodb:GetItem', { TableName: TABLE }),
      allow(['dynamodb:GetItem'], [TABLE]),
    ],
    [
      'an index',
      call('dynamodb:Query', { TableName: 'Loop', IndexName: 'due' }),
      allow(['dynamodb:Query'], [`${TABLE}/index/due`]),
    ],
    [
      'each part of a transaction',
      call('dynamodb:TransactWriteItems', { TransactItems: [put, check] }),
      allow(['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'], [TABLE]),
    ],
    [
      'a batch by its own name',
      call('dynamodb:BatchWriteItem', { RequestItems: { Loop: [] } }),
      allow(['dynamodb:BatchWriteItem'], [TABLE]),
    ],
    [
      'a queue by its address',
      call('sqs:SendMessageBatch', { QueueUrl: 'http://127.0.0.1:2/000000000000/Work' }),
      allow(['sqs:SendMessage'], [QUEUE]),
    ],
    [
      'a queue by its name',
      call('sqs:GetQueueUrl', { QueueName: 'Work' }),
      allow(['sqs:GetQueueUrl'], [QUEUE]),
    ],
    [
      'the queue that a task begins with',
      call('sqs:ListMessageMoveTasks', { SourceArn: QUEUE }),
      allow(['sqs:ListMessageMoveTasks'], [QUEUE]),
    ],
    [
      'a key by its alias',
      call('kms:Encrypt', { KeyId: 'alias/field' }),
      allow(['kms:Encrypt'], [KEY]),
    ],
    ['a key inside a ciphertext', call('kms:Decrypt', {}), allow(['kms:Decrypt'], [KEY])],
  ])('%s', (_name, asked, grant) => {
    expect(() => guardWith(grant)(asked)).not.toThrow();
    expect(() => guardWith(allow(grant.actions, ['arn:other']))(asked)).toThrow('not authorized');
    expect(() => guardWith(allow(['other:Action'], ['*']))(asked)).toThrow('not authorized');
  });

  it('grants no transaction whose parts are not all granted', () => {
    const guard = guardWith(allow(['dynamodb:PutItem', 'dynamodb:TransactWriteItems'], [TABLE]));
    expect(() =>
      guard(call('dynamodb:TransactWriteItems', { TransactItems: [put, check] })),
    ).toThrow('dynamodb:ConditionCheckItem');
  });

  it('finds no right under the name of what every object has', () => {
    const guard = guardWith(allow(['*'], ['*']));
    expect(() => guard(call('dynamodb:valueOf', { TableName: 'Loop' }))).not.toThrow();
    expect(() => guardWith()(call('dynamodb:valueOf', { TableName: 'Loop' }))).toThrow(
      'dynamodb:valueOf',
    );
  });

  it.each([
    ['SendMessage', { QueueUrl: 'http://127.0.0.1:2/000000000000/Other', SourceArn: QUEUE }],
    ['SendMessageBatch', { QueueUrl: 'http://127.0.0.1:2/000000000000/Other', QueueName: 'Work' }],
    ['ReceiveMessage', { QueueName: 'Work' }],
    ['ListQueues', { SourceArn: QUEUE }],
    ['StartMessageMoveTask', { SourceArn: `${QUEUE}Dead`, QueueUrl: 'http://x/000000000000/Work' }],
    ['GetQueueUrl', { QueueName: 'Other', QueueUrl: 'http://x/000000000000/Work' }],
  ])('looks at what %s itself reads, and at nothing beside', (operation, input) => {
    const guard = guardWith(allow(['sqs:*'], [QUEUE]));
    expect(() => guard(call(`sqs:${operation}`, input))).toThrow('not authorized');
  });

  it('takes null for what is not there', () => {
    const guard = guardWith(allow(['dynamodb:PutItem'], [TABLE]));
    const items = [{ ...put, Delete: null, Update: null }];
    expect(() =>
      guard(call('dynamodb:TransactWriteItems', { TransactItems: items })),
    ).not.toThrow();
  });

  it('grants no index with its table', () => {
    const guard = guardWith(allow(['dynamodb:Query'], [TABLE]));
    expect(() => guard(call('dynamodb:Query', { TableName: 'Loop', IndexName: 'due' }))).toThrow(
      `${TABLE}/index/due`,
    );
  });
});

describe('the guard', () => {
  const asked = call('dynamodb:PutItem', { TableName: 'Loop' });
  const as = (accessKeyId: string): WireCall => ({ ...asked, caller: { accessKeyId } });

  it('refuses in the words of the service', () => {
    expect(() => guardWith()(asked)).toThrow(
      expect.objectContaining({
        code: 'AccessDeniedException',
        message:
          'User: arn:aws-cn:sts::000000000000:assumed-role/Submit/submit is not authorized to ' +
          `perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy ` +
          'allows the dynamodb:PutItem action',
      }),
    );
  });

  it('lets the operator do everything and strangers nothing', () => {
    expect(() => guardWith()(as('operator'))).not.toThrow();
    expect(() => guardWith(allow(['*'], ['*']))(as('stranger'))).toThrow(
      expect.objectContaining({ code: 'UnrecognizedClientException' }),
    );
  });
});

describe('mapping rights', () => {
  const mapping = {
    id: 'Deliver',
    sourceArn: QUEUE,
    functionArn: functionWith([]).arn,
    enabled: true,
    batchSize: 10,
    windowSeconds: 0,
    reportsItemFailures: true,
    bisectOnError: false,
    maximumRetryAttempts: -1,
    parallelizationFactor: 1,
    filters: [],
  };
  const polling = allow(
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    [QUEUE],
  );

  it('names the action that the role lacks', () => {
    expect(() => checkMappingRights([mapping], [functionWith([polling])])).not.toThrow();
    expect(() =>
      checkMappingRights([{ ...mapping, onFailureArn: `${QUEUE}Dead` }], [functionWith([polling])]),
    ).toThrow(`Resources.Deliver: the role of Submit may not sqs:SendMessage on ${QUEUE}Dead`);
  });
});
