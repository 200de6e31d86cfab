import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readSystem } from '../../../infra/local/runtime/read-system.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';
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
import type { FixtureResource, FixtureTemplate } from './support/fixture-assembly.ts';
import { openWorkbench } from './support/fixture-function.ts';
import type { Workbench } from './support/fixture-function.ts';

const place = { ...LOCAL_PLACE, apiUrl: 'http://127.0.0.1:8787', engineUrl: 'http://127.0.0.1:9' };

let bench: Workbench;
beforeAll(() => {
  bench = openWorkbench();
});
afterAll(() => bench.dispose());

const read = (template: FixtureTemplate, parameters: Record<string, string> = {}) => {
  writeAssembly(bench.directory, template);
  return readSystem(bench.directory, parameters, place);
};

const queue = (Properties: object): FixtureResource => ({ Type: 'AWS::SQS::Queue', Properties });

/** From the stream of the table to the function `Fold`. */
const mapping = (more: object): FixtureResource => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: getAtt('Loop', 'StreamArn'),
    FunctionName: ref('Fold'),
    StartingPosition: 'TRIM_HORIZON',
    ...more,
  },
});

/** One route, invoked with a role that has these statements. */
const invoked = (...statements: readonly object[]) =>
  read({
    Resources: {
      Role: role(),
      Endpoint: role(...statements),
      Show: lambda({ role: 'Role', code: 'asset.1' }),
      ...httpApi({ 'GET /a': 'Show' }, { Show: { CredentialsArn: getAtt('Endpoint', 'Arn') } }),
    },
  });

describe('definitions', () => {
  it('reads a table with its indexes, stream and time to live', () => {
    const index = {
      IndexName: 'due',
      KeySchema: [{ AttributeName: 'sk', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['kind'] },
    };
    const { tables } = read({
      Resources: {
        Loop: table({
          TableName: 'loop',
          GlobalSecondaryIndexes: [index],
          TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        }),
      },
    });
    const arn = 'arn:aws-cn:dynamodb:cn-north-1:000000000000:table/loop';
    expect(tables).toEqual([
      {
        name: 'loop',
        arn,
        streamArn: `${arn}/stream/local`,
        keys: { partition: { name: 'pk', type: 'S' }, sort: { name: 'sk', type: 'S' } },
        indexes: [
          { name: 'due', keys: { partition: { name: 'sk', type: 'S' } }, projection: ['kind'] },
        ],
        ttlAttribute: 'ttl',
      },
    ]);
  });

  it('reads a global table by the same rules', () => {
    const { tables } = read({
      Resources: {
        Loop: {
          ...table({ Replicas: [{ Region: ref('AWS::Region') }] }),
          Type: 'AWS::DynamoDB::GlobalTable',
        },
      },
    });
    expect(tables).toMatchObject([{ name: 'Loop', indexes: [] }]);
  });

  it('reads a queue, its defaults and where its messages die', () => {
    const { queues } = read({
      Resources: {
        Dead: queue({ FifoQueue: true }),
        Work: queue({
          FifoQueue: true,
          DeduplicationScope: 'messageGroup',
          FifoThroughputLimit: 'perMessageGroupId',
          QueueName: 'work.fifo',
          VisibilityTimeout: '90',
          RedrivePolicy: { deadLetterTargetArn: getAtt('Dead', 'Arn'), maxReceiveCount: 3 },
        }),
      },
    });
    expect(queues[0]).toMatchObject({ name: 'Dead.fifo', visibilityTimeoutSeconds: 30 });
    expect(queues[1]).toMatchObject({
      name: 'work.fifo',
      fifo: true,
      deduplicatesPerGroup: true,
      visibilityTimeoutSeconds: 90,
      retentionSeconds: 345_600,
      redrive: {
        deadLetterArn: 'arn:aws-cn:sqs:cn-north-1:000000000000:Dead.fifo',
        maxReceiveCount: 3,
      },
    });
  });

  it('reads a function with its environment and what its role may do', () => {
    const { functions } = read({
      Resources: {
        Loop: table(),
        Work: queue({}),
        Role: role(allow('dynamodb:GetItem', getAtt('Loop', 'Arn'))),
        More: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: 'more',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [allow(['sqs:SendMessage'], [getAtt('Work', 'Arn')])],
            },
            Roles: [ref('Role')],
          },
        },
        Submit: lambda({
          role: 'Role',
          code: 'asset.1',
          variables: { TABLE_NAME: ref('Loop'), QUEUE_URL: ref('Work') },
          more: { Timeout: 25, MemorySize: 1024, ReservedConcurrentExecutions: 2 },
        }),
      },
    });
    expect(functions).toMatchObject([
      {
        id: 'Submit',
        handler: 'index.handler',
        codeDirectory: `${bench.directory}/asset.1`,
        timeoutSeconds: 25,
        memoryMb: 1024,
        reservedConcurrency: 2,
        environment: {
          TABLE_NAME: 'Loop',
          QUEUE_URL: 'http://127.0.0.1:9/000000000000/Work',
        },
        statements: [
          { effect: 'Allow', actions: ['dynamodb:GetItem'] },
          {
            effect: 'Allow',
            actions: ['sqs:SendMessage'],
            resources: ['arn:aws-cn:sqs:cn-north-1:000000000000:Work'],
          },
        ],
      },
    ]);
  });

  it('reads routes with their authorizers', () => {
    const jwt = {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: ref('Api'),
        AuthorizerType: 'JWT',
        Name: 'Staff',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: ref('Issuer'), Audience: ['desk'] },
      },
    };
    const more = {
      AuthorizationType: 'JWT',
      AuthorizerId: ref('Staff'),
      AuthorizationScopes: ['a'],
    };
    const { api } = read(
      {
        Parameters: { Issuer: { Type: 'String' } },
        Resources: {
          Role: role(),
          Show: lambda({ role: 'Role', code: 'asset.1' }),
          Staff: jwt,
          ...httpApi({ 'GET /a': 'Show', 'GET /b': 'Show' }, { 'GET /b': more }),
        },
      },
      { Issuer: 'https://id.example' },
    );
    expect(api?.routes).toMatchObject([
      { routeKey: 'GET /a', timeoutMs: 30_000, scopes: [] },
      {
        routeKey: 'GET /b',
        scopes: ['a'],
        authorizer: { kind: 'jwt', issuer: 'https://id.example', audiences: ['desk'] },
      },
    ]);
    expect(api?.routes[0]).not.toHaveProperty('authorizer');
  });

  it('reads the role that the API invokes with, and refuses one that may not', () => {
    const { api } = invoked(allow('lambda:InvokeFunction', getAtt('Show', 'Arn')));
    expect(api?.routes[0]?.invokedAs).toBe('arn:aws-cn:iam::000000000000:role/Endpoint');
    expect(() => invoked(allow('lambda:GetFunction', getAtt('Show', 'Arn')))).toThrow(
      /GET \/a: .*role\/Endpoint may not lambda:InvokeFunction on .*function:Show/u,
    );
  });

  it('reads a mapping from a stream with its windows, and none where none is asked for', () => {
    const { mappings } = read({
      Resources: {
        Loop: table(),
        Role: role(),
        Fold: lambda({ role: 'Role', code: 'asset.1' }),
        Windows: mapping({ TumblingWindowInSeconds: 120, MaximumBatchingWindowInSeconds: 5 }),
        Plain: mapping({ TumblingWindowInSeconds: 0 }),
      },
    });
    expect(mappings[0]).toMatchObject({ tumblingSeconds: 120, windowSeconds: 5, batchSize: 100 });
    expect(mappings[1]).not.toHaveProperty('tumblingSeconds');
  });

  it('reads schedules of both kinds', () => {
    const { schedules } = read({
      Resources: {
        Role: role(),
        Sweep: lambda({ role: 'Role', code: 'asset.1' }),
        Beat: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ScheduleExpression: 'rate(5 minutes)',
            State: 'ENABLED',
            Targets: [{ Id: 'T', Arn: getAtt('Sweep', 'Arn'), RetryPolicy: {} }],
          },
        },
        Daily: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: {
            ScheduleExpression: 'cron(0 8 * * ? *)',
            ScheduleExpressionTimezone: 'Asia/Shanghai',
            FlexibleTimeWindow: { Mode: 'OFF' },
            State: 'DISABLED',
            Target: {
              Arn: getAtt('Sweep', 'Arn'),
              RoleArn: getAtt('Role', 'Arn'),
              Input: '{"a":1}',
            },
          },
        },
      },
    });
    expect(schedules).toMatchObject([
      { id: 'Beat', expression: 'rate(5 minutes)', timeZone: 'UTC', enabled: true },
      { id: 'Daily', timeZone: 'Asia/Shanghai', enabled: false, input: { a: 1 } },
    ]);
  });

  it('follows conditions, and leaves out what they exclude', () => {
    const template = {
      Parameters: { Size: { Type: 'Number', Default: 1 } },
      Conditions: { Large: { 'Fn::Equals': [ref('Size'), '9'] } },
      Resources: {
        Work: queue({ DelaySeconds: { 'Fn::If': ['Large', 60, ref('AWS::NoValue')] } }),
        Extra: { ...queue({}), Condition: 'Large' },
      },
    };
    expect(read(template).queues).toMatchObject([{ name: 'Work', delaySeconds: 0 }]);
    expect(read(template, { Size: '9' }).queues).toMatchObject([
      { name: 'Work', delaySeconds: 60 },
      { name: 'Extra' },
    ]);
  });
});
