/** `AWS::ApiGatewayV2::*`: one HTTP API with its routes, integrations and authorizers. */
import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import { authorizerOf } from './authorizers.ts';
import type { AuthorizerDefinition } from './authorizers.ts';
import { functionBehind } from './functions.ts';
import type { FunctionDefinition } from './functions.ts';
import { cfnBoolean, cfnNumber, ignored, readProperties } from './properties.ts';
import type { Stack, StackResource } from './stack.ts';

export interface CorsDefinition {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds?: number;
}

export interface RouteDefinition {
  /** `GET /v1/tickets/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
  /** ARN of the role with which the API invokes the function. */
  readonly invokedAs?: string;
  readonly authorizer?: AuthorizerDefinition;
  readonly scopes: readonly string[];
}

export interface HttpApiDefinition {
  readonly id: string;
  readonly cors?: CorsDefinition;
  readonly routes: readonly RouteDefinition[];
}

const Texts = z.array(z.string()).default([]);

const Api = z.strictObject({
  Name: ignored,
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z
    .strictObject({
      AllowOrigins: Texts,
      AllowMethods: Texts,
      AllowHeaders: Texts,
      ExposeHeaders: Texts,
      AllowCredentials: cfnBoolean.default(false),
      MaxAge: cfnNumber.optional(),
    })
    .optional(),
  Description: ignored,
  DisableExecuteApiEndpoint: ignored,
  IpAddressType: ignored,
  Tags: ignored,
});

/** No throttling and no access logs locally; another stage name would be another path. */
const Stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AccessLogSettings: ignored,
  AutoDeploy: ignored,
  DefaultRouteSettings: ignored,
  Description: ignored,
  RouteSettings: ignored,
  Tags: ignored,
});

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  /** The role with which the API invokes; without it, the function's resource policy decides. */
  CredentialsArn: z.string().optional(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: cfnNumber.default(30_000),
  ConnectionType: ignored,
  Description: ignored,
  IntegrationMethod: ignored,
});

const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: Texts,
  OperationName: ignored,
});

const corsOf = (cors: NonNullable<z.infer<typeof Api>['CorsConfiguration']>): CorsDefinition => ({
  allowOrigins: cors.AllowOrigins,
  allowMethods: cors.AllowMethods,
  allowHeaders: cors.AllowHeaders.map((name) => name.toLowerCase()),
  exposeHeaders: cors.ExposeHeaders,
  allowCredentials: cors.AllowCredentials,
  ...(cors.MaxAge !== undefined && { maxAgeSeconds: cors.MaxAge }),
});

const byId = (resources: readonly StackResource[], id: string | undefined, at: string) => {
  const found = resources.find(({ name }) => name === id);
  if (found) return found;
  throw new TemplateFault(at, `refers to ${String(id)}, which is not in the stack`);
};

const routeOf =
  (stack: Stack, functions: readonly FunctionDefinition[]) =>
  (resource: StackResource): RouteDefinition => {
    const route = readProperties(Route, resource);
    const target = route.Target.replace(/^integrations\//u, '');
    const found = byId(stack.ofType('AWS::ApiGatewayV2::Integration'), target, resource.at);
    const integration = readProperties(Integration, found);
    const callee = functionBehind(integration.IntegrationUri, functions);
    if (!callee) throw new TemplateFault(found.at, 'does not integrate a function of the stack');
    const base = {
      routeKey: route.RouteKey,
      functionArn: callee.arn,
      timeoutMs: integration.TimeoutInMillis,
      ...(integration.CredentialsArn !== undefined && { invokedAs: integration.CredentialsArn }),
      scopes: route.AuthorizationScopes,
    };
    if (route.AuthorizationType === 'NONE') return base;
    const authorizers = stack.ofType('AWS::ApiGatewayV2::Authorizer');
    const authorizer = byId(authorizers, route.AuthorizerId, resource.at);
    return { ...base, authorizer: authorizerOf(authorizer, functions) };
  };

/** Undefined when the stack has no HTTP API; throws `TemplateFault` when it has several. */
export const readHttpApi = (
  stack: Stack,
  functions: readonly FunctionDefinition[],
): HttpApiDefinition | undefined => {
  const [api, ...others] = stack.ofType('AWS::ApiGatewayV2::Api');
  const [second] = others;
  if (second)
    throw new TemplateFault(second.at, 'is a second API; the local runtime serves only one');
  if (!api) return undefined;
  for (const stage of stack.ofType('AWS::ApiGatewayV2::Stage')) readProperties(Stage, stage);
  const { CorsConfiguration } = readProperties(Api, api);
  return {
    id: api.name,
    ...(CorsConfiguration && { cors: corsOf(CorsConfiguration) }),
    routes: stack.ofType('AWS::ApiGatewayV2::Route').map(routeOf(stack, functions)),
  };
};
