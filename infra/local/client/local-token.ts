import { localAccountGrant } from '../identity/api-resource.ts';
import { identityPath } from '../identity/identity.ts';

/** A token for a seeded account of a local instance, by the grant that only such an instance has. */
export const localToken = async (url: string, account: string): Promise<string> => {
  const answer = await fetch(`${url.replace(/\/+$/, '')}${identityPath}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: localAccountGrant,
      account,
      client_id: 'haochaping-cli',
    }),
  });
  const body = (await answer.json()) as { access_token?: string; error?: string };
  if (body.access_token === undefined) {
    throw new Error(`no token for the account ${account}: ${body.error ?? String(answer.status)}`);
  }
  return body.access_token;
};
