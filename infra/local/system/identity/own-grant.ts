import type { Provider } from 'oidc-provider';

import { apiResource, resourceServer } from './api-resource.ts';

/**
 * Grants everything that the project's own pages request, because no third party is involved whose
 * access would need consent.
 */
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
