import { beforeAll, describe, expect, test } from 'vitest';

import { synthesize } from './synthesize.ts';
import type { Templates } from './synthesize.ts';

/** Literals of a template that is valid in one partition only. */
const literalsOf = (text: string) => ({
  arns: text.match(/arn:aws[a-z-]*:/gu) ?? [],
  regions: text.match(/\b(?:cn|us|eu|ap|ca|sa|af|me|il)-[a-z]+-\d\b/gu) ?? [],
  suffixes: (text.match(/"[^"]*amazonaws\.com[^"]*"/gu) ?? []).filter(
    (literal) => !/^"(?:[a-z]+|logging\.s3)\.amazonaws\.com"$/u.test(literal),
  ),
});

const NONE = { arns: [], regions: [], suffixes: [] };

describe('without a region', () => {
  let made: Templates;
  beforeAll(() => {
    made = synthesize();
  });

  test('the template fits any partition', () => {
    expect(literalsOf(made.loop.text + made.alarms.text)).toEqual(NONE);
  });

  test('a plain run makes one stack that asks for the issuer', () => {
    expect(made.identity).toBeUndefined();
    expect(Object.keys(made.loop.Parameters)).toEqual(
      expect.arrayContaining(['OidcIssuer', 'OidcAudience', 'ClaimPrefix', 'PublicUrl']),
    );
    const [authorizer] = made.loop.ofType('AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.Properties.JwtConfiguration).toEqual({
      Audience: [{ Ref: 'OidcAudience' }],
      Issuer: { Ref: 'OidcIssuer' },
    });
  });

  test('the public address is the parameter, or the API in whatever partition it is', () => {
    const { Variables } = made.loop.resource('RatingIntegrator').Properties.Environment;
    const own = ['https://', { Ref: 'Api' }, '.execute-api.'];
    const place = [{ Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }];
    const api = { 'Fn::Join': ['', [...own, ...place]] };
    const named = { 'Fn::Join': ['', ['https://', { Ref: 'DomainName' }]] };
    expect(Variables.PUBLIC_URL).toEqual({
      'Fn::If': ['HasPublicUrl', { Ref: 'PublicUrl' }, { 'Fn::If': ['HasDomainName', named, api] }],
    });
  });
});

describe('in China', () => {
  test('nothing names another partition, and Cognito is absent', () => {
    const { loop, alarms, identity } = synthesize({ context: { region: 'cn-north-1' } });
    const { arns, suffixes } = literalsOf(loop.text + alarms.text);
    expect({ arns, suffixes }).toEqual({ arns: [], suffixes: [] });
    expect(loop.text).not.toMatch(/cognito/iu);
    expect(identity).toBeUndefined();
  });

  test('every region named is the one chosen', () => {
    const { loop } = synthesize({ context: { region: 'cn-northwest-1' } });
    expect(new Set(literalsOf(loop.text).regions)).toEqual(new Set(['cn-northwest-1']));
  });

  test('the command line with credentials of a China region takes any OIDC issuer', () => {
    const environment = { CDK_CLI_VERSION: '2', CDK_DEFAULT_REGION: 'cn-north-1' };
    expect(synthesize({ environment }).identity).toBeUndefined();
  });

  test('a Cognito user pool is refused in words', () => {
    const context = { region: 'cn-north-1', identity: 'cognito' };
    expect(() => synthesize({ context })).toThrow(/do not exist in the China regions/u);
  });
});

describe('with Cognito', () => {
  let made: Templates;
  beforeAll(() => {
    made = synthesize({ environment: { CDK_CLI_VERSION: '2', CDK_DEFAULT_REGION: 'us-east-1' } });
  });

  test('the pool asks staff for a second factor and lets nobody sign up', () => {
    const [pool] = made.identity?.ofType('AWS::Cognito::UserPool') ?? [];
    expect(pool?.Properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
    });
  });

  test('nobody can write their own role, department or area', () => {
    const [client] = made.identity?.ofType('AWS::Cognito::UserPoolClient') ?? [];
    expect(client?.Properties.ReadAttributes).toEqual(
      expect.arrayContaining(['custom:roles', 'custom:department', 'custom:area']),
    );
    expect(client?.Properties.WriteAttributes).toEqual(['locale']);
  });

  test('the API trusts that pool, and the functions look for its claims', () => {
    const [authorizer] = made.loop.ofType('AWS::ApiGatewayV2::Authorizer');
    expect(JSON.stringify(authorizer?.Properties.JwtConfiguration)).toContain('Fn::ImportValue');
    const { Variables } = made.loop.resource('TicketStaff').Properties.Environment;
    expect(Variables.CLAIM_PREFIX).toBe('custom:');
    expect(made.loop.Parameters).not.toHaveProperty('OidcIssuer');
  });
});
