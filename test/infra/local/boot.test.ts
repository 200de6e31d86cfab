import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { frozenClock } from '../../../infra/local/engine/clock.ts';
import type { HostKind } from '../../../infra/local/runtime/function-host/function-hosts.ts';
import type { LogEntry } from '../../../infra/local/runtime/function-host/log-sink.ts';
import { boot } from '../../../infra/local/system/boot.ts';
import type { LocalSystem } from '../../../infra/local/system/local-system.ts';
import {
  allow,
  getAtt,
  httpApi,
  lambda,
  ref,
  role,
  table,
  writeAssembly,
} from './support/fixture-assembly.ts';
import { BEAT, CONSUMER, FOLLOWER, SLOW, WHO, WRITER } from './support/fixture-code.ts';
import { openWorkbench } from './support/fixture-function.ts';
import type { Workbench } from './support/fixture-function.ts';
import { startIssuer } from './support/issuer.ts';
import type { Issuer } from './support/issuer.ts';

const START = Date.UTC(2026, 0, 31, 16);

const poll = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const follow = ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'];

const mapping = (Properties: object) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { FunctionResponseTypes: ['ReportBatchItemFailures'], ...Properties },
});

const jwt = { AuthorizationType: 'JWT', AuthorizerId: ref('Staff') };

const resources = {
  Loop: table({ TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true } }),
  Dead: { Type: 'AWS::SQS::Queue' },
  Work: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      RedrivePolicy: { deadLetterTargetArn: getAtt('Dead', 'Arn'), maxReceiveCount: 2 },
    },
  },
  WriterRole: role(allow('dynamodb:PutItem', getAtt('Loop', 'Arn'))),
  FollowerRole: role(
    allow(follow, getAtt('Loop', 'StreamArn')),
    allow('sqs:SendMessage', getAtt('Work', 'Arn')),
  ),
  ConsumerRole: role(
    allow(poll, getAtt('Work', 'Arn')),
    allow('dynamodb:PutItem', getAtt('Loop', 'Arn')),
  ),
  PlainRole: role(),
  Writer: lambda({ role: 'WriterRole', code: 'writer', variables: { TABLE_NAME: ref('Loop') } }),
  Follower: lambda({
    role: 'FollowerRole',
    code: 'follower',
    variables: { QUEUE_URL: ref('Work') },
    more: { Timeout: 20 },
  }),
  Consumer: lambda({
    role: 'ConsumerRole',
    code: 'consumer',
    variables: { TABLE_NAME: ref('Loop') },
    more: { Timeout: 20 },
  }),
  Who: lambda({ role: 'PlainRole', code: 'who' }),
  Slow: lambda({ role: 'PlainRole', code: 'slow', more: { Timeout: 1 } }),
  Beater: lambda({ role: 'PlainRole', code: 'beat' }),
  Changes: mapping({
    EventSourceArn: getAtt('Loop', 'StreamArn'),
    FunctionName: ref('Follower'),
    StartingPosition: 'TRIM_HORIZON',
    FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"sk":{"S":["A"]}}}}' }] },
  }),
  Messages: mapping({ EventSourceArn: getAtt('Work', 'Arn'), FunctionName: ref('Consumer') }),
  Beat: {
    Type: 'AWS::Events::Rule',
    Properties: {
      ScheduleExpression: 'rate(1 hour)',
      Targets: [{ Id: 'T', Arn: getAtt('Beater', 'Arn') }],
    },
  },
  Staff: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: ref('Api'),
      AuthorizerType: 'JWT',
      Name: 'Staff',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: ref('Issuer'), Audience: ['desk'] },
    },
  },
  ...httpApi(
    {
      'POST /things/{id}': 'Writer',
      'DELETE /things/{id}': 'Writer',
      'GET /who': 'Who',
      'POST /slow': 'Slow',
    },
    { 'GET /who': jwt },
  ),
};

let bench: Workbench;
let issuer: Issuer;
let system: LocalSystem;
let clock = frozenClock(START);
const log: LogEntry[] = [];

const item = async (pk: string, sk: string) => {
  const client = new DynamoDBClient({ ...system, endpoint: system.engineUrl });
  const Key = { pk: { S: pk }, sk: { S: sk } };
  return (await client.send(new GetItemCommand({ TableName: 'Loop', Key }))).Item;
};

const depth = async (name: string) =>
  (await system.queues.depths()).find((queue) => queue.name === name)?.visible;

const call = async (method: string, path: string, more: RequestInit = {}) => {
  const answer = await fetch(system.url + path, { method, ...more });
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
};

const start = async (host: HostKind): Promise<void> => {
  log.length = 0;
  clock = frozenClock(START);
  bench = openWorkbench();
  issuer = await startIssuer(clock);
  await bench.build('writer', WRITER);
  await bench.build('follower', FOLLOWER);
  await bench.build('consumer', CONSUMER);
  bench.bundle('who', WHO);
  bench.bundle('slow', SLOW);
  bench.bundle('beat', BEAT);
  writeAssembly(bench.directory, {
    Parameters: { Issuer: { Type: 'String' } },
    Resources: resources,
  });
  system = await boot({
    assembly: bench.directory,
    dataDir: ':memory:',
    clock,
    parameters: { Issuer: issuer.url },
    log: (entry) => log.push(entry),
    host,
  });
};

const stop = async (): Promise<void> => {
  await system.stop();
  await issuer.stop();
  bench.dispose();
};

describe.each(['workers', 'inProcess'] as const)('a booted system, %s', (host) => {
  beforeAll(() => start(host));
  afterAll(stop);

  it('carries a request through function, table, stream, queue and function, in steered time', async () => {
    const answer = await call('POST', '/things/one');
    expect(answer).toMatchObject({ status: 201, body: '2026-01-31T16:00:00.000Z' });
    await system.idle();
    await expect(item('one', 'A')).resolves.toMatchObject({
      at: { S: '2026-01-31T16:00:00.000Z' },
    });
    await expect(item('seen-one', 'B')).resolves.toBeDefined();
    await expect(depth('Work')).resolves.toBe(0);
  });

  it('refuses what the role does not grant', async () => {
    await expect(call('DELETE', '/things/one')).resolves.toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
    await expect(item('one', 'A')).resolves.toBeDefined();
    const denied = log.some(({ text }) =>
      /not authorized to perform: dynamodb:DeleteItem on resource: .*table\/Loop/u.test(text),
    );
    expect(denied).toBe(true);
  });

  it('lets a poisoned message die into the dead-letter queue', async () => {
    const client = new SQSClient({ ...system, endpoint: system.engineUrl });
    const QueueUrl = `${system.engineUrl}/000000000000/Work`;
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"id":"poison"}' }));
    await system.idle();
    await expect(depth('Dead')).resolves.toBe(0);
    for (let round = 0; round < 3; round += 1) {
      clock.advance(31_000);
      await system.idle();
    }
    await expect(depth('Dead')).resolves.toBe(1);
    await expect(depth('Work')).resolves.toBe(0);
  });

  it('runs schedules and removes expired items as time is moved', async () => {
    const client = new DynamoDBClient({ ...system, endpoint: system.engineUrl });
    const ttl = { N: String(clock.now() / 1000 + 60) };
    const Item = { pk: { S: 'brief' }, sk: { S: 'C' }, ttl };
    await client.send(new PutItemCommand({ TableName: 'Loop', Item }));
    await call('POST', '/_local/clock', { body: '{"advance":"PT1H"}' });
    await expect(call('POST', '/_local/idle')).resolves.toMatchObject({ status: 200 });
    await expect(item('brief', 'C')).resolves.toBeUndefined();
    await expect
      .poll(() => log.map(({ text }) => text))
      .toContainEqual(expect.stringMatching(/^beat 2026-01-31T17:/u));
  });

  it('dates every answer by its clock', async () => {
    clock.advance(3 * 86_400_000);
    const date = new Date(clock.now()).toUTCString();
    for (const path of ['/nowhere', '/_local/clock', '/who']) {
      expect((await call('GET', path)).headers.get('date')).toBe(date);
      expect((await system.fetch(system.url + path)).headers.get('date')).toBe(date);
    }
  });

  it('answers 404 where nothing is, and 413 for too large a body', async () => {
    await expect(call('GET', '/nowhere')).resolves.toMatchObject({
      status: 404,
      body: '{"message":"Not Found"}',
    });
    await expect(call('GET', '/_local/nowhere')).resolves.toMatchObject({ status: 404 });
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    await expect(call('POST', '/things/big', { body })).resolves.toMatchObject({
      status: 413,
      body: '{"message":"Request Entity Too Large"}',
    });
  });

  it('lets no page of another site steer it', async () => {
    const before = clock.now();
    const headers = { 'sec-fetch-site': 'cross-site' };
    const steering = { body: '{"advance":"P1D"}', headers };
    await expect(call('POST', '/_local/clock', steering)).resolves.toMatchObject({ status: 403 });
    expect(clock.now()).toBe(before);
  });

  it('injects faults until they are taken back', async () => {
    const inject = (body: string) => call('POST', '/_local/faults', { body });
    await inject('{"throttle":1}');
    await expect(call('POST', '/things/throttled')).resolves.toMatchObject({ status: 500 });
    await expect(item('throttled', 'A')).resolves.toBeUndefined();
    await inject('{"crash":1}');
    await expect(call('POST', '/things/lost')).resolves.toMatchObject({ status: 500 });
    await expect(item('lost', 'A')).resolves.toBeDefined();
    await inject('{"timeout":1}');
    await expect(call('POST', '/things/unheard')).resolves.toMatchObject({ status: 500 });
    await expect(item('unheard', 'A')).resolves.toBeDefined();
    expect(log.some(({ text }) => text.includes('TimeoutError'))).toBe(true);
    await inject('{}');
    await expect(call('POST', '/things/fine')).resolves.toMatchObject({ status: 201 });
  });

  it('ends a function that runs out of time', async () => {
    await expect(call('POST', '/slow')).resolves.toMatchObject({ status: 500 });
    expect(log.map(({ text }) => text)).toContain('Task timed out after 1.00 seconds');
  });

  it('ends a function that crashes, where it can', async () => {
    // In the engine's thread, process.exit is refused.
    const said = {
      workers: 'exited with code 1',
      inProcess: 'process.exit would end every instance',
    };
    await expect(call('POST', '/slow', { body: 'x' })).resolves.toMatchObject({ status: 500 });
    expect(log.map(({ text }) => text)).toContainEqual(expect.stringContaining(said[host]));
  });

  it('opens a JWT route to a token of the issuer and to nothing else', async () => {
    const token = await issuer.token({ aud: 'desk', sub: 'h1' });
    const headers = { authorization: `Bearer ${token}` };
    const answer = await call('GET', '/who', { headers });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ claims: { sub: 'h1' }, scopes: null });
    await expect(call('GET', '/who')).resolves.toMatchObject({ status: 401 });
  });
});
