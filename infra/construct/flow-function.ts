import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AssetHashType, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  Effect,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnFunction, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Architecture } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

import { ALARM_PERIOD } from './alarm/on-call.ts';
import type { OnCall } from './alarm/on-call.ts';
import { bundleDigest } from './bundle-asset.ts';
import type { Grant } from './grant.ts';
import { nameInTemplate } from './name-in-template.ts';

/** `<stage>/<verb>`: the folder and file under `functions/`. */
export type FlowName = `${string}/${string}`;

/** The CloudWatch namespace of the functions' metrics. */
export const METRICS_NAMESPACE = 'Haochaping';

/**
 * Three attempts with a 3 s timeout each (`shared/sdk-client.ts`) end before the shortest function
 * timeout.
 */
const SDK_ATTEMPTS = '3';

/** The properties that all functions of the stack share. */
export interface FlowSurroundings {
  /** The output directory of `bundleFunctions`. */
  readonly bundles: string;
  readonly architecture: Architecture;
  readonly onCall: OnCall;
}

export interface FlowFunctionProps {
  /** One plain sentence: who is affected, and how, while this function fails. */
  readonly impact: string;
  readonly grants: readonly Grant[];
  /** Timeout in seconds; default 10. API Gateway gives up after 30 s in any case. */
  readonly seconds?: number;
  /** Memory in MB, which also determines the CPU; default 512. */
  readonly megabytes?: number;
}

const capitalizeWord = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Returns the function's logical id: `policy/dry-run` → `PolicyDryRun`. */
export const logicalIdOf = (name: FlowName): string =>
  name.split(/[/-]/u).map(capitalizeWord).join('');

const assertNamed = (name: FlowName): void => {
  if (/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/u.test(name)) return;
  throw new Error(`the name of a function is <stage>/<verb> in lower case, not ${name}`);
};

/** Returns the directory of the function's bundle. Throws when it does not exist. */
const bundleOf = (name: FlowName, bundles: string): string => {
  const directory = join(bundles, name.replace('/', '-'));
  if (existsSync(join(directory, 'index.js'))) return directory;
  throw new Error(
    `no bundle for ${name}: ${join(directory, 'index.js')} is missing; ` +
      `write functions/${name}.main.ts and run \`npm run bundle\``,
  );
};

/**
 * Uses the project's own digest: CDK's checks for each file whether it is ignored, which takes a
 * second in total.
 */
const codeOf = (bundle: string): Code =>
  Code.fromAsset(bundle, { assetHash: bundleDigest(bundle), assetHashType: AssetHashType.CUSTOM });

const toPolicyStatement = ({ actions, resources }: Grant): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] });

/**
 * A Lambda function of the flow, with its own bundle, role, log group and alarm. The role has
 * exactly the function's grants and the permission to write its own log.
 */
export class FlowFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly log: LogGroup;
  readonly functionName: string;
  /** The function's name in logs and metrics, e.g. `case-receive`. */
  readonly service: string;

  constructor(scope: Construct, name: FlowName, props: FlowFunctionProps & FlowSurroundings) {
    assertNamed(name);
    super(scope, logicalIdOf(name));
    this.service = name.replace('/', '-');
    this.functionName = `${Stack.of(this).stackName}-${this.service}`;
    this.log = this.logOf(this.functionName);
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: this.functionName,
      description: `functions/${name}.main.ts`,
      code: codeOf(bundleOf(name, props.bundles)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture,
      timeout: Duration.seconds(props.seconds ?? 10),
      memorySize: props.megabytes ?? 512,
      role: this.role(props.grants),
      environment: {
        POWERTOOLS_SERVICE_NAME: this.service,
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
        POWERTOOLS_LOG_LEVEL: 'INFO',
        AWS_MAX_ATTEMPTS: SDK_ATTEMPTS,
        ...Object.assign({}, ...props.grants.map(({ environment }) => environment)),
      },
    });
    nameInTemplate(this.lambda, CfnFunction, logicalIdOf(name));
    this.alarmOnFault(name, props);
  }

  /**
   * The policy is inline, so that role and policy are created together: Lambda checks the
   * permissions of an event source mapping when the mapping is created.
   */
  private role(grants: readonly Grant[]): Role {
    const permissions = grants.filter(({ actions }) => actions.length > 0);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        flow: new PolicyDocument({
          minimize: true,
          statements: [this.writeOwnLog(), ...permissions.map(toPolicyStatement)],
        }),
      },
    });
    for (const { acknowledged } of grants) {
      if (acknowledged) Validations.of(role).acknowledge(acknowledged);
    }
    return role;
  }

  /**
   * The log group has the name that Lambda uses by default, so no logging configuration is needed.
   * Retention: the Cybersecurity Law requires network logs of at least six months. CloudWatch's 180
   * days are up to four days short of that, and the next option is a year.
   */
  private logOf(functionName: string): LogGroup {
    return new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  private writeOwnLog(): PolicyStatement {
    return new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.log.logGroupArn],
    });
  }

  /**
   * Returns one of Lambda's own metrics. It refers to the function by name, so the alarm stack
   * needs no export for it.
   */
  metric(metricName: string, statistic: string): Metric {
    return new Metric({
      namespace: 'AWS/Lambda',
      metricName,
      dimensionsMap: { FunctionName: this.functionName },
      statistic,
      period: ALARM_PERIOD,
    });
  }

  private alarmOnFault(name: FlowName, { impact, onCall }: FlowFunctionProps & FlowSurroundings) {
    onCall.alarm(this, 'Faults', {
      metric: new MathExpression({
        label: `${name} faults and throttles`,
        expression: 'FILL(errors, 0) + FILL(throttles, 0)',
        usingMetrics: {
          errors: this.metric('Errors', 'Sum'),
          throttles: this.metric('Throttles', 'Sum'),
        },
        period: ALARM_PERIOD,
      }),
      reaches: 1,
      impact,
      runbook: `${name.split('/')[0]}-functions-fail`,
    });
  }
}
