import { memberBelowCity } from '../../shared/domain/access/scope.ts';
import { secretPlace } from '../../shared/http/integrator.ts';
import type { GatewayKey } from '../../shared/http/message/sms-gateway.ts';
import type { Integrator, IntegratorStore } from '../../shared/port/access/integrator-store.ts';
import type { KeyRing } from '../../shared/port/key-ring.ts';
import { everyItem } from '../../shared/port/page.ts';

interface GatewayKeyDeps {
  readonly integrators: Pick<IntegratorStore, 'listed'>;
  readonly keys: Pick<KeyRing, 'decrypt'>;
}

/** A key of old that is for less than the city signs nothing. */
const isGateway = ({ state, may, scope }: Integrator): boolean =>
  state === 'active' && may.includes('messages') && memberBelowCity(scope) === undefined;

const isEarlier = (one: Integrator, other: Integrator | undefined): boolean =>
  other === undefined ||
  one.at < other.at ||
  (one.at === other.at && one.accessKey < other.accessKey);

/**
 * Returns the key of the gateway that two persons admitted. Of several it is the one that was
 * admitted first, so that a further key changes nothing until the former is revoked. They are read
 * for every message, so that a revoked key signs nothing more.
 */
export const readGatewayKey =
  ({ integrators, keys }: GatewayKeyDeps) =>
  async (): Promise<GatewayKey | undefined> => {
    let gateway: Integrator | undefined;
    for await (const one of everyItem((page) => integrators.listed({ ...page, only: isGateway }))) {
      if (isEarlier(one, gateway)) gateway = one;
    }
    if (gateway === undefined) return undefined;
    const { accessKey, sealedSecret } = gateway;
    return { accessKey, secret: await keys.decrypt(sealedSecret, secretPlace(accessKey)) };
  };
