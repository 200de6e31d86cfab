import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from 'vitest';

import { logicalIdOf } from '../../../infra/construct/flow-function.ts';
import { ROUTES } from '../../../infra/routes.ts';
import { synthesize } from './synthesize.ts';
import { listOf, pointedAt } from './template-shape.ts';
import type { Pointer, Resource, Statement } from './template-shape.ts';

const { loop, alarms } = synthesize();

const roles = loop.ofType('AWS::IAM::Role');
const functions = loop.ofType('AWS::Lambda::Function');

const grantsOf = (role: Resource): readonly Statement[] =>
  role.Properties.Policies.flatMap((policy) => policy.PolicyDocument.Statement);

const roleOf = ({ Properties }: Resource): Resource =>
  loop.resource(pointedAt(Properties.Role) ?? '');

const actionsOf = (one: Resource): readonly string[] =>
  grantsOf(roleOf(one)).flatMap(({ Action }) => listOf(Action));

/** The only resource with a wildcard: the keys of objects are not known in advance. */
const EVIDENCE_OBJECTS = {
  'Fn::Join': ['', [{ 'Fn::GetAtt': ['Evidence', 'Arn'] }, '/evidence/*']],
};

describe.each(roles)('$id', (role) => {
  test('holds what is written here and nothing managed elsewhere', () => {
    expect(role.Properties.ManagedPolicyArns).toBeUndefined();
    expect(grantsOf(role)).not.toHaveLength(0);
  });

  test('names every action and every resource', () => {
    for (const { Effect, Action, Resource } of grantsOf(role)) {
      expect(Effect).toBe('Allow');
      expect(JSON.stringify(Action)).not.toContain('*');
      const named = listOf(Resource).filter((one) => !isDeepStrictEqual(one, EVIDENCE_OBJECTS));
      expect(JSON.stringify(named)).not.toContain('*');
    }
  });
});

test('every function has a role of its own', () => {
  const used = functions.map((one) => roleOf(one).id);
  expect(new Set(used).size).toBe(functions.length);
});

describe('the role of the API', () => {
  const integrations = loop.ofType('AWS::ApiGatewayV2::Integration');
  const used = new Set(integrations.map((one) => pointedAt(one.Properties.CredentialsArn)));
  const [invoking] = [...used].map((id) => loop.resource(id ?? ''));

  test('is one, and only the API can take it', () => {
    expect(used.size).toBe(1);
    expect(invoking?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
      },
    ]);
  });

  test('invokes exactly the functions behind a route, and does nothing else', () => {
    const [grant, ...others] = grantsOf(invoking!);
    expect(others).toEqual([]);
    expect(grant?.Action).toBe('lambda:InvokeFunction');
    const named = listOf(grant?.Resource).map((one) => pointedAt(one as Pointer));
    expect(named).toHaveLength(new Set(named).size);
    expect(new Set(named)).toEqual(new Set(ROUTES.map(({ to }) => logicalIdOf(to))));
  });

  test('holds them all inline, whatever the stack is called: IAM takes 10,240 characters', () => {
    const longest = { stack: 'x'.repeat(32), place: 'arn:aws-us-gov:lambda:ap-northeast-1:' };
    const arns = [...new Set(ROUTES.map(({ to }) => to))].map(
      (to) => `"${longest.place}123456789012:function:${longest.stack}-${to}",`,
    );
    expect(arns.join('').length).toBeLessThan(10_000);
  });

  test('leaves permissions on functions to the beats', () => {
    const granted = loop.ofType('AWS::Lambda::Permission');
    expect(granted).toHaveLength(loop.ofType('AWS::Events::Rule').length);
  });
});

test('no policy stands outside the roles', () => {
  expect(loop.ofType('AWS::IAM::Policy')).toEqual([]);
  expect(loop.ofType('AWS::IAM::ManagedPolicy')).toEqual([]);
});

test('the table is asked only through itself or one named index', () => {
  const asked = roles.flatMap((role) =>
    grantsOf(role)
      .filter(({ Action }) =>
        listOf(Action).some((action) => /dynamodb:.*Item|Query/u.test(action)),
      )
      .flatMap(({ Resource }) => listOf(Resource)),
  );
  const table = { 'Fn::GetAtt': ['LoopTable', 'Arn'] };
  const index = (name: string) => ({ 'Fn::Join': ['', [table, `/index/${name}`]] });
  expect(asked).not.toHaveLength(0);
  for (const resource of asked)
    expect([table, index('due'), index('list')]).toContainEqual(resource);
});

test('an index is only queried: it cannot be written, and a scan is granted nowhere', () => {
  for (const statement of roles.flatMap(grantsOf)) {
    if (!JSON.stringify(statement.Resource).includes('/index/')) continue;
    expect(listOf(statement.Action)).toEqual(['dynamodb:Query']);
  }
  expect(roles.flatMap(grantsOf).flatMap(({ Action }) => listOf(Action))).not.toContain(
    'dynamodb:Scan',
  );
});

const QUEUE_VARIABLES = {
  ESCALATION_QUEUE_URL: 'Escalation',
  NOTICE_QUEUE_URL: 'Notice',
  RECOUNT_QUEUE_URL: 'Recount',
  REPORT_QUEUE_URL: 'Report',
};

const maySendTo = (one: Resource, queue: string): boolean =>
  grantsOf(roleOf(one))
    .filter(({ Action }) => listOf(Action).includes('sqs:SendMessage'))
    .flatMap(({ Resource }) => listOf(Resource))
    .some((resource) => isDeepStrictEqual(resource, { 'Fn::GetAtt': [queue, 'Arn'] }));

test.each(functions)('$id learns the address of what it may use, and of nothing else', (one) => {
  const names = Object.keys(one.Properties.Environment.Variables);
  const actions = actionsOf(one);
  const may = (pattern: RegExp): boolean => actions.some((action) => pattern.test(action));
  expect(names.includes('TABLE_NAME')).toBe(may(/^dynamodb:(?:.*Item|Query)$/u));
  expect(names.includes('FIELD_KEY_ARN')).toBe(may(/^kms:/u));
  expect(names.includes('EVIDENCE_BUCKET')).toBe(may(/^s3:/u));
  for (const [variable, queue] of Object.entries(QUEUE_VARIABLES)) {
    expect({ variable, told: names.includes(variable) }).toEqual({
      variable,
      told: maySendTo(one, queue),
    });
  }
});

test('only letting in a system or a pad makes a data key', () => {
  const making = functions.filter((one) => actionsOf(one).includes('kms:GenerateDataKey'));
  expect(making.map(({ id }) => id).sort()).toEqual(['AccessStaff', 'PadPad']);
});

test('a function that only reads cannot write, and what writes is named here', () => {
  const asked = [...new Set(ROUTES.map(({ to }) => to))];
  const writing = asked.filter((name) =>
    actionsOf(loop.resource(logicalIdOf(name))).some((action) =>
      /^(?:dynamodb|s3):(?:Put|Update|Delete)/u.test(action),
    ),
  );
  const changing = ROUTES.filter(({ on }) => !on.startsWith('GET ')).map(({ to }) => to);
  expect(writing.filter((name) => !changing.includes(name))).toEqual([]);
  expect(changing.filter((name) => !writing.includes(name))).toEqual([]);
});

test.each([
  ['the system', loop],
  ['its alarms', alarms],
])('%s stays far enough below the 500 resources that CloudFormation takes', (_name, { text }) => {
  expect(Object.keys(JSON.parse(text).Resources).length).toBeLessThan(400);
});

/**
 * In a key's policy, `*` means "this key", and the account's own right to it keeps the key
 * manageable: the only wildcard allowed in the template.
 */
test('resource policies allow nothing wholesale but the account its own key', () => {
  const policies = [loop, alarms]
    .flatMap((stack) =>
      ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) => stack.ofType(type)),
    )
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const allowed = policies.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed).not.toHaveLength(0);
  for (const { Action, Resource, Principal, Condition } of allowed) {
    expect(JSON.stringify([Action, Resource, Principal])).not.toContain('*');
    expect(Condition).toBeDefined();
  }
  const [key] = loop.ofType('AWS::KMS::Key');
  const principals = key?.Properties.KeyPolicy.Statement.map((one: Statement) => one.Principal);
  expect(JSON.stringify(principals)).toMatch(/^\[\{"AWS":\{"Fn::Join":.*":root"\]\]\}\}\]$/u);
});

test('alarms may publish although the topic refuses plain HTTP', () => {
  const [policy] = alarms.ofType('AWS::SNS::TopicPolicy');
  expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  );
});

test('evidence is touched below its prefix only, listed for nobody to see, and deleted after its period only', () => {
  const statements = roles
    .flatMap(grantsOf)
    .filter(({ Action }) => listOf(Action).some((action) => action.startsWith('s3:')));
  for (const { Action, Resource } of statements) {
    const onBucket = isDeepStrictEqual(listOf(Action), ['s3:ListBucket']);
    const expected = onBucket ? { 'Fn::GetAtt': ['Evidence', 'Arn'] } : EVIDENCE_OBJECTS;
    expect(listOf(Resource)).toEqual([expected]);
    expect(['s3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:DeleteObject']).toEqual(
      expect.arrayContaining([...listOf(Action)]),
    );
  }
  const deleting = statements.filter(({ Action }) => listOf(Action).includes('s3:DeleteObject'));
  // That of `case/retention`.
  expect(deleting).toHaveLength(1);
});
