/** `AWS::ApiGatewayV2::Authorizer`: JWT, or a function of the stack with simple responses. */
import { z } from 'zod';

import { TemplateFault } from '../template-fault.ts';
import { functionBehind } from './functions.ts';
import type { FunctionDefinition } from './functions.ts';
import { cfnNumber, ignored, readProperties } from './properties.ts';
import type { StackResource } from './stack.ts';

export interface JwtAuthorizerDefinition {
  readonly kind: 'jwt';
  readonly id: string;
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly identitySource: string;
}

export interface RequestAuthorizerDefinition {
  readonly kind: 'request';
  readonly id: string;
  readonly functionArn: string;
  /** e.g. `$request.header.x-bg-hmac-signature`; without all of them no invocation. */
  readonly identitySources: readonly string[];
  /** How long a response is cached for the same identity sources; 0: not at all. */
  readonly ttlSeconds: number;
}

export type AuthorizerDefinition = JwtAuthorizerDefinition | RequestAuthorizerDefinition;

const Jwt = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  Name: ignored,
  IdentitySource: z.array(z.string()).length(1),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});

const Request = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('REQUEST'),
  Name: ignored,
  IdentitySource: z.array(z.string()).default([]),
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  EnableSimpleResponses: z.literal(true, 'only simple responses are supported locally'),
  AuthorizerResultTtlInSeconds: cfnNumber.default(0),
});

const jwtOf = (resource: StackResource): JwtAuthorizerDefinition => {
  const { IdentitySource, JwtConfiguration } = readProperties(Jwt, resource);
  return {
    kind: 'jwt',
    id: resource.name,
    issuer: JwtConfiguration.Issuer,
    audiences: JwtConfiguration.Audience,
    identitySource: IdentitySource[0] ?? '',
  };
};

const requestOf = (
  resource: StackResource,
  functions: readonly FunctionDefinition[],
): RequestAuthorizerDefinition => {
  const authorizer = readProperties(Request, resource);
  const callee = functionBehind(authorizer.AuthorizerUri, functions);
  if (!callee) throw new TemplateFault(resource.at, 'does not invoke a function of the stack');
  return {
    kind: 'request',
    id: resource.name,
    functionArn: callee.arn,
    identitySources: authorizer.IdentitySource,
    ttlSeconds: authorizer.AuthorizerResultTtlInSeconds,
  };
};

export const authorizerOf = (
  resource: StackResource,
  functions: readonly FunctionDefinition[],
): AuthorizerDefinition =>
  resource.properties['AuthorizerType'] === 'REQUEST'
    ? requestOf(resource, functions)
    : jwtOf(resource);
