import type { ClientMetadata } from 'oidc-provider';

import { localAccountGrant } from './api-resource.ts';

/** The pages that require a sign-in; each is a redirect URI for sign-in and sign-out. */
const pages = ['desk', 'audit', 'pad-admin'] as const;

/** The client of the pages. */
export const webClientId = 'haochaping-web';

/** The same machine by both of its usual names. */
export const originsOf = (issuer: string): readonly string[] => {
  const { port } = new URL(issuer);
  const suffix = port === '' ? '' : `:${port}`;
  return [`http://127.0.0.1${suffix}`, `http://localhost${suffix}`];
};

/** The two public clients; neither has a secret that could leak. */
export const clientsOf = (issuer: string): ClientMetadata[] => {
  const own = originsOf(issuer).flatMap((origin) => pages.map((page) => `${origin}/${page}`));
  return [
    {
      client_id: webClientId,
      client_name: '好差评工作台 · Desk',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: own.flatMap((page) => [page, `${page}/callback`]),
      post_logout_redirect_uris: own,
    },
    {
      client_id: 'haochaping-cli',
      client_name: '命令行 · Command line',
      token_endpoint_auth_method: 'none',
      grant_types: [localAccountGrant],
      response_types: [],
      redirect_uris: [],
    },
  ];
};
