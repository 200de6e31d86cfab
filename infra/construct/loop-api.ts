import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnApi,
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  Effect,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

import { OPEN_AT_THE_GATEWAY } from '../routes.ts';
import type { Route } from '../routes.ts';
import { THROTTLES } from '../throttle.table.ts';
import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall, Warning } from './alarm/on-call.ts';
import type { StaffIssuer } from './deploy-parameters.ts';
import type { FlowFunction } from './flow-function.ts';
import { InvokedByRole } from './invoked-by-role.ts';
import { nameInTemplate } from './name-in-template.ts';

export interface LoopApiProps {
  readonly issuer: StaffIssuer;
  readonly corsOrigins: readonly string[];
  readonly onCall: OnCall;
  readonly faults: Warning;
}

/**
 * One line per request. It has the route key and never the path, because the path of an invitation
 * is a credential. It has no query string and no user name. It has the caller's address, which a
 * network log must record.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  fault: '$context.integrationErrorMessage',
  refused: '$context.authorizer.error',
};

/** What integrators and pads sign; a test compares them with the scheme. */
const SIGNED_HEADERS = [
  'content-digest',
  'x-bg-date-time',
  'x-bg-hmac-access-key',
  'x-bg-hmac-algorithm',
  'x-bg-hmac-signature',
  'x-bg-nonce',
];

const METHODS = new Map<string, HttpMethod>(Object.entries(HttpMethod));

/** The HTTP API: every route of `routes.ts`, the authorizer of staff routes, and one access log. */
export class LoopApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  private readonly staff: HttpJwtAuthorizer;
  private readonly integrations = new Map<FlowFunction, InvokedByRole>();
  private readonly routes: HttpRoute[] = [];
  private readonly mayInvoke = new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['lambda:InvokeFunction'],
  });
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: LoopApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      ...corsFor(props.corsOrigins),
    });
    nameInTemplate(this.api, CfnApi, 'Api');
    this.role = new Role(this, 'Role', {
      description: 'What the API invokes its functions with',
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      inlinePolicies: { invoke: new PolicyDocument({ statements: [this.mayInvoke] }) },
    });
    this.staff = new HttpJwtAuthorizer('Staff', props.issuer.issuer, {
      jwtAudience: [props.issuer.audience],
    });
    this.stage = this.addStage();
    new CfnOutput(this, 'Url', { value: this.ownUrl }).overrideLogicalId('ApiUrl');
    this.alarmOnFaults(props);
  }

  /** The API's own base URL; `URLSuffix` differs by partition. */
  get ownUrl(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `https://${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  lead(route: Route, to: FlowFunction): void {
    const [method = '', path = ''] = route.on.split(' ');
    const verb = METHODS.get(method);
    if (verb === undefined)
      throw new Error(`${route.on} has no HTTP method that API Gateway supports`);
    const added = this.api.addRoutes({
      path,
      methods: [verb],
      integration: this.integrationOf(to),
      ...(route.access === 'staff' ? { authorizer: this.staff } : {}),
    });
    this.routes.push(...added);
    if (route.access === 'staff') return;
    const reason = OPEN_AT_THE_GATEWAY[route.access];
    for (const one of added) Validations.of(one).acknowledge({ id: 'AwsSolutions-APIG4', reason });
  }

  /**
   * Limits each route by the kind of its callers. A stage with settings of a route that does not
   * exist yet is refused, so it waits for all of them.
   */
  throttle(routes: readonly Route[]): void {
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error(`${this.stage.node.path} is not a stage`);
    const settings = routes.map(({ on, access }) => {
      const { perSecond } = THROTTLES[access];
      return [on, { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond }];
    });
    stage.addPropertyOverride('RouteSettings', Object.fromEntries(settings));
    for (const one of this.routes) stage.node.addDependency(one);
  }

  private integrationOf(flow: FlowFunction): InvokedByRole {
    const known = this.integrations.get(flow);
    if (known !== undefined) return known;
    const made = new InvokedByRole(flow, this.role);
    this.mayInvoke.addResources(flow.lambda.functionArn);
    this.integrations.set(flow, made);
    return made;
  }

  private addStage(): HttpStage {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }

  private alarmOnFaults({ onCall, faults }: LoopApiProps): void {
    onCall.alarm(this, 'Faults', {
      metric: this.api.metricServerError({ period: ALARM_PERIOD, statistic: 'Sum' }),
      reaches: 3,
      ...faults,
    });
  }
}

const corsFor = (origins: readonly string[]) =>
  origins.length === 0
    ? {}
    : {
        corsPreflight: {
          allowOrigins: [...origins],
          allowMethods: [
            CorsHttpMethod.GET,
            CorsHttpMethod.POST,
            CorsHttpMethod.PUT,
            CorsHttpMethod.DELETE,
          ],
          allowHeaders: ['authorization', 'content-type', ...SIGNED_HEADERS],
          maxAge: Duration.hours(1),
        },
      };
