/**
 * Boots this project's own stack: the general `boot` with the embedded issuer, the simulated
 * provincial center and phone, and their parameters.
 */
import type { LocalRoute, MountPoint } from '../runtime/local-server.ts';
import { boot } from './boot.ts';
import { centerGatewayPath, openCenter } from './center/center.ts';
import type { LocalAccount } from './identity/account.ts';
import { audience } from './identity/api-resource.ts';
import { webClientId } from './identity/clients.ts';
import { identityPath, startIdentity } from './identity/identity.ts';
import type { BootOptions, LocalSystem } from './local-system.ts';
import { openPhone, phoneGatewayPath } from './phone/phone.ts';

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

const phoneRoute = ({ clock, ...mount }: MountPoint): Promise<LocalRoute> =>
  openPhone({ ...mount, now: () => clock.now() });

type MessageChannel = 'off' | 'gateway' | 'province';

interface Addresses {
  readonly url: string;
  readonly engineUrl: string;
}

const parametersAt = ({ url, engineUrl }: Addresses, messages: MessageChannel) => ({
  OidcIssuer: url + identityPath,
  OidcAudience: audience,
  OidcClientId: webClientId,
  EvidenceOrigin: engineUrl,
  PublicUrl: url,
  CenterUrl: url + centerGatewayPath,
  MessageChannel: messages,
  MessageGatewayUrl: url + phoneGatewayPath,
  // Invented, as everything of this city; a deployment names its own.
  OperatorName: '绍兴市政务服务管理局（演示）',
  LoopbackWebhooks: 'on',
  AssumedCalendars: 'on',
});

export interface LoopOptions extends Omit<BootOptions, 'localRoutes' | 'parameters'> {
  /** The accounts that can sign in, whatever the data. */
  readonly accounts: readonly LocalAccount[];
  /**
   * How residents get messages; default: not at all, which keeps thousands of cases of a simulation
   * from being told one by one. The gateway is the simulated phone.
   */
  readonly messages?: MessageChannel | undefined;
}

/** Like `boot`, with the issuer, the center, the phone and the front page. */
export const bootLoop = ({
  accounts,
  messages = 'off',
  ...options
}: LoopOptions): Promise<LocalSystem> =>
  boot({
    ...options,
    parameters: (url, engineUrl) => parametersAt({ url, engineUrl }, messages),
    localRoutes: async (mount) => [
      frontRoute,
      await identityRoute(mount, accounts),
      await centerRoute(mount),
      await phoneRoute(mount),
    ],
  });
