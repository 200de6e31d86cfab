import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';

/** `GenerateDataKey` creates a data key, `Decrypt` unwraps an existing one. */
export type KeyAction = 'Decrypt' | 'GenerateDataKey';

/**
 * The KMS key that wraps the data keys of encrypted fields (names, certificates, mobile numbers,
 * shared secrets).
 */
export class FieldKey extends Construct {
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Wraps the data keys of personal fields',
      alias: `${Stack.of(this).stackName}/fields`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    nameInTemplate(this.key, CfnKey, id);
  }

  may(...actions: readonly KeyAction[]): Grant {
    return {
      actions: actions.map((action) => `kms:${action}`),
      resources: [this.key.keyArn],
      environment: { FIELD_KEY_ARN: this.key.keyArn },
    };
  }
}
