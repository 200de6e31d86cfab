import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CorsRule } from 'aws-cdk-lib/aws-s3';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';

export interface EvidenceBucketProps {
  /** Origins whose pages may upload; none: no page may. */
  readonly corsOrigins: readonly string[];
}

/** Every object lies below this prefix, and functions have rights on nothing else. */
const PREFIX = 'evidence/';

/** What a page has to send along so that the signed upload is accepted. */
const UPLOAD_HEADERS = ['content-type', 'if-none-match', 'x-amz-checksum-sha256'];

const PRIVATE = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

const uploadsFrom = (origins: readonly string[]): readonly CorsRule[] =>
  origins.length === 0
    ? []
    : [
        {
          allowedOrigins: [...origins],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: UPLOAD_HEADERS,
          maxAge: 3600,
        },
      ];

/**
 * What departments put forward (photographs, documents): private, encrypted, never overwritten for
 * good, and reached only through addresses that functions sign for minutes.
 */
export class EvidenceBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: EvidenceBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      cors: [...uploadsFrom(props.corsOrigins)],
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(30),
        },
      ],
    });
    nameInTemplate(this.bucket, CfnBucket, id);
    this.keepAccessLog(`${id}Log`);
  }

  /** To upload, or to sign an upload for somebody else. */
  put(): Grant {
    return this.onObjects('s3:PutObject');
  }

  /** To download, or to sign a download for somebody else. */
  get(): Grant {
    return this.onObjects('s3:GetObject');
  }

  /** Without the right to list, the service answers 403 for an object that is not there, never 404. */
  tellMissing(): Grant {
    return this.grant(['s3:ListBucket'], this.bucket.bucketArn);
  }

  private onObjects(action: string): Grant {
    return {
      ...this.grant([action], this.bucket.arnForObjects(`${PREFIX}*`)),
      acknowledged: {
        id: `AwsSolutions-IAM5[Resource::<${this.node.id}.Arn>/${PREFIX}*]`,
        reason: 'The keys of objects are not known beforehand; all of them lie below this prefix.',
      },
    };
  }

  private get resource(): CfnBucket {
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) return resource;
    throw new Error(`${this.node.path} is no bucket`);
  }

  private grant(actions: readonly string[], resource: string): Grant {
    return {
      actions,
      resources: [resource],
      environment: { EVIDENCE_BUCKET: this.bucket.bucketName },
    };
  }

  /** Who fetched or sent which file: a network log, so it is kept as long as the others. */
  private keepAccessLog(id: string): void {
    const log = new Bucket(this, 'Log', {
      ...PRIVATE,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), expiration: Duration.days(365) },
      ],
    });
    nameInTemplate(log, CfnBucket, id);
    Validations.of(log).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'This is where the access log is written; a log of the log would never end.',
    });
    this.resource.loggingConfiguration = { destinationBucketName: log.bucketName };
    log.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AccessLogOfEvidence',
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [log.arnForObjects('*')],
        conditions: {
          ArnLike: { 'aws:SourceArn': this.bucket.bucketArn },
          StringEquals: { 'aws:SourceAccount': log.stack.account },
        },
      }),
    );
  }
}
