import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

import { FUNCTIONS } from '../functions.table.ts';
import type { FunctionFacts, LoopFunction } from '../functions.table.ts';
import { ROUTES } from '../routes.ts';
import { WARNINGS } from '../warnings.table.ts';
import { OnCall } from './alarm/on-call.ts';
import type { Warning } from './alarm/on-call.ts';
import { customDomain } from './custom-domain.ts';
import { DeadLetters } from './dead-letters.ts';
import {
  centerUrl,
  embedders,
  issuerFromParameters,
  assumedCalendars,
  loopbackWebhooks,
  messageChannel,
  messageGatewayUrl,
  messageSignature,
  operator,
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
import { TlsOnly } from './tls-only.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkQueueProps } from './work-queue.ts';

export interface FlowStackProps extends StackProps {
  /** The output directory of `bundleFunctions`. */
  readonly bundles: string;
  readonly architecture: Architecture;
  readonly corsOrigins: readonly string[];
  /** The issuer of staff tokens; absent: parameters of the template set it. */
  readonly issuer?: StaffIssuer | undefined;
}

/** A row of `queues.table.ts`. */
export interface FlowQueue extends Omit<WorkQueueProps, 'consumerTimeout' | 'onCall' | 'tlsOnly'> {
  readonly consumer: LoopFunction;
}

const signInOf = ({ issuer, clientId, audience, token, claimPrefix }: StaffIssuer): Grant => ({
  actions: [],
  resources: [],
  environment: {
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_CLIENT_ID: clientId,
    SIGN_IN_AUDIENCE: audience,
    SIGN_IN_TOKEN: token,
    SIGN_IN_CLAIM_PREFIX: claimPrefix,
  },
});

/**
 * The base of the flow: table, key, API, on-call topic, and the methods that add a function or a
 * queue.
 */
export class FlowStack extends Stack {
  readonly onCall: OnCall;
  readonly table: LoopTable;
  /**
   * Grants to encrypt and decrypt fields, and to sign and verify tokens and receipts, with the
   * existing data keys.
   */
  readonly keys: readonly Grant[];
  /** The same, plus creating the first data key; only where a system or a pad is admitted. */
  readonly rootKeys: readonly Grant[];
  /** The prefix of the claims about staff in their tokens. */
  readonly claims: Grant;
  readonly publicUrl: Grant;
  /** Where staff sign in, for their pages. */
  readonly signIn: Grant;
  /** Who may show the pages of residents in a frame. */
  readonly embedders: Grant;
  /** Who is named on the pages of residents. */
  readonly operatorName: Grant;
  readonly operatorPhone: Grant;
  /** Whether webhooks may use plain HTTP on the same machine. */
  readonly loopback: Grant;
  /** Whether a calendar year may be assumed. */
  readonly assumed: Grant;
  /** The base URL of the provincial center; empty when the city does not report. */
  readonly center: Grant;
  /** Which system delivers messages to residents, and the address of a gateway. */
  readonly messageChannel: Grant;
  readonly messageGateway: Grant;
  /** In front of each message. */
  readonly messageSignature: Grant;
  /** Evidence files from departments. */
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
    this.rootKeys = [key.may('Decrypt', 'GenerateDataKey'), table.may('Query', 'PutItem')];
    this.api = new LoopApi(this, 'LoopApi', { issuer, corsOrigins, onCall, faults });
    this.claims = grantVariable('CLAIM_PREFIX', issuer.claimPrefix);
    this.loopback = grantVariable('LOOPBACK_WEBHOOKS', loopbackWebhooks(this));
    this.assumed = grantVariable('ASSUMED_CALENDARS', assumedCalendars(this));
    this.center = grantVariable('CENTER_URL', centerUrl(this));
    this.messageChannel = grantVariable('MESSAGE_CHANNEL', messageChannel(this));
    this.messageGateway = grantVariable('MESSAGE_GATEWAY_URL', messageGatewayUrl(this));
    this.messageSignature = grantVariable('MESSAGE_SIGNATURE', messageSignature(this));
    const domain = customDomain(this);
    domain.lead(this.api.stage);
    const publicUrl = publicUrlOr(this, domain.urlOr(this.api.ownUrl));
    const pageOrigins = [publicUrl, ...corsOrigins];
    this.evidence = new EvidenceBucket(this, 'Evidence', { pageOrigins });
    this.publicUrl = grantVariable('PUBLIC_URL', publicUrl);
    this.embedders = grantVariable('EMBEDDERS', embedders(this));
    const { name, phone } = operator(this);
    this.operatorName = grantVariable('OPERATOR_NAME', name);
    this.operatorPhone = grantVariable('OPERATOR_PHONE', phone);
    this.signIn = signInOf(issuer);
  }

  /** Adds a function with exactly these grants. */
  add(name: LoopFunction, ...grants: readonly Grant[]): FlowFunction {
    const { bundles, architecture } = this.flowProps;
    const facts: FunctionFacts = FUNCTIONS[name];
    const surroundings = { bundles, architecture, onCall: this.onCall };
    const flow = new FlowFunction(this, name, { ...facts, ...surroundings, grants });
    this.functions.set(name, flow);
    return flow;
  }

  /** Creates a queue whose visibility timeout follows the timeout of its consumer. */
  workQueue(id: string, props: FlowQueue): WorkQueue {
    const { seconds = 10 }: FunctionFacts = FUNCTIONS[props.consumer];
    const consumerTimeout = Duration.seconds(seconds);
    const { onCall, tlsOnly } = this;
    return new WorkQueue(this, id, { ...props, onCall, tlsOnly, consumerTimeout });
  }

  /** Creates a queue for failed scheduled events; EventBridge may send to it. */
  deadLetters(id: string, notEmpty: Warning): DeadLetters {
    return new DeadLetters(this, id, { onCall: this.onCall, notEmpty });
  }

  /**
   * Creates a queue for the positions of failed changes; the role of the failing function sends to
   * it.
   */
  deadChanges(id: string, notEmpty: Warning): DeadLetters {
    const { onCall, tlsOnly } = this;
    return new DeadLetters(this, id, { onCall, notEmpty, tlsOnly });
  }

  /** Connects every route to its function, after all functions are added. */
  protected addRoutes(): void {
    for (const route of ROUTES) {
      const flow = this.functions.get(route.to);
      if (flow === undefined)
        throw new Error(`${route.on} has no function: ${route.to} does not exist`);
      this.api.lead(route, flow);
    }
    this.api.throttle(ROUTES);
  }
}
