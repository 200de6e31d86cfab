import { localAccountGrant } from '../system/identity/api-resource.ts';
import { identityPath } from '../system/identity/identity.ts';

/**
 * Returns an access token for a seeded account of a local instance. Uses a grant type that only
 * local instances have.
 */
export const localToken = async (url: string, account: string): Promise<string> => {
  const answer = await fetch(`${url.replace(/\/+$/, '')}${identityPath}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: localAccountGrant,
      account,
      client_id: 'haochaping-cli',
    }),
  });
  const body = (await answer.json()) as {
    access_token?: string;
    error?: string;
    error_description?: string;
  };
  if (body.access_token === undefined) {
    const reason = body.error_description ?? body.error ?? String(answer.status);
    throw new Error(`no token for the account ${account}: ${reason}`);
  }
  return body.access_token;
};

/** A token is reused for this long, of the eight hours that it is valid by the instance's clock. */
const KEPT_MS = 7 * 3_600_000;

/**
 * Like `localToken`, but caches the token of each account until it is about to expire by the
 * instance's clock.
 */
export const localTokens = (
  url: string,
  now: () => number,
): ((account: string) => Promise<string>) => {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return async (account) => {
    const known = kept.get(account);
    if (known !== undefined && now() < known.until) return known.token;
    const until = now() + KEPT_MS;
    const token = await localToken(url, account);
    kept.set(account, { token, until });
    return token;
  };
};
