import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

import type { StaffIssuer } from './construct/deploy-parameters.ts';

/** The claims that define permissions and scope; only an administrator sets them. */
const SCOPE_CLAIMS = ['roles', 'department', 'area'] as const;

/**
 * Staff accounts in a Cognito user pool, for regions that have it. The API takes the pool's *ID*
 * token, because the access token has no custom attributes.
 */
export class IdentityStack extends Stack {
  readonly issuer: StaffIssuer;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { description: 'Accounts of the staff of the rating loop', ...props });
    const pool = this.staffPool();
    const client = this.client(pool);
    this.issuer = {
      issuer: pool.userPoolProviderUrl,
      audience: client.userPoolClientId,
      clientId: client.userPoolClientId,
      token: 'id_token',
      claimPrefix: 'custom:',
    };
  }

  private staffPool(): UserPool {
    return new UserPool(this, 'Staff', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      customAttributes: Object.fromEntries(
        SCOPE_CLAIMS.map((claim) => [claim, new StringAttribute({ mutable: true, maxLen: 256 })]),
      ),
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /**
   * Adds a client that cannot write the scope claims: a user who can write such an attribute can
   * assign themselves a role.
   */
  private client(pool: UserPool): UserPoolClient {
    return pool.addClient('Desk', {
      authFlows: { userSrp: true },
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ fullname: true })
        .withCustomAttributes(...SCOPE_CLAIMS),
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }
}
