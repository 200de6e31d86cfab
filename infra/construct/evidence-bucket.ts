import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
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

import { evidenceOriginOr } from './deploy-parameters.ts';
import { grantVariable } from './grant.ts';
import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';

export interface EvidenceBucketProps {
  /** Origins whose pages may upload: that of the service itself, and further ones. */
  readonly pageOrigins: readonly string[];
}

/** The prefix of every object; functions have permissions on nothing else. */
const PREFIX = 'evidence/';

/** The headers that a page must send for a signed upload. */
const UPLOAD_HEADERS = ['content-type', 'if-none-match', 'x-amz-checksum-sha256'];

const PRIVATE = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

const uploadsFrom = (origins: readonly string[]): CorsRule => ({
  allowedOrigins: [...origins],
  allowedMethods: [HttpMethods.PUT],
  allowedHeaders: UPLOAD_HEADERS,
  maxAge: 3600,
});

/**
 * The bucket of evidence from departments (photographs, documents): private, encrypted, versioned,
 * and accessible only by URLs that functions sign for some minutes.
 */
export class EvidenceBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: EvidenceBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...PRIVATE,
      versioned: true,
      cors: [uploadsFrom(props.pageOrigins)],
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

  /** Grants uploads, including signed URLs for other clients. */
  put(): Grant {
    return this.onObjects('s3:PutObject');
  }

  /** Grants downloads, including signed URLs for other clients. */
  get(): Grant {
    return this.onObjects('s3:GetObject');
  }

  /** Grants the removal of files whose period is over. */
  remove(): Grant {
    return this.onObjects('s3:DeleteObject');
  }

  /** Grants listing: without it, S3 answers 403 instead of 404 for a missing object. */
  tellMissing(): Grant {
    return this.grant(['s3:ListBucket'], this.bucket.bucketArn);
  }

  /** Returns the origin of uploads, for the policy of pages; it needs no permission. */
  uploads(): Grant {
    const own = `https://${this.bucket.bucketRegionalDomainName}`;
    return grantVariable('EVIDENCE_ORIGIN', evidenceOriginOr(Stack.of(this), own));
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
    throw new Error(`${this.node.path} is not a bucket`);
  }

  private grant(actions: readonly string[], resource: string): Grant {
    return {
      actions,
      resources: [resource],
      environment: { EVIDENCE_BUCKET: this.bucket.bucketName },
    };
  }

  /**
   * Keeps the access log of the bucket. It is a network log, so its retention equals that of the
   * other logs.
   */
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
