import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from 'vitest';

import { logicalIdOf } from '../../../infra/construct/flow-function.ts';
import { ROUTES } from '../../../infra/routes.ts';
import { synthesize } from './synthesize.ts';
import { listOf, pointedAt } from './template-shape.ts';
import type { Resource, Statement } from './template-shape.ts';

const { loop } = synthesize();

const roles = loop.ofType('AWS::IAM::Role');
const functions = loop.ofType('AWS::Lambda::Function');

const grantsOf = (role: Resource): readonly Statement[] =>
  role.Properties.Policies.flatMap((policy) => policy.PolicyDocument.Statement);

const roleOf = ({ Properties }: Resource): Resource =>
  loop.resource(pointedAt(Properties.Role) ?? '');

const actionsOf = (one: Resource): readonly string[] =>
  grantsOf(roleOf(one)).flatMap(({ Action }) => listOf(Action));

/** The one resource with a star: objects have keys that are not known beforehand. */
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
  expect(making.map(({ id }) => id).sort()).toEqual(['IntegratorAdmit', 'PadEnrol']);
});

test('what only reads cannot write', () => {
  const reading = ROUTES.filter(({ on }) => on.startsWith('GET ')).map(({ to }) => logicalIdOf(to));
  for (const id of reading) {
    const writes = actionsOf(loop.resource(id)).filter((action) =>
      /^(?:dynamodb|s3):(?:Put|Update|Delete)/u.test(action),
    );
    expect({ id, writes }).toEqual({ id, writes: [] });
  }
});

/**
 * A key's policy says `*` for "this key", and the account's own right to it keeps the key from
 * becoming unmanageable: the one wildcard allowed in the template.
 */
test('resource policies allow nothing wholesale but the account its own key', () => {
  const policies = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']
    .flatMap((type) => loop.ofType(type))
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
  const [policy] = loop.ofType('AWS::SNS::TopicPolicy');
  expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  );
});

test('evidence is touched below its prefix only, listed for nobody to see, and never deleted', () => {
  const statements = roles
    .flatMap(grantsOf)
    .filter(({ Action }) => listOf(Action).some((action) => action.startsWith('s3:')));
  for (const { Action, Resource } of statements) {
    const onBucket = isDeepStrictEqual(listOf(Action), ['s3:ListBucket']);
    const expected = onBucket ? { 'Fn::GetAtt': ['Evidence', 'Arn'] } : EVIDENCE_OBJECTS;
    expect(listOf(Resource)).toEqual([expected]);
    expect(['s3:ListBucket', 's3:GetObject', 's3:PutObject']).toEqual(
      expect.arrayContaining([...listOf(Action)]),
    );
  }
});
