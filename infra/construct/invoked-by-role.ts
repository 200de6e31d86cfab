import {
  HttpIntegrationType,
  HttpRouteIntegration,
  IntegrationCredentials,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpRouteIntegrationConfig } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';

import type { FlowFunction } from './flow-function.ts';

/**
 * Integrates a function that the API invokes with a role of its own. CDK's Lambda integration adds
 * a permission to the function for every route instead: one more resource per route.
 */
export class InvokedByRole extends HttpRouteIntegration {
  private readonly flow: FlowFunction;
  private readonly role: IRole;

  constructor(flow: FlowFunction, role: IRole) {
    super(flow.node.id);
    this.flow = flow;
    this.role = role;
  }

  bind(): HttpRouteIntegrationConfig {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.flow.lambda.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(this.role),
    };
  }
}
