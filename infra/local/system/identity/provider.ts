import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';

import type { LocalAccount } from './account.ts';
import { accessTokenSeconds, apiResource, resourceServer } from './api-resource.ts';
import { clientsOf, originsOf } from './clients.ts';
import { registerLocalGrant } from './local-grant.ts';
import { ownGrant } from './own-grant.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import { sessionMemory } from './session-memory.ts';
import type { SigningKeys } from './signing-keys.ts';

const claimsOf = (account: LocalAccount) => ({
  name: account.name,
  roles: account.roles,
  department: account.department,
  area: account.area,
});

export interface ProviderParts {
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly accounts: readonly LocalAccount[];
}

const configureFeatures = (
  known: ReadonlyMap<string, LocalAccount>,
): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      const accountId = ctx.oidc.session?.accountId ?? '';
      ctx.body = signOutPage(known.get(accountId), form);
    },
    postLogoutSuccessSource: (ctx) => {
      ctx.body = signedOutPage();
    },
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => apiResource,
    useGrantedResource: () => true,
    getResourceServerInfo: () => resourceServer,
  },
});

const ttl: Configuration['ttl'] = {
  AccessToken: () => accessTokenSeconds,
  AuthorizationCode: 60,
  IdToken: accessTokenSeconds,
  Interaction: 60 * 60,
  Session: accessTokenSeconds,
  Grant: accessTokenSeconds,
};

const configureProvider = (parts: ProviderParts): Configuration => {
  const known = new Map(parts.accounts.map((account) => [account.id, account]));
  return {
    adapter: sessionMemory(),
    clients: clientsOf(parts.issuer),
    jwks: { keys: [...parts.keys.jwks.keys] },
    cookies: { keys: [parts.keys.cookieKey] },
    features: configureFeatures(known),
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'roles', 'department', 'area'] },
    conformIdTokenClaims: false,
    clientBasedCORS: (_ctx, origin) => originsOf(parts.issuer).includes(origin),
    extraTokenClaims: (_ctx, token) => {
      const account = 'accountId' in token ? known.get(token.accountId) : undefined;
      return account && claimsOf(account);
    },
    findAccount: (_ctx, id) => {
      const account = known.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, ...claimsOf(account) }) };
    },
    interactions: {
      url: (_ctx, { uid }) => `${new URL(parts.issuer).pathname}/interaction/${uid}`,
    },
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      return ownGrant(provider, { clientId: client.clientId, accountId: session.accountId });
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage({ ...out });
    },
    ttl,
  };
};

/** Creates a complete OpenID provider for the accounts; without passwords, so local only. */
export const localProvider = (parts: ProviderParts): Provider => {
  const provider = new Provider(parts.issuer, configureProvider(parts));
  registerLocalGrant(provider, parts.accounts);
  return provider;
};
