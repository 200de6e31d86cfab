import type { PageConfig } from '../../events/page/config.ts';
import type { Env } from '../../shared/env.ts';
import type { HttpHandler } from '../../shared/http/edge.ts';
import type { envs } from './env.ts';

/** Seconds; a change of the deployment reaches the pages soon after. */
const kept = 300;

export interface ConfigDeps {
  readonly config: PageConfig;
}

export const configOf = (variables: Env<typeof envs.file>): PageConfig => ({
  publicUrl: variables.PUBLIC_URL,
  issuer: variables.SIGN_IN_ISSUER,
  clientId: variables.SIGN_IN_CLIENT_ID,
  audience: variables.SIGN_IN_AUDIENCE,
  token: variables.SIGN_IN_TOKEN,
  claimPrefix: variables.SIGN_IN_CLAIM_PREFIX,
  evidenceOrigin: variables.EVIDENCE_ORIGIN,
});

/** `GET /config.json`: where the pages of staff sign in and upload, so that no build knows it. */
export const showConfig =
  ({ config }: ConfigDeps): HttpHandler =>
  async () => ({
    status: 200,
    body: config,
    headers: { 'cache-control': `public, max-age=${kept}` },
  });
