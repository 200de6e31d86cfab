import { describe, expect, test } from 'vitest';

import { synthesize } from './synthesize.ts';
import { pointedAt } from './template-shape.ts';

const { loop } = synthesize({ context: { corsOrigins: 'https://desk.example' } });
const buckets = loop.ofType('AWS::S3::Bucket');
const evidence = loop.resource('Evidence');

const statementsOf = (id: string) =>
  loop
    .ofType('AWS::S3::BucketPolicy')
    .filter(({ Properties }) => pointedAt(Properties.Bucket) === id)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

test('there are two: evidence, and the log of who fetched it', () => {
  expect(buckets.map(({ id }) => id).sort()).toEqual(['Evidence', 'EvidenceLog']);
  expect(evidence.Properties.LoggingConfiguration).toEqual({
    DestinationBucketName: { Ref: 'EvidenceLog' },
  });
});

describe.each(buckets)('$id', ({ id, Properties, DeletionPolicy }) => {
  test('is private, encrypted, and outlives the stack', () => {
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
        ],
      },
    });
  });

  test('speaks TLS only', () => {
    expect(statementsOf(id)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test('keeps no half an upload', () => {
    expect(Properties.LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({
        Status: 'Enabled',
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      }),
    );
  });
});

test('what was overwritten can be brought back for a month', () => {
  expect(evidence.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  expect(evidence.Properties.LifecycleConfiguration.Rules).toContainEqual(
    expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
  );
});

test('the log is kept as long as the other network logs', () => {
  const { Rules } = loop.resource('EvidenceLog').Properties.LifecycleConfiguration;
  expect(Rules).toContainEqual(expect.objectContaining({ ExpirationInDays: 365 }));
});

test('only the logging service may write, and only the log, for this bucket of this account', () => {
  const allowed = ['Evidence', 'EvidenceLog']
    .flatMap(statementsOf)
    .filter(({ Effect }) => Effect === 'Allow');
  expect(allowed).toEqual([
    expect.objectContaining({
      Action: 's3:PutObject',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': { 'Fn::GetAtt': ['Evidence', 'Arn'] } },
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
      },
    }),
  ]);
});

const ruleFor = (...origins: readonly unknown[]) => ({
  CorsRules: [
    {
      AllowedOrigins: origins,
      AllowedMethods: ['PUT'],
      AllowedHeaders: ['content-type', 'if-none-match', 'x-amz-checksum-sha256'],
      MaxAge: 3600,
    },
  ],
});

test('pages of the service and of the chosen origins may upload, and nothing else', () => {
  const { PUBLIC_URL: own } = loop.resource('PageFile').Properties.Environment.Variables;
  expect(own).toMatchObject({
    'Fn::If': ['HasPublicUrl', { Ref: 'PublicUrl' }, expect.anything()],
  });
  expect(evidence.Properties.CorsConfiguration).toEqual(ruleFor(own, 'https://desk.example'));
  const { CorsConfiguration } = synthesize().loop.resource('Evidence').Properties;
  expect(CorsConfiguration).toEqual(ruleFor(own));
});
