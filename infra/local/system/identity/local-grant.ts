import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';

import type { LocalAccount } from './account.ts';
import {
  accessTokenSeconds,
  accountsPath,
  apiResource,
  localAccountGrant,
  resourceServer,
} from './api-resource.ts';
import { ownGrant } from './own-grant.ts';

/**
 * The library does not show its error details to the client; here, where anyone may sign in as
 * anyone, there is nothing to hide.
 */
const noSuchAccount = (issuer: string): Error =>
  new errors.CustomOIDCProviderError(
    'invalid_grant',
    `no such account; ${issuer}${accountsPath} lists all accounts`,
  );

/**
 * Adds a grant with which curl, tests and the demo get a token for a seeded account in one request,
 * without a browser:
 * `grant_type=urn:haochaping:local-account&account=<id>&client_id=haochaping-cli`.
 */
export const registerLocalGrant = (provider: Provider, accounts: readonly LocalAccount[]): void => {
  const known = new Set(accounts.map((account) => account.id));
  provider.registerGrantType<{ account?: string }>(
    localAccountGrant,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      if (params.account === undefined) throw new errors.InvalidRequest('account is missing');
      if (!known.has(params.account)) throw noSuchAccount(provider.issuer);
      const holder = { clientId: client.clientId, accountId: params.account };
      const { jti: grantId } = await ownGrant(provider, holder);
      const token = new provider.AccessToken({
        accountId: params.account,
        client,
        gty: localAccountGrant,
        grantId,
      });
      token.resourceServer = new provider.ResourceServer(apiResource, resourceServer);
      token.scope = resourceServer.scope;
      ctx.body = {
        access_token: await token.save(),
        token_type: 'Bearer',
        expires_in: accessTokenSeconds,
        scope: token.scope,
      };
    },
    ['account'],
  );
};
