/** A cloud assembly written by hand: one stack, templates in the format of the CDK. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FixtureResource {
  readonly Type: string;
  readonly Properties?: object;
  readonly Metadata?: object;
  readonly Condition?: string;
}

export interface FixtureTemplate {
  readonly Parameters?: object;
  readonly Conditions?: object;
  readonly Mappings?: object;
  readonly Resources: Readonly<Record<string, FixtureResource>>;
}

/** Fills `directory` with a manifest and the templates, by the names of their stacks. */
export const writeStacks = (
  directory: string,
  stacks: Readonly<Record<string, FixtureTemplate>>,
): void => {
  const artifacts = Object.keys(stacks).map((name) => {
    const properties = { templateFile: `${name}.template.json` };
    return [name, { type: 'aws:cloudformation:stack', properties }] as const;
  });
  const manifest = {
    version: '55.0.0',
    artifacts: { Tree: { type: 'cdk:tree' }, ...Object.fromEntries(artifacts) },
  };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  for (const [name, template] of Object.entries(stacks))
    writeFileSync(join(directory, `${name}.template.json`), JSON.stringify(template));
};

/** Like `writeStacks`, with one stack. */
export const writeAssembly = (directory: string, Fixture: FixtureTemplate): void =>
  writeStacks(directory, { Fixture });

export const getAtt = (id: string, name: string): object => ({ 'Fn::GetAtt': [id, name] });
export const ref = (id: string): object => ({ Ref: id });

/** A role with these inline statements. */
export const role = (...statements: readonly object[]): FixtureResource => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {},
    Policies: [
      {
        PolicyName: 'flow',
        PolicyDocument: { Version: '2012-10-17', Statement: statements },
      },
    ],
  },
});

export const allow = (action: string | readonly string[], resource: unknown): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

export interface FixtureFunction {
  readonly role: string;
  /** The bundle's directory, relative to the assembly. */
  readonly code: string;
  readonly variables?: object;
  readonly more?: object;
}

export const lambda = ({ role, code, variables, more }: FixtureFunction): FixtureResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'x.zip' },
    Handler: 'index.handler',
    Role: getAtt(role, 'Arn'),
    Runtime: 'nodejs24.x',
    ...(variables && { Environment: { Variables: variables } }),
    ...more,
  },
  Metadata: { 'aws:asset:path': code },
});

export const table = (more: object = {}): FixtureResource => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    ...more,
  },
});

/**
 * An API with one integration per function; `routes` maps route keys to the function's logical id.
 * `more`: properties of a route by its key, or of an integration by the function's logical id.
 */
export const httpApi = (
  routes: Readonly<Record<string, string>>,
  more: Readonly<Record<string, object>> = {},
): Record<string, FixtureResource> => {
  const integrations = Object.fromEntries(
    [...new Set(Object.values(routes))].map((target) => [
      `To${target}`,
      {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: ref('Api'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: getAtt(target, 'Arn'),
          PayloadFormatVersion: '2.0',
          ...more[target],
        },
      },
    ]),
  );
  const written = Object.entries(routes).map(([RouteKey, target], index) => [
    `Route${index}`,
    {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: ref('Api'),
        RouteKey,
        AuthorizationType: 'NONE',
        Target: { 'Fn::Join': ['', ['integrations/', ref(`To${target}`)]] },
        ...more[RouteKey],
      },
    },
  ]);
  return {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'x', ProtocolType: 'HTTP' } },
    ...integrations,
    ...Object.fromEntries(written),
  };
};
