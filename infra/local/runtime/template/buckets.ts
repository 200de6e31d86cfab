/** Reads `AWS::S3::Bucket` as the object engine defines it. */
import { z } from 'zod';

import type { BucketCorsRule, BucketDefinition } from '../../engine/object/object-model.ts';
import { cfnNumber, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

const Texts = z.array(z.string()).default([]);

const CorsRule = z.strictObject({
  AllowedOrigins: z.array(z.string()).min(1),
  AllowedMethods: z.array(z.string()).min(1),
  AllowedHeaders: Texts,
  ExposedHeaders: Texts,
  MaxAge: cfnNumber.optional(),
  Id: ignored,
});

/**
 * Every call to the engine is signed, so nothing is public. Only the newest version is kept, and a
 * call that names another is refused. Nothing expires, and there are no access logs.
 */
const Bucket = z.strictObject({
  BucketName: z.string().optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(CorsRule) }).optional(),
  BucketEncryption: ignored,
  LifecycleConfiguration: ignored,
  LoggingConfiguration: ignored,
  OwnershipControls: z
    .strictObject({
      Rules: z.array(z.strictObject({ ObjectOwnership: z.literal('BucketOwnerEnforced') })),
    })
    .optional(),
  PublicAccessBlockConfiguration: ignored,
  Tags: ignored,
  VersioningConfiguration: ignored,
});

const ruleOf = (rule: z.infer<typeof CorsRule>): BucketCorsRule => ({
  origins: rule.AllowedOrigins,
  methods: rule.AllowedMethods,
  headers: rule.AllowedHeaders,
  exposed: rule.ExposedHeaders,
  ...(rule.MaxAge !== undefined && { maxAgeSeconds: rule.MaxAge }),
});

const bucketOf = (resource: StackResource): BucketDefinition => {
  const { CorsConfiguration } = readProperties(Bucket, resource);
  return {
    name: resource.name,
    arn: resource.attribute('Arn'),
    cors: CorsConfiguration?.CorsRules.map(ruleOf) ?? [],
  };
};

export const readBuckets = (stack: Stack): readonly BucketDefinition[] =>
  stack.ofType('AWS::S3::Bucket').map(bucketOf);
