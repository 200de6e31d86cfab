import { secretPlace } from '../../shared/http/integrator.ts';
import type { GatewayKey } from '../../shared/http/message/sms-gateway.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';

interface GatewayKeyDeps {
  readonly integrators: Pick<IntegratorStore, 'listed'>;
  readonly keys: Pick<KeyRing, 'decrypt'>;
}

const isGateway = ({ state, may }: Integrator): boolean =>
  state === 'active' && may.includes('messages');

/**
 * Returns the key of the gateway that two persons admitted, the first by name. It is read for every
 * message, so that a revoked key signs nothing more.
 */
export const readGatewayKey =
  ({ integrators, keys }: GatewayKeyDeps) =>
  async (): Promise<GatewayKey | undefined> => {
    const { items } = await integrators.listed({ limit: 1, only: isGateway });
    const [gateway] = items;
    if (gateway === undefined) return undefined;
    const { accessKey, sealedSecret } = gateway;
    return { accessKey, secret: await keys.decrypt(sealedSecret, secretPlace(accessKey)) };
  };
