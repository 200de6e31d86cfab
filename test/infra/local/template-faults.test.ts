import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readSystem } from '../../../infra/local/runtime/read-system.ts';
import { LOCAL_PLACE } from '../../../infra/local/runtime/template/place.ts';
import {
  allow,
  lambda,
  ref,
  role,
  table,
  writeAssembly,
  writeStacks,
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

const reading = (id: string, resource: FixtureResource) => () =>
  read({ Resources: { [id]: resource } });

const queue = (Properties: object): FixtureResource => ({ Type: 'AWS::SQS::Queue', Properties });

const readAll = (stacks: Readonly<Record<string, FixtureTemplate>>) => {
  writeStacks(bench.directory, stacks);
  return readSystem(bench.directory, {}, place);
};

describe('what cannot be honoured', () => {
  const byDue = {
    IndexName: 'byDue',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'ALL' },
  };
  const odd = { Type: 'AWS::Glue::Job', Properties: {} };
  const withCondition = {
    ...allow('dynamodb:*', '*'),
    Condition: { StringEquals: { 'aws:SourceIp': '1' } },
  };

  it.each<[string, () => unknown]>([
    ['Resources.Odd.Type: AWS::Glue::Job is not known to the local runtime', reading('Odd', odd)],
    [
      'Resources.Loop.Properties.Sharding: is not supported by the local runtime',
      reading('Loop', table({ Sharding: 1 })),
    ],
    [
      'Resources.Loop.Properties.StreamSpecification.StreamViewType',
      reading('Loop', table({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } })),
    ],
    [
      'Resources.Loop.Properties.LocalSecondaryIndexes: local secondary indexes are not supported',
      reading('Loop', table({ LocalSecondaryIndexes: [byDue] })),
    ],
    [
      'Resources.Work.Properties.FifoThroughputLimit: can be per message group only if',
      reading('Work', queue({ FifoQueue: true, FifoThroughputLimit: 'perMessageGroupId' })),
    ],
    [
      'Resources.Work.Properties.DelaySeconds.Fn::GetAZs: is not a known intrinsic',
      reading('Work', queue({ DelaySeconds: { 'Fn::GetAZs': '' } })),
    ],
    [
      'Resources.Work.Properties.QueueName.Ref: refers to Gone, which is not in the stack',
      reading('Work', queue({ QueueName: ref('Gone') })),
    ],
    [
      'Parameters.Name: has no default and no value',
      () =>
        read({
          Parameters: { Name: { Type: 'String' } },
          Resources: { Work: queue({ QueueName: ref('Name') }) },
        }),
    ],
    [
      'Parameters.Wrong: has a value, but the template has no such parameter',
      () => read({ Resources: {} }, { Wrong: 'x' }),
    ],
    [
      'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Condition',
      () =>
        read({
          Resources: { Role: role(withCondition), F: lambda({ role: 'Role', code: 'x' }) },
        }),
    ],
    [
      'Resources.F.Properties.Code.ZipFile: is not supported by the local runtime',
      () =>
        read({
          Resources: {
            Role: role(),
            F: lambda({ role: 'Role', code: 'x', more: { Code: { ZipFile: '…' } } }),
          },
        }),
    ],
  ])('%s', (message, attempt) => {
    expect(attempt).toThrow(message);
  });
});

describe('an assembly of several stacks', () => {
  const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: {} };
  const system: FixtureTemplate = { Resources: { Work: queue({}) } };

  it('is read by the one with something to run', () => {
    const { queues } = readAll({ Watch: { Resources: { Alarm: alarm } }, System: system });
    expect(queues.map(({ name }) => name)).toEqual(['Work']);
  });

  it.each([
    [2, { One: system, Other: system }],
    [0, { One: { Resources: {} }, Other: { Resources: { Alarm: alarm } } }],
  ])('is refused with %i of them', (count, stacks) => {
    expect(() => readAll(stacks)).toThrow(`has ${count} stacks to run`);
  });
});
