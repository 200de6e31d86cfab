/**
 * Boots this project's own stack: the general `boot` with the embedded issuer, the simulated
 * provincial center, and their parameters.
 */
import type { LocalRoute, MountPoint } from '../runtime/local-server.ts';
import { boot } from './boot.ts';
import { centerGatewayPath, openCenter } from './center/center.ts';
import type { LocalAccount } from './identity/account.ts';
import { audience } from './identity/api-resource.ts';
import { webClientId } from './identity/clients.ts';
import { identityPath, startIdentity } from './identity/identity.ts';
import type { BootOptions, LocalSystem } from './local-system.ts';

const identityRoute = async (
  { url, directory, sharedClock }: MountPoint,
  accounts: readonly LocalAccount[],
): Promise<LocalRoute> => {
  const identity = await startIdentity({
    issuer: url + identityPath,
    dataDir: directory,
    accounts,
    clock: sharedClock,
  });
  return {
    path: identityPath,
    handle: (request, response) => identity.handle(request, response),
    stop: () => identity.stop(),
  };
};

const centerRoute = ({ url, clock, ...mount }: MountPoint): Promise<LocalRoute> =>
  openCenter({ ...mount, cityUrl: url, now: () => clock.now() });

/** The root path redirects to the documentation; on AWS there is no route for it. */
const frontRoute: LocalRoute = {
  path: '/',
  handle: (_request, response) => {
    response.writeHead(302, { location: '/docs' });
    response.end();
  },
};

const parametersAt = (url: string, engineUrl: string) => ({
  OidcIssuer: url + identityPath,
  OidcAudience: audience,
  OidcClientId: webClientId,
  EvidenceOrigin: engineUrl,
  PublicUrl: url,
  CenterUrl: url + centerGatewayPath,
  LoopbackWebhooks: 'on',
  AssumedCalendars: 'on',
});

export interface LoopOptions extends Omit<BootOptions, 'localRoutes' | 'parameters'> {
  /** The accounts that can sign in, whatever the data. */
  readonly accounts: readonly LocalAccount[];
}

/** Like `boot`, with the issuer, the center and the front page. */
export const bootLoop = ({ accounts, ...options }: LoopOptions): Promise<LocalSystem> =>
  boot({
    ...options,
    parameters: parametersAt,
    localRoutes: async (mount) => [
      frontRoute,
      await identityRoute(mount, accounts),
      await centerRoute(mount),
    ],
  });
