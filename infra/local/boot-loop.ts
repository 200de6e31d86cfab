/**
 * Boots this project's own stack: the general `boot` with the embedded issuer, the simulated
 * provincial center, and their parameters.
 */
import { boot } from './boot.ts';
import { centerGatewayPath, openCenter } from './center/center.ts';
import { audience } from './identity/api-resource.ts';
import { identityPath, startIdentity } from './identity/identity.ts';
import type { BootOptions, LocalSystem } from './local-system.ts';
import type { LocalRoute, MountPoint } from './runtime/local-server.ts';
import { townAccounts } from './seed/accounts.ts';

const identityRoute = async ({ url, directory, sharedClock }: MountPoint): Promise<LocalRoute> => {
  const identity = await startIdentity({
    issuer: url + identityPath,
    dataDir: directory,
    accounts: townAccounts,
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

/** Whoever opens the bare address looks for something to read; deployed, there is nothing at it. */
const frontRoute: LocalRoute = {
  path: '/',
  handle: (_request, response) => {
    response.writeHead(302, { location: '/docs' });
    response.end();
  },
};

const parametersAt = (url: string) => ({
  OidcIssuer: url + identityPath,
  OidcAudience: audience,
  PublicUrl: url,
  CenterUrl: url + centerGatewayPath,
  LoopbackWebhooks: 'on',
});

/** As `boot`; the accounts of the town can sign in, whatever data there are. */
export const bootLoop = (
  options: Omit<BootOptions, 'localRoutes' | 'parameters'>,
): Promise<LocalSystem> =>
  boot({
    ...options,
    parameters: parametersAt,
    localRoutes: async (mount) => [
      frontRoute,
      await identityRoute(mount),
      await centerRoute(mount),
    ],
  });
