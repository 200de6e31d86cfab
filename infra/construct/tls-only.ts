import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/**
 * `*` means the queue that the policy is attached to; a statement that denies may be that broad.
 */
const refusePlainHttp = new PolicyStatement({
  effect: Effect.DENY,
  principals: [new AnyPrincipal()],
  actions: ['sqs:*'],
  resources: ['*'],
  conditions: { Bool: { 'aws:SecureTransport': 'false' } },
});

/**
 * One policy for all queues without other needs: it refuses plain HTTP. A queue takes one policy
 * only, so a queue that a service sends to has its own and must not be added here.
 */
export class TlsOnly extends Construct {
  readonly policy: CfnQueuePolicy;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.policy = new CfnQueuePolicy(this, 'Policy', {
      queues: [],
      policyDocument: new PolicyDocument({ statements: [refusePlainHttp] }),
    });
  }

  guard(...queues: readonly Queue[]): void {
    const urls = queues.map(({ queueUrl }) => queueUrl);
    this.policy.queues = [...this.policy.queues, ...urls];
  }
}
