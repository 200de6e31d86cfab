/**
 * The part of CloudFormation's types that the tests read. A resource has only the properties of its
 * own type: reading a property of another type gives `undefined`, and the test fails.
 */
export interface Pointer {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly [id: string, attribute: string];
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

interface Dimension {
  readonly Name: string;
  readonly Value: Pointer;
}

interface MetricQuery {
  readonly MetricStat?: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly Dimension[] };
  };
}

interface BeatTarget {
  readonly Arn: Pointer;
  readonly RetryPolicy: { readonly MaximumRetryAttempts: number };
  readonly DeadLetterConfig: { readonly Arn: Pointer };
}

interface KeyPart {
  readonly AttributeName: string;
}

interface Index {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyPart[];
  readonly Projection: object;
}

export interface Properties {
  // AWS::Lambda::Function
  readonly FunctionName: Pointer & string;
  readonly Role: Pointer;
  readonly Timeout: number;
  readonly MemorySize: number;
  readonly Architectures: readonly string[];
  readonly ReservedConcurrentExecutions?: number;
  readonly DeadLetterConfig?: { readonly TargetArn: Pointer };
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
  // AWS::Lambda::EventSourceMapping
  readonly EventSourceArn: Pointer;
  readonly StartingPosition?: string;
  readonly FunctionResponseTypes: readonly string[];
  readonly BisectBatchOnFunctionError: boolean;
  readonly MaximumRetryAttempts: number;
  readonly MaximumRecordAgeInSeconds?: number;
  readonly TumblingWindowInSeconds?: number;
  readonly DestinationConfig?: { readonly OnFailure: { readonly Destination: Pointer } };
  readonly FilterCriteria: { readonly Filters: readonly { readonly Pattern: string }[] };
  // AWS::SQS::Queue
  readonly MessageRetentionPeriod: number;
  readonly VisibilityTimeout: number;
  readonly SqsManagedSseEnabled: boolean;
  readonly ContentBasedDeduplication?: boolean;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn: Pointer };
  // AWS::SQS::QueuePolicy, AWS::SNS::TopicPolicy, AWS::KMS::Key, AWS::IAM::Role
  readonly Queues: readonly Pointer[];
  readonly PolicyDocument: PolicyDocument;
  readonly KeyPolicy: PolicyDocument;
  readonly EnableKeyRotation: boolean;
  readonly ManagedPolicyArns?: unknown;
  readonly AssumeRolePolicyDocument: PolicyDocument;
  readonly Policies: readonly { readonly PolicyDocument: PolicyDocument }[];
  // AWS::Events::Rule
  readonly Targets: readonly BeatTarget[];
  readonly ScheduleExpression: string;
  // AWS::CloudWatch::Alarm
  readonly AlarmDescription: string;
  readonly AlarmActions: readonly Pointer[];
  readonly TreatMissingData: string;
  readonly MetricName?: string;
  readonly Statistic?: string;
  readonly Threshold: number;
  readonly Dimensions?: readonly Dimension[];
  readonly Metrics?: readonly MetricQuery[];
  // AWS::Logs::LogGroup
  readonly LogGroupName: string;
  readonly RetentionInDays: number;
  // AWS::Logs::MetricFilter
  readonly FilterPattern: string;
  // AWS::ApiGatewayV2::*
  readonly RouteKey: string;
  readonly Target: { readonly 'Fn::Join': readonly [string, readonly [string, Pointer]] };
  readonly AuthorizationType: string;
  readonly AuthorizerId?: Pointer;
  readonly IntegrationUri: Pointer;
  readonly CredentialsArn: Pointer;
  readonly JwtConfiguration: object;
  readonly CorsConfiguration?: {
    readonly AllowOrigins?: readonly string[];
    readonly AllowHeaders?: readonly string[];
  };
  readonly RouteSettings?: object;
  readonly AccessLogSettings: { readonly Format: string; readonly DestinationArn: Pointer };
  // AWS::DynamoDB::Table
  readonly KeySchema: readonly KeyPart[];
  readonly GlobalSecondaryIndexes: readonly Index[];
  readonly StreamSpecification: object;
  readonly TimeToLiveSpecification: object;
  // AWS::S3::Bucket, AWS::S3::BucketPolicy
  readonly Bucket: Pointer;
  readonly LifecycleConfiguration: { readonly Rules: readonly object[] };
  readonly LoggingConfiguration?: object;
  readonly VersioningConfiguration?: object;
  // AWS::Cognito::UserPoolClient
  readonly ReadAttributes: readonly string[];
  readonly WriteAttributes: readonly string[];
}

export interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Properties;
  readonly Metadata: Readonly<Record<string, string>>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** The logical id that `Ref` or `Fn::GetAtt` refers to. */
export const pointedAt = (value: Pointer | undefined): string | undefined =>
  value?.Ref ?? value?.['Fn::GetAtt']?.[0];

/** One value or a list of values, as in policies. */
export const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];
