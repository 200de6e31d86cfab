/**
 * What `Ref` and `Fn::GetAtt` return for each resource type, which is also the list of supported
 * types. A type is either read by the runtime or listed below as having no effect on one machine;
 * any other is refused.
 */
import { arnOf } from './place.ts';
import type { LocalPlace } from './place.ts';

/** A resource by its physical name (given in the template, or its logical id). */
export interface NamedResource {
  readonly name: string;
  readonly place: LocalPlace;
}

type Identify = (resource: NamedResource) => string;

export interface Identity {
  /** The property that contains the physical name, if there is one. */
  readonly nameProperty?: string;
  /** The name when none is given and the logical id is not suitable. */
  readonly nameWithout?: Identify;
  readonly ref: Identify;
  readonly attributes: Readonly<Record<string, Identify>>;
  /** Why the type is skipped; absent for types that the runtime reads. */
  readonly passedOver?: string;
}

const byName: Identify = ({ name }) => name;

const identifyByArn =
  (service: string, prefix = ''): Identify =>
  ({ name, place }) =>
    arnOf(place, service, `${prefix}${name}`);

/** IAM is global: its ARNs contain no region. */
const iamArn =
  (prefix: string): Identify =>
  ({ name, place }) =>
    `arn:${place.partition}:iam::${place.account}:${prefix}${name}`;

const tableArn = identifyByArn('dynamodb', 'table/');

const table: Identity = {
  nameProperty: 'TableName',
  ref: byName,
  attributes: {
    Arn: tableArn,
    StreamArn: (resource) => `${tableArn(resource)}/stream/local`,
  },
};

const apiPart: Identity = { ref: byName, attributes: {} };

const passedOver = (reason: string, more: Partial<Identity> = {}): Identity => ({
  ref: byName,
  attributes: {},
  ...more,
  passedOver: reason,
});

const WATCHING = 'watching: read by people and alarms, no function depends on it';
const NAMING = 'a name of the API in public; here it has its address alone';
const GRANTING = 'lets a service act for the stack; the runtime checks only the roles of functions';

export const IDENTITIES: Readonly<Record<string, Identity>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: ({ name, place }) => `${place.engineUrl}/${place.account}/${name}`,
    attributes: {
      Arn: identifyByArn('sqs'),
      QueueName: byName,
      QueueUrl: ({ name, place }) => `${place.engineUrl}/${place.account}/${name}`,
    },
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    ref: byName,
    attributes: { Arn: identifyByArn('lambda', 'function:') },
  },
  'AWS::Lambda::EventSourceMapping': apiPart,
  'AWS::ApiGatewayV2::Api': {
    ref: byName,
    attributes: { ApiId: byName, ApiEndpoint: ({ place }) => place.apiUrl },
  },
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', ref: byName, attributes: {} },
  'AWS::ApiGatewayV2::Integration': apiPart,
  'AWS::ApiGatewayV2::Route': apiPart,
  'AWS::ApiGatewayV2::Authorizer': apiPart,
  'AWS::ApiGatewayV2::DomainName': passedOver(NAMING, {
    nameProperty: 'DomainName',
    attributes: { RegionalDomainName: byName },
  }),
  'AWS::ApiGatewayV2::ApiMapping': passedOver(NAMING),
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: identifyByArn('events', 'rule/') },
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    ref: byName,
    attributes: { Arn: identifyByArn('scheduler', 'schedule/default/') },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    nameWithout: ({ name }) => `local-${name.toLowerCase()}`,
    ref: byName,
    attributes: {
      Arn: ({ name, place }) => `arn:${place.partition}:s3:::${name}`,
      RegionalDomainName: ({ name, place }) => `${name}.s3.${place.region}.${place.urlSuffix}`,
    },
  },
  'AWS::KMS::Key': {
    ref: byName,
    attributes: { Arn: identifyByArn('kms', 'key/'), KeyId: byName },
  },
  'AWS::KMS::Alias': { nameProperty: 'AliasName', ref: byName, attributes: {} },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    ref: byName,
    attributes: { Arn: iamArn('role/'), RoleId: byName },
  },
  'AWS::IAM::Policy': apiPart,
  'AWS::IAM::ManagedPolicy': {
    ref: iamArn('policy/'),
    attributes: { PolicyArn: iamArn('policy/') },
  },
  'AWS::CDK::Metadata': passedOver('about the template, not in it'),
  'AWS::CloudWatch::Alarm': passedOver(WATCHING, {
    attributes: { Arn: identifyByArn('cloudwatch', 'alarm:') },
  }),
  'AWS::CloudWatch::CompositeAlarm': passedOver(WATCHING, {
    attributes: { Arn: identifyByArn('cloudwatch', 'alarm:') },
  }),
  'AWS::CloudWatch::Dashboard': passedOver(WATCHING),
  'AWS::Logs::LogGroup': passedOver(WATCHING, {
    nameProperty: 'LogGroupName',
    attributes: { Arn: ({ name, place }) => arnOf(place, 'logs', `log-group:${name}:*`) },
  }),
  'AWS::Logs::MetricFilter': passedOver(WATCHING),
  'AWS::SNS::Topic': passedOver('carries alarms to people', {
    nameProperty: 'TopicName',
    ref: identifyByArn('sns'),
    attributes: { TopicArn: identifyByArn('sns'), TopicName: byName },
  }),
  'AWS::SNS::Subscription': passedOver('carries alarms to people'),
  'AWS::SNS::TopicPolicy': passedOver(GRANTING),
  'AWS::SQS::QueuePolicy': passedOver(GRANTING),
  'AWS::S3::BucketPolicy': passedOver(GRANTING),
  'AWS::Lambda::Permission': passedOver(GRANTING),
};
