import type { Provider } from 'oidc-provider';

import { apiResource, resourceServer } from './api-resource.ts';

/** Everything our own pages ask for, granted at once: there is nobody else whose consent to ask. */
export const ownGrant = async (
  provider: Provider,
  holder: { readonly clientId: string; readonly accountId: string },
) => {
  const grant = new provider.Grant(holder);
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(apiResource, resourceServer.scope);
  await grant.save();
  return grant;
};
