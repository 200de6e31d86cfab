import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

import { FUNCTIONS } from '../functions.table.ts';
import type { FunctionFacts, LoopFunction } from '../functions.table.ts';
import { ROUTES } from '../routes.ts';
import { WARNINGS } from '../warnings.table.ts';
import { DeadLetters } from './dead-letters.ts';
import {
  centerUrl,
  issuerFromParameters,
  loopbackWebhooks,
  publicUrlOr,
} from './deploy-parameters.ts';
import type { StaffIssuer } from './deploy-parameters.ts';
import { EvidenceBucket } from './evidence-bucket.ts';
import { FieldKey } from './field-key.ts';
import { FlowFunction } from './flow-function.ts';
import { grantVariable } from './grant.ts';
import type { Grant } from './grant.ts';
import { LoopApi } from './loop-api.ts';
import { LoopTable } from './loop-table.ts';
import { OnCall } from './on-call.ts';
import type { Warning } from './on-call.ts';
import { TlsOnly } from './tls-only.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkQueueProps } from './work-queue.ts';

export interface FlowStackProps extends StackProps {
  /** The directory that `bundleFunctions` filled. */
  readonly bundles: string;
  readonly architecture: Architecture;
  readonly corsOrigins: readonly string[];
  /** Who vouches for staff; absent: parameters of the template say. */
  readonly issuer?: StaffIssuer | undefined;
}

/** A line of `queues.table.ts`. */
export interface FlowQueue extends Omit<WorkQueueProps, 'consumerTimeout' | 'onCall' | 'tlsOnly'> {
  readonly consumer: LoopFunction;
}

/** What the flow runs on: table, key, API, people on call, and how a function is added. */
export class FlowStack extends Stack {
  readonly onCall: OnCall;
  readonly table: LoopTable;
  /** To seal and open fields, and to sign and check tokens and receipts, with the data keys there are. */
  readonly keys: readonly Grant[];
  /** The same, and to make the first data key; only where a system or a pad is let in. */
  readonly createRootKeyRing: readonly Grant[];
  /** Where the claims about staff are found in their tokens. */
  readonly claims: Grant;
  readonly publicUrl: Grant;
  /** Whether webhooks may go to plain HTTP on the very machine. */
  readonly loopback: Grant;
  /** The provincial center's gateway; empty while the city reports to nobody. */
  readonly center: Grant;
  /** Files that departments put forward. */
  readonly evidence: EvidenceBucket;
  private readonly tlsOnly = new TlsOnly(this, 'TlsOnly');
  private readonly flowProps: FlowStackProps;
  private readonly api: LoopApi;
  private readonly functions = new Map<LoopFunction, FlowFunction>();

  constructor(scope: Construct, id: string, props: FlowStackProps) {
    super(scope, id, { description: 'The closed loop of service ratings', ...props });
    const { corsOrigins, issuer = issuerFromParameters(this) } = props;
    this.flowProps = props;
    const alarms = new Stack(scope, `${id}Alarms`, {
      description: 'Who is called when the closed loop of service ratings fails',
      ...(props.env && { env: props.env }),
    });
    const onCall = new OnCall(alarms, 'OnCall');
    const table = new LoopTable(this, 'LoopTable', { onCall, throttled: WARNINGS.tableThrottled });
    const key = new FieldKey(this, 'FieldKey');
    const faults = WARNINGS.apiFaults;
    this.onCall = onCall;
    this.table = table;
    this.keys = [key.may('Decrypt'), table.may('Query')];
    this.createRootKeyRing = [key.may('Decrypt', 'GenerateDataKey'), table.may('Query', 'PutItem')];
    this.api = new LoopApi(this, 'LoopApi', { issuer, corsOrigins, onCall, faults });
    this.claims = grantVariable('CLAIM_PREFIX', issuer.claimPrefix);
    this.evidence = new EvidenceBucket(this, 'Evidence', { corsOrigins });
    this.loopback = grantVariable('LOOPBACK_WEBHOOKS', loopbackWebhooks(this));
    this.center = grantVariable('CENTER_URL', centerUrl(this));
    this.publicUrl = grantVariable('PUBLIC_URL', publicUrlOr(this, this.api.ownUrl));
  }

  /** A function with exactly these grants. */
  add(name: LoopFunction, ...grants: readonly Grant[]): FlowFunction {
    const { bundles, architecture } = this.flowProps;
    const facts: FunctionFacts = FUNCTIONS[name];
    const surroundings = { bundles, architecture, onCall: this.onCall };
    const flow = new FlowFunction(this, name, { ...facts, ...surroundings, grants });
    this.functions.set(name, flow);
    return flow;
  }

  /** A queue whose messages stay hidden as long as the function that consumes it may need. */
  workQueue(id: string, props: FlowQueue): WorkQueue {
    const { seconds = 10 }: FunctionFacts = FUNCTIONS[props.consumer];
    const consumerTimeout = Duration.seconds(seconds);
    const { onCall, tlsOnly } = this;
    return new WorkQueue(this, id, { ...props, onCall, tlsOnly, consumerTimeout });
  }

  /** Where scheduled events go that came to nothing; EventBridge is let in. */
  deadLetters(id: string, notEmpty: Warning): DeadLetters {
    return new DeadLetters(this, id, { onCall: this.onCall, notEmpty });
  }

  /** Where the whereabouts of changes go; sent by the role of the function that failed on them. */
  deadChanges(id: string, notEmpty: Warning): DeadLetters {
    const { onCall, tlsOnly } = this;
    return new DeadLetters(this, id, { onCall, notEmpty, tlsOnly });
  }

  /** Leads every route to its function, once all are there. */
  protected addRoutes(): void {
    for (const route of ROUTES) {
      const flow = this.functions.get(route.to);
      if (flow === undefined) throw new Error(`${route.on} leads nowhere: no ${route.to}`);
      this.api.lead(route, flow);
    }
  }
}
